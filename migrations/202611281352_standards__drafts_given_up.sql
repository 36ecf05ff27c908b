-- A draft that its body gave up is kept and no longer stands in the way of the next one.
alter table basis_version add column dropped_at timestamptz;
alter table basis_version add constraint an_approved_basis_is_not_dropped check (approved_at is null or dropped_at is null);
drop index one_open_draft_per_basis;
create unique index one_open_draft_per_basis on basis_version (code) where approved_at is null and dropped_at is null;
