-- A recorded absence for which a valid ground was shown afterwards. The absence is moved here whole: the candidate may stay away once more, and that is recorded anew.
create table no_show_excuse (
  id uuid primary key,
  case_id uuid not null references case_file (id),
  attempt_id uuid not null references attempt (id),
  stage text not null check (stage in ('theory', 'practice')),
  on_day date not null,
  recorded_by uuid not null references account (id),
  recorded_at timestamptz not null,
  ground text not null check (ground in ('illness', 'bereavement', 'accident', 'summons', 'other')),
  -- number and day of the paper that was shown, never what it says of an illness
  paper text not null check (paper <> ''),
  note text not null,
  excused_by uuid not null references account (id),
  excused_at timestamptz not null,
  constraint another_ground_is_said check (ground <> 'other' or note <> '')
);
create index no_show_excuse_of_attempt on no_show_excuse (attempt_id);
alter table no_show_excuse enable row level security;
alter table no_show_excuse force row level security;
create policy no_show_excuse_goes_with_its_case on no_show_excuse using (current_setting('tanu.scope', true) = 'system' or exists (select 1 from case_file c where c.id = case_id));
