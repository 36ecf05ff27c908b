-- The sheet of an assessor who cannot go on: his marks stay where they are and do not count, and another may take over.
create table sheet_set_aside (
  run_id uuid not null references practice_run (id),
  assessor_id uuid not null references account (id),
  ground text not null check (ground in ('illness', 'emergency', 'conflict', 'other')),
  note text not null check (note <> ''),
  successor_id uuid references account (id),
  set_aside_by uuid not null references account (id),
  set_aside_at timestamptz not null,
  primary key (run_id, assessor_id),
  constraint nobody_takes_over_from_himself check (successor_id <> assessor_id),
  constraint nobody_sets_his_own_sheet_aside check (set_aside_by <> assessor_id)
);
create index sheet_set_aside_of_successor on sheet_set_aside (successor_id) where successor_id is not null;
create trigger sheet_set_aside_is_kept before update or delete on sheet_set_aside for each row execute function journal_is_never_changed();
