-- While a request is under review its sender adds a copy that is missing and sends one anew that was judged wrong; the earlier one stays, with its verdict.
alter table voucher_paper add column replaced_at timestamptz;
alter table voucher_paper add constraint only_a_wrong_paper_is_replaced check (replaced_at is null or verdict = 'wrong');
alter table voucher_paper drop constraint one_paper_of_a_kind;
create unique index one_paper_of_a_kind_in_force on voucher_paper (request_id, kind) where replaced_at is null;
create index voucher_paper_of_request on voucher_paper (request_id);
