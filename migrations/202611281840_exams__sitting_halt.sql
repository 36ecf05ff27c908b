-- Stop all and go on: one row per stop of a sitting; the clocks of the runs stand still from `halted_at` until they get the time back.
create table sitting_halt (
  id uuid primary key,
  sitting_id uuid not null references sitting (id),
  ground text not null check (ground in ('fire-alarm', 'power-cut', 'danger', 'equipment', 'other')),
  note text not null,
  runs integer not null check (runs >= 0),
  halted_by uuid not null references account (id),
  halted_at timestamptz not null,
  resumed_by uuid references account (id),
  resumed_at timestamptz,
  constraint gone_on_by_a_person check ((resumed_by is null) = (resumed_at is null)),
  constraint goes_on_after_the_stop check (resumed_at >= halted_at)
);
create unique index one_stop_of_a_sitting_at_a_time on sitting_halt (sitting_id) where resumed_at is null;
create index sitting_halt_of_sitting on sitting_halt (sitting_id, halted_at);

alter table theory_run add column halted_at timestamptz;
alter table theory_run add constraint only_a_running_clock_stands_still check (halted_at is null or halted_at < ends_at);

-- The last sign of life of an exam page, beside the hot tables: one short row per run.
create table seat_sign (
  run_id uuid primary key references theory_run (id),
  at timestamptz not null
);
