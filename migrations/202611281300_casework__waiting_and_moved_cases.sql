-- What a case was doing when its centre lost the scope, and where it went: a hold pauses, a move changes the owner of the same row (ADR 0016).
create table case_hold (
  id uuid primary key,
  case_id uuid not null references case_file (id),
  -- of whose loss: the certificate, and the event; no event: it expired, or came withdrawn with the import
  certificate_id uuid references accreditation_certificate (id),
  event_id uuid references certificate_event (id),
  step_before text not null,
  mover_before text not null,
  due_before date,
  held_at timestamptz not null,
  held_on date not null,
  ended_at timestamptz,
  ended_how text check (ended_how in ('finish', 'move', 'close', 'resumed', 'withdrawn')),
  continuation_id uuid,
  constraint a_hold_ends_somehow check ((ended_at is null) = (ended_how is null)),
  constraint a_fate_names_its_decision check (ended_how is null or (continuation_id is not null) = (ended_how in ('finish', 'move', 'close')))
);
create unique index one_open_hold_per_case on case_hold (case_id) where ended_at is null;
create index case_hold_of_case on case_hold (case_id, held_at desc);
create index case_hold_open on case_hold (certificate_id, event_id) where ended_at is null;

create table case_move (
  id uuid primary key,
  case_id uuid not null references case_file (id),
  case_number text not null,
  profession_code text not null,
  level integer not null,
  from_centre_id uuid not null references centre (id),
  to_centre_id uuid not null references centre (id),
  step text not null,
  moved_at timestamptz not null,
  moved_on date not null,
  continuation_id uuid not null,
  constraint a_case_moves_elsewhere check (from_centre_id <> to_centre_id)
);
create index case_move_of_case on case_move (case_id, moved_at desc);
create index case_move_from on case_move (from_centre_id, moved_at desc);

alter table deadline add column paused_on date;

alter table case_hold enable row level security;
alter table case_hold force row level security;
create policy case_hold_goes_with_its_case on case_hold using (
  current_setting('tanu.scope', true) = 'system' or exists (select 1 from case_file c where c.id = case_hold.case_id));

alter table case_move enable row level security;
alter table case_move force row level security;
-- The centre that gave the case away keeps this line of it, and no other.
create policy case_move_is_seen_by_both_sides on case_move using (
  current_setting('tanu.scope', true) in ('system', 'oversight')
  or from_centre_id = any (coalesce(nullif(current_setting('tanu.centre_ids', true), ''), '{}')::uuid[])
  or exists (select 1 from case_file c where c.id = case_move.case_id));

-- Cases that wait already were all held at the first step.
insert into case_hold (id, case_id, certificate_id, step_before, mover_before, held_at, held_on)
select gen_random_uuid(), c.id, (select s.certificate_id from centre_scope s join accreditation_certificate a on a.id = s.certificate_id
    where a.centre_id = c.centre_id and s.profession_code = c.profession_code and s.level = c.level order by a.valid_from desc limit 1),
  'registered', 'centre', c.moved_at, (c.moved_at at time zone 'Asia/Almaty')::date
from case_file c where c.step = 'waiting' and c.closed_at is null;
