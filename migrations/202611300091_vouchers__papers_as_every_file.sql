-- The copies of a request for a voucher are kept as files that people sent are kept everywhere, and are deleted by the sweep of the norms.
alter table voucher_paper rename column file_name to name;
alter table voucher_paper rename column sent_by to uploaded_by;
alter table voucher_paper rename column sent_at to uploaded_at;
