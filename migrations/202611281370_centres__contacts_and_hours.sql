-- How a centre can be reached and when it is open. What was true before stays: changes are new rows, never edits.
alter table centre add column site text not null default '';

create table centre_contacts (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  phone text not null check (phone <> ''),
  email text not null check (email <> ''),
  site text not null,
  -- null: as they stood before the first change was kept
  in_force_at timestamptz,
  -- null: came with the register
  entered_by uuid references account (id)
);
create unique index one_first_contacts_per_centre on centre_contacts (centre_id) where in_force_at is null;
create index centre_contacts_of_centre on centre_contacts (centre_id, in_force_at desc);

-- The week from a day on; of two entered for one day the later holds.
create table centre_hours (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  in_force_from date not null,
  -- [{"weekday": 1..7, "opens": "09:00", "closes": "18:00", "breakFrom": "13:00", "breakUntil": "14:00"}]; a weekday that is not named is closed
  week jsonb not null,
  entered_by uuid references account (id),
  entered_at timestamptz not null,
  constraint a_week_has_an_open_day check (jsonb_array_length(week) between 1 and 7)
);
create index centre_hours_of_centre on centre_hours (centre_id, in_force_from desc, entered_at desc);

create table centre_hours_exception (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  on_day date not null,
  -- both null: closed
  opens text,
  closes text,
  note_kk text not null,
  note_ru text not null,
  entered_by uuid references account (id),
  entered_at timestamptz not null,
  withdrawn_by uuid references account (id),
  withdrawn_at timestamptz,
  constraint hours_of_a_day_are_whole check ((opens is null) = (closes is null) and (opens is null or opens < closes)),
  constraint an_exception_is_withdrawn_by_somebody check ((withdrawn_by is null) = (withdrawn_at is null))
);
create unique index one_standing_exception_per_day on centre_hours_exception (centre_id, on_day) where withdrawn_at is null;
