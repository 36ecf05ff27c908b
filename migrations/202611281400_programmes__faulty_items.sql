-- A question found faulty after it was approved: reported by one person of the centre, decided by another [D].
create table item_fault (
  id uuid primary key,
  item_id uuid not null references item (id),
  ground text not null check (ground <> ''),
  note text not null check (note <> ''),
  reported_by uuid not null references account (id),
  reported_at timestamptz not null,
  decided_by uuid references account (id),
  decided_at timestamptz,
  upheld boolean,
  decision_note text not null default '',
  -- every run that had the question and had ended by then is credited
  settled_at timestamptz,
  constraint a_fault_needs_a_second_person check (decided_by is null or decided_by <> reported_by),
  constraint a_fault_is_decided_whole check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (upheld is null)),
  constraint only_an_upheld_fault_is_settled check (settled_at is null or upheld)
);
create unique index one_standing_fault_per_item on item_fault (item_id) where upheld is distinct from false;
create index fault_to_settle on item_fault (decided_at) where upheld and settled_at is null;
