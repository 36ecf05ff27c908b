-- The day that a candidate chose for himself. It holds a seat until the centre's notification, or until it is given up.
create table sitting_choice (
  id uuid primary key,
  case_id uuid not null references case_file (id),
  stage text not null check (stage in ('theory', 'practice')),
  sitting_id uuid not null references sitting (id),
  chosen_by uuid not null references account (id),
  chosen_at timestamptz not null,
  released_at timestamptz,
  release text check (release in ('changed', 'taken-back', 'notified', 'called-off')),
  constraint a_released_choice_says_why check ((released_at is null) = (release is null))
);
create unique index one_choice_of_a_stage on sitting_choice (case_id, stage) where released_at is null;
create index sitting_choice_of_sitting on sitting_choice (sitting_id) where released_at is null;
alter table sitting_choice enable row level security;
alter table sitting_choice force row level security;
create policy sitting_choice_goes_with_its_case on sitting_choice using (current_setting('tanu.scope', true) = 'system' or exists (select 1 from case_file c where c.id = case_id));

-- On which days of the week and at what part of the day a candidate would come; he is told when such a day appears.
create table day_wish (
  id uuid primary key,
  case_id uuid not null references case_file (id),
  -- 1 is Monday; empty means any
  weekdays smallint[] not null check (weekdays <@ array[1, 2, 3, 4, 5, 6, 7]::smallint[]),
  parts text[] not null check (parts <@ array['morning', 'afternoon', 'evening']),
  wished_by uuid not null references account (id),
  wished_at timestamptz not null,
  told_at timestamptz,
  withdrawn_at timestamptz
);
create unique index one_standing_wish_of_a_case on day_wish (case_id) where withdrawn_at is null;
create index day_wish_untold on day_wish (wished_at) where told_at is null and withdrawn_at is null;
alter table day_wish enable row level security;
alter table day_wish force row level security;
create policy day_wish_goes_with_its_case on day_wish using (current_setting('tanu.scope', true) = 'system' or exists (select 1 from case_file c where c.id = case_id));
