-- One candidate of a sitting on line was broken off by a failure: since when his clock stands, on which ground, and how it went on.
create table online_breakdown (
  id uuid primary key,
  case_id uuid not null references case_file (id),
  attempt_id uuid not null references attempt (id),
  sitting_id uuid not null references sitting (id),
  stage text not null check (stage in ('theory', 'practice')),
  -- the run of the theory or of the practice, whichever the stage says
  run_id uuid not null,
  ground text not null check (ground in ('line-lost', 'power-cut', 'equipment', 'server-outage', 'other')),
  note text not null,
  recorded_by uuid not null references account (id),
  recorded_at timestamptz not null,
  -- until then his proctor may let him go on; whoever did not go on gets another day
  sitting_ends_at timestamptz not null,
  -- his proctor lets him go on within the sitting; the clock runs from his own press
  let_on_by uuid references account (id),
  let_on_at timestamptz,
  ended_at timestamptz,
  ended_how text check (ended_how in ('went-on', 'another-day', 'otherwise')),
  constraint let_on_by_somebody check ((let_on_by is null) = (let_on_at is null)),
  constraint a_breakdown_ends_somehow check ((ended_at is null) = (ended_how is null)),
  constraint nobody_goes_on_by_himself check (ended_how is distinct from 'went-on' or let_on_at is not null)
);
create unique index one_breakdown_of_a_run_at_a_time on online_breakdown (run_id) where ended_at is null;
create index online_breakdown_of_attempt on online_breakdown (attempt_id, recorded_at);
create index online_breakdown_of_sitting on online_breakdown (sitting_id) where ended_at is null;
create index online_breakdown_to_move_on on online_breakdown (sitting_ends_at) where ended_at is null;
alter table online_breakdown enable row level security;
alter table online_breakdown force row level security;
create policy online_breakdown_goes_with_its_case on online_breakdown using (current_setting('tanu.scope', true) = 'system' or exists (select 1 from case_file c where c.id = case_id));
