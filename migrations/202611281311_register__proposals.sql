-- A proposal to the register of professions: a case about an entry, not about a person's recognition, so it stands apart from case_file.
create table register_proposal_sequence (
  year integer primary key,
  last integer not null
);
create table register_proposal (
  id uuid primary key,
  number text unique,
  kind text not null check (kind in ('add', 'change', 'move', 'strike')),
  body_code text not null references sector_body (code),
  organisation_id uuid not null references organisation (id),
  profession_code text not null,
  -- The version with which the entry was last compared; none where the entry is new.
  base_version_id uuid references profession_version (id),
  -- How the entry shall read; none where it is to be struck off.
  entry jsonb,
  association text not null default '',
  grounds text not null default '',
  step text not null check (step in ('draft', 'filed', 'agreed', 'recommended', 'proposed', 'entered', 'not-agreed', 'not-recommended', 'withdrawn')),
  whose_move text not null check (whose_move in ('sector-officer', 'ministry', 'nobody')),
  version integer not null default 1,
  norm_edition text not null references norm_edition (edition),
  calendar_version text not null references calendar_version (version),
  filed_on date,
  round_closes_on date,
  council_number text,
  council_on date,
  national_number text,
  national_on date,
  -- T10: until when the register is to be updated; no due day where the term is not set.
  update_due_on date,
  first_day date,
  prepared_by uuid references account (id),
  prepared_at timestamptz,
  approved_by uuid references account (id),
  edition_no integer references register_edition (no),
  end_grounds text not null default '',
  created_by uuid not null references account (id),
  created_at timestamptz not null,
  moved_at timestamptz not null,
  closed_at timestamptz,
  constraint a_filed_proposal_has_its_number check (step in ('draft', 'withdrawn') or (number is not null and filed_on is not null)),
  constraint a_struck_entry_reads_no_more check ((kind = 'strike') = (entry is null)),
  constraint an_agreed_proposal_has_its_protocol check (step not in ('agreed', 'recommended', 'proposed', 'entered', 'not-recommended') or (council_number is not null and council_on is not null)),
  constraint a_recommended_proposal_has_its_protocol check (step not in ('recommended', 'proposed', 'entered') or (national_number is not null and national_on is not null)),
  constraint a_prepared_version_has_its_first_day check (step not in ('proposed', 'entered') or (first_day is not null and prepared_by is not null)),
  constraint two_people_enter_a_version check (approved_by is null or approved_by <> prepared_by),
  constraint an_entered_proposal_has_its_edition check ((step = 'entered') = (edition_no is not null and approved_by is not null)),
  constraint a_refused_proposal_has_its_grounds check (step not in ('not-agreed', 'not-recommended') or end_grounds <> '')
);
-- A draft takes nobody's place; a filed proposal is the only one of its entry.
create unique index one_open_proposal_per_entry on register_proposal (profession_code) where closed_at is null and step <> 'draft';
create index register_proposal_of_body on register_proposal (body_code, moved_at desc);
create index register_proposal_inbox on register_proposal (whose_move, update_due_on, id) where closed_at is null;
create index register_proposal_of_edition on register_proposal (edition_no) where edition_no is not null;

create table register_proposal_paper (
  id uuid primary key,
  proposal_id uuid not null references register_proposal (id),
  kind text not null check (kind in ('association', 'council', 'national-council')),
  name text not null,
  media_type text not null,
  size integer not null,
  sha256 bytea not null,
  file_key text not null,
  original_key text not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  removed_at timestamptz
);
create index register_proposal_paper_of_proposal on register_proposal_paper (proposal_id);
