-- What was printed for a sitting: its paper, and who made it. A list that changed meanwhile is a pack of its own.
create table sitting_pack (
  id uuid primary key,
  sitting_id uuid not null references sitting (id),
  number integer not null check (number > 0),
  paper_id uuid not null unique references paper (id),
  people integer not null,
  made_by uuid not null references account (id),
  made_at timestamptz not null,
  constraint packs_of_a_sitting_are_counted unique (sitting_id, number)
);
alter table sitting_pack enable row level security;
alter table sitting_pack force row level security;
create policy sitting_pack_goes_with_its_centre on sitting_pack using (current_setting('tanu.scope', true) in ('system', 'oversight')
  or exists (select 1 from sitting s where s.id = sitting_id and s.centre_id = any (coalesce(nullif(current_setting('tanu.centre_ids', true), ''), '{}')::uuid[])));
