-- The day of an exam that fell through: by whose side, on which ground, with which paper. The notification it stood in is called off.
create table postponement (
  id uuid primary key,
  case_id uuid not null references case_file (id),
  attempt_id uuid not null references attempt (id),
  notification_id uuid not null unique references notification (id),
  kind text not null check (kind in ('candidate', 'illness', 'centre')),
  -- of the centre's list; null where the candidate asked
  ground text check (ground in ('equipment', 'staff', 'premises', 'emergency', 'other')),
  note text not null,
  -- number and day of the paper on an illness, never what it says of the illness
  paper text,
  recorded_by uuid not null references account (id),
  recorded_at timestamptz not null,
  constraint the_centre_has_a_ground check ((kind = 'centre') = (ground is not null)),
  constraint an_illness_has_its_paper check ((kind = 'illness') = (paper is not null))
);
create index postponement_of_attempt on postponement (attempt_id);
alter table postponement enable row level security;
alter table postponement force row level security;
create policy postponement_goes_with_its_case on postponement using (current_setting('tanu.scope', true) = 'system' or exists (select 1 from case_file c where c.id = case_id));
