-- In which professions and levels an assessor or a member of a panel is competent, by which paper, from when to when:
-- entered by one person of the centre, confirmed by another, ended with a ground, never deleted.
create table examiner_competence (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  account_id uuid not null references account (id),
  profession_code text not null references profession (code),
  levels integer[] not null check (cardinality(levels) > 0),
  ground text not null check (ground <> ''),
  -- name, number and day of the paper, as it is written on it
  document text not null check (document <> ''),
  valid_from date not null,
  valid_until date,
  entered_by uuid not null references account (id),
  entered_as_head boolean not null,
  entered_at timestamptz not null,
  confirmed_by uuid references account (id),
  confirmed_at timestamptz,
  ended_from date,
  end_ground text,
  ended_by uuid references account (id),
  ended_at timestamptz,
  constraint a_competence_ends_after_it_begins check (valid_until is null or valid_until >= valid_from),
  constraint a_competence_needs_a_second_person check (confirmed_by is null or confirmed_by <> entered_by),
  constraint nobody_confirms_his_own_competence check (confirmed_by is null or confirmed_by <> account_id),
  constraint a_competence_is_confirmed_whole check ((confirmed_by is null) = (confirmed_at is null)),
  constraint a_competence_is_ended_whole check ((ended_by is null) = (ended_at is null) and (ended_by is null) = (ended_from is null) and (ended_by is null) = (end_ground is null))
);
create index examiner_competence_of_centre on examiner_competence (centre_id, profession_code);
