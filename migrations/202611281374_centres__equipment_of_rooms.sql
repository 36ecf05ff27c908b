-- What stands in which room, how much of it, from when to when, and when it was out of order. Nothing is deleted.
create table equipment (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  room_id uuid not null references room (id),
  name_kk text not null check (name_kk <> ''),
  name_ru text not null check (name_ru <> ''),
  quantity integer not null check (quantity > 0),
  from_day date not null,
  until_day date,
  entered_by uuid references account (id),
  entered_at timestamptz not null,
  constraint equipment_leaves_after_it_came check (until_day is null or until_day >= from_day)
);
create index equipment_of_centre on equipment (centre_id, room_id);

create table equipment_fault (
  id uuid primary key,
  equipment_id uuid not null references equipment (id),
  from_day date not null,
  ground text not null check (ground <> ''),
  reported_by uuid not null references account (id),
  reported_at timestamptz not null,
  -- the first day on which it works again
  mended_on date,
  mended_by uuid references account (id),
  mended_at timestamptz,
  constraint equipment_is_mended_whole check ((mended_by is null) = (mended_at is null) and (mended_by is null) = (mended_on is null)),
  constraint equipment_is_mended_after_it_broke check (mended_on is null or mended_on >= from_day)
);
create unique index one_open_fault_per_equipment on equipment_fault (equipment_id) where mended_on is null;
create index equipment_fault_of_equipment on equipment_fault (equipment_id, from_day desc);
