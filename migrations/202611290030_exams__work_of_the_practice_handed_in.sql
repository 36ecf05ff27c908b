-- The time of a practice on line is counted by the server: its minutes are kept with the run when the work begins. A practice in the centre has none.
alter table practice_run add column work_minutes integer check (work_minutes > 0);
alter table practice_run add constraint work_ends_with_its_kind check ((work_ended_at is null) = (work_end_kind is null) and (work_ended_at is null or work_minutes is not null));
alter table practice_run add constraint practice_run_work_end_kind_check check (work_end_kind in ('handed-in', 'time', 'removal', 'stopped'));
alter table practice_run add constraint minutes_are_only_given_back check (work_seconds_added >= 0);
create index practice_work_under_way on practice_run (started_at) where work_minutes is not null and work_ended_at is null;

-- What the candidate sent of his work. A file of the same name takes the place of the one before, which is kept; none is deleted.
create table practice_work_file (
  id uuid primary key references attachment (id),
  run_id uuid not null references practice_run (id),
  case_id uuid not null references case_file (id),
  ordinal integer not null check (ordinal > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  received_at timestamptz not null,
  replaces uuid unique references practice_work_file (id),
  constraint nothing_replaces_itself check (replaces <> id),
  unique (run_id, ordinal)
);
create index practice_work_file_of_case on practice_work_file (case_id);
create trigger practice_work_file_is_kept before update or delete on practice_work_file for each row execute function journal_is_never_changed();
alter table practice_work_file enable row level security;
alter table practice_work_file force row level security;
create policy practice_work_file_goes_with_its_case on practice_work_file using (current_setting('tanu.scope', true) = 'system' or exists (select 1 from case_file c where c.id = case_id));
