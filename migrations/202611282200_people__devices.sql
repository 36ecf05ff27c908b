-- From which device somebody opened an account, asked for a voucher or applied: a keyed hash of a random number that the browser keeps, and nothing of the browser itself.
create table device_use (
  id uuid primary key,
  device bytea not null check (octet_length(device) = 32),
  person_id uuid not null references person (id),
  act text not null check (act in ('account', 'application', 'voucher-request')),
  -- The account, the case or the request.
  subject_id uuid not null,
  noted_at timestamptz not null,
  constraint an_act_is_noted_once unique (device, act, subject_id)
);
create index device_use_by_time on device_use (noted_at);
alter table device_use enable row level security;
alter table device_use force row level security;
create policy device_use_is_opened_by_an_act on device_use using (current_setting('tanu.scope', true) = 'system') with check (current_setting('tanu.scope', true) = 'system');

-- Computers that a centre or a career centre lends to whoever comes: what is done on them is noted of no device.
create table common_computer (
  id uuid primary key,
  device bytea not null check (octet_length(device) = 32),
  organisation_id uuid not null references organisation (id),
  name text not null check (name <> ''),
  marked_by uuid not null references account (id),
  marked_at timestamptz not null,
  unmarked_by uuid references account (id),
  unmarked_at timestamptz,
  constraint a_computer_is_unmarked_by_somebody check ((unmarked_by is null) = (unmarked_at is null))
);
create unique index one_mark_per_computer on common_computer (device) where unmarked_at is null;
create index common_computer_of_organisation on common_computer (organisation_id, marked_at desc);
