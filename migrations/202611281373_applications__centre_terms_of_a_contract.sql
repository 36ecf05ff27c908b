-- Which edition of the centre's own conditions a contract was made under; null where the centre had none.
alter table contract add column centre_terms_id uuid references centre_contract_terms (id);
