-- Two assessors mark apart. `mark` stays what counts now; every mark ever given is kept beside it, numbered by the device that wrote it.
create table mark_entry (
  run_id uuid not null references practice_run (id),
  assessor_id uuid not null references account (id),
  device text not null check (device ~ '^[0-9a-z-]{4,40}$'),
  seq integer not null check (seq > 0),
  step_no integer not null,
  done boolean not null,
  note text not null default '',
  written_at timestamptz not null,
  received_at timestamptz not null,
  primary key (run_id, assessor_id, device, seq)
);
create trigger mark_entry_is_kept before update or delete on mark_entry for each row execute function journal_is_never_changed();

-- A sheet accepted by its assessor: his marks do not change any more.
create table mark_sheet (
  run_id uuid not null references practice_run (id),
  assessor_id uuid not null references account (id),
  accepted_at timestamptz not null,
  primary key (run_id, assessor_id)
);
create trigger mark_sheet_is_kept before update or delete on mark_sheet for each row execute function journal_is_never_changed();

-- The third assessor, called by the head where two disagree and the norm says so.
create table third_assessor (
  run_id uuid primary key references practice_run (id),
  assessor_id uuid not null references account (id),
  called_by uuid not null references account (id),
  called_at timestamptz not null
);

-- What was said with reasons on an operation in dispute; the latest of each person counts.
create table step_verdict (
  id uuid primary key,
  place bigint generated always as identity,
  run_id uuid not null references practice_run (id),
  step_no integer not null,
  assessor_id uuid not null references account (id),
  done boolean not null,
  reason text not null check (reason <> ''),
  written_at timestamptz not null
);
create index step_verdict_of_run on step_verdict (run_id, step_no, assessor_id, place);
create trigger step_verdict_is_kept before update or delete on step_verdict for each row execute function journal_is_never_changed();
