-- One sweep a day; its row is the lock under which the records of deletion are written.
create table retention_sweep (
  on_day date primary key,
  started_at timestamptz not null,
  finished_at timestamptz,
  edition text not null references norm_edition (edition)
);
-- What was deleted: how much of which kind, under which norm of which edition, and a digest over what it was. No personal data.
create table retention_deletion (
  id uuid primary key,
  on_day date not null references retention_sweep (on_day),
  deleted_at timestamptz not null,
  kind text not null,
  counted integer not null check (counted > 0),
  norm text not null,
  norm_value integer not null check (norm_value > 0),
  edition text not null references norm_edition (edition),
  digest bytea not null check (length(digest) = 32)
);
create index retention_deletion_by_day on retention_deletion (on_day desc, deleted_at desc);
create trigger retention_deletion_is_kept before update or delete on retention_deletion for each row execute function journal_is_never_changed();
create trigger retention_deletion_is_not_emptied before truncate on retention_deletion for each statement execute function journal_is_never_changed();
