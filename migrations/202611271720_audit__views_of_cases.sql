-- Who of the staff or of oversight opened a case: looking leaves a trace, as acting does.
create table case_view (
  id uuid primary key,
  case_id uuid not null references case_file (id),
  account_id uuid not null references account (id),
  at timestamptz not null
);
create index case_view_newest on case_view (at desc, id desc);
create index case_view_of_case on case_view (case_id, account_id, at desc);
create trigger case_view_is_kept before update or delete on case_view for each row execute function journal_is_never_changed();
