-- Where the norm lets a centre examine people of its own organisation under a condition [D], one person of the centre writes down what ties the candidate to it
-- and how his examiners stay impartial; another sends the contract.
create table own_people_note (
  id uuid primary key,
  case_id uuid not null references case_file (id),
  note text not null check (note <> ''),
  noted_by uuid not null references account (id),
  noted_at timestamptz not null
);
create index own_people_note_of_case on own_people_note (case_id, noted_at);
alter table own_people_note enable row level security;
alter table own_people_note force row level security;
create policy own_people_note_goes_with_its_case on own_people_note
  using (current_setting('tanu.scope', true) = 'system' or exists (select 1 from case_file c where c.id = own_people_note.case_id));
create trigger own_people_note_is_kept before update or delete on own_people_note for each row execute function journal_is_never_changed();
