-- What is taken when: rooms, people, pieces of equipment. Two cannot have one thing at one time, whatever act tries it.
create type uuid_range as range (subtype = uuid);

create table staff_absence (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  account_id uuid not null references account (id),
  from_day date not null,
  -- the last day of it
  until_day date not null,
  entered_by uuid not null references account (id),
  entered_at timestamptz not null,
  withdrawn_by uuid references account (id),
  withdrawn_at timestamptz,
  constraint absence_days_in_order check (until_day >= from_day),
  constraint absence_is_withdrawn_by_somebody check ((withdrawn_by is null) = (withdrawn_at is null))
);
create index staff_absence_of_centre on staff_absence (centre_id, until_day);

create table booking (
  id uuid primary key,
  kind text not null check (kind in ('room', 'person', 'kit')),
  resource_id uuid not null,
  -- the which of a piece of equipment of which there are several
  unit integer not null default 1 check (unit > 0),
  during tstzrange not null check (not isempty(during)),
  sitting_id uuid references sitting (id),
  absence_id uuid references staff_absence (id),
  released_at timestamptz,
  constraint booked_for_one_thing check ((sitting_id is null) <> (absence_id is null)),
  constraint nothing_is_taken_twice exclude using gist (uuid_range(resource_id, resource_id, '[]') with &&, int4range(unit, unit, '[]') with &&, during with &&) where (released_at is null)
);
create index booking_of_sitting on booking (sitting_id) where sitting_id is not null;
create index booking_of_absence on booking (absence_id) where absence_id is not null;

-- The week of an examiner from a day on; an empty week is no limit. Of two entered for one day the later holds.
create table staff_hours (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  account_id uuid not null references account (id),
  in_force_from date not null,
  week jsonb not null,
  entered_by uuid not null references account (id),
  entered_at timestamptz not null
);
create index staff_hours_of_centre on staff_hours (centre_id, account_id, in_force_from desc, entered_at desc);

-- What was planned before takes its place too, as far as nothing else has it.
insert into booking (id, kind, resource_id, during, sitting_id)
  select gen_random_uuid(), 'room', room_id, tstzrange(starts_at, ends_at), id from sitting where cancelled_at is null and room_id is not null
  on conflict do nothing;
insert into booking (id, kind, resource_id, during, sitting_id)
  select gen_random_uuid(), 'person', invigilator_id, tstzrange(starts_at, ends_at), id from sitting where cancelled_at is null and invigilator_id is not null
  on conflict do nothing;
insert into booking (id, kind, resource_id, during, sitting_id)
  select gen_random_uuid(), 'person', a.account_id, tstzrange(s.starts_at, s.ends_at), s.id from sitting s join sitting_assessor a on a.sitting_id = s.id where s.cancelled_at is null
  on conflict do nothing;
