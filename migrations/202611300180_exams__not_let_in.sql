-- Whoever came and was not let in, in the centre or on line: on which ground, in which words, by whom and when. He may be looked at anew until the sitting ends; what was said stays.
create table not_let_in (
  id uuid primary key,
  case_id uuid not null references case_file (id),
  attempt_id uuid not null references attempt (id),
  sitting_id uuid not null references sitting (id),
  stage text not null check (stage in ('theory', 'practice')),
  ground text not null check (ground in ('no-document', 'document', 'face-differs', 'not-shown', 'room', 'other')),
  -- what he can do about it; never the number of a paper
  note text not null check (char_length(note) between 10 and 500),
  said_by uuid not null references account (id),
  said_at timestamptz not null,
  -- he came back and was let in after all
  let_in_at timestamptz
);
create index not_let_in_of_attempt on not_let_in (attempt_id, sitting_id, said_at);
select set_config('tanu.scope', 'system', true);
insert into not_let_in (id, case_id, attempt_id, sitting_id, stage, ground, note, said_by, said_at)
  select gen_random_uuid(), case_id, attempt_id, sitting_id, stage, refused_ground, refused_note, refused_by, refused_at from proctoring_session where refused_at is not null;
alter table not_let_in enable row level security;
alter table not_let_in force row level security;
create policy not_let_in_goes_with_its_case on not_let_in using (current_setting('tanu.scope', true) = 'system' or exists (select 1 from case_file c where c.id = case_id));
