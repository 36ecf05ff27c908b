-- An accreditation case is about an organisation and its professions; no person's recognition depends on reading it, so it stands apart from case_file (docs/adr/0013).
create table accreditation_sequence (
  region_kato text not null references region (kato),
  year integer not null,
  last integer not null,
  primary key (region_kato, year)
);
create table accreditation_case (
  id uuid primary key,
  number text unique,
  kind text not null check (kind in ('initial', 'extension', 'renewal', 'reissue')),
  organisation_id uuid not null references organisation (id),
  region_kato text not null references region (kato),
  channel text not null check (channel in ('online', 'paper')),
  -- The certificate that is extended, renewed or issued anew.
  certificate_id uuid references accreditation_certificate (id),
  step text not null check (step in ('draft', 'submitted', 'correcting', 'expertise', 'survey', 'awaiting-agreement', 'deciding', 'accredited', 'certificate-issued', 'contract-sent',
    'completed', 'returned', 'refused', 'withdrawn')),
  whose_move text not null check (whose_move in ('applicant', 'chamber', 'accreditor', 'expert', 'surveyor', 'ministry', 'commission', 'nobody')),
  corrections integer not null default 0 check (corrections >= 0),
  version integer not null default 1,
  norm_edition text not null references norm_edition (edition),
  calendar_version text not null references calendar_version (version),
  next_due_on date,
  created_by uuid not null references account (id),
  created_at timestamptz not null,
  received_on date,
  submitted_at timestamptz,
  moved_at timestamptz not null,
  closed_at timestamptz,
  constraint a_submitted_case_has_its_number check (step = 'draft' or (number is not null and received_on is not null) or step = 'withdrawn'),
  constraint a_change_names_its_certificate check (kind = 'initial' or certificate_id is not null)
);
create unique index one_open_accreditation_case_per_organisation on accreditation_case (organisation_id) where closed_at is null;
create index accreditation_case_inbox on accreditation_case (whose_move, next_due_on, id) where closed_at is null;
create index accreditation_case_of_region on accreditation_case (region_kato, moved_at desc);

-- One row a clock: the term of a stage by the norms of the case; no due day where the term is not set.
create table accreditation_clock (
  id uuid primary key,
  case_id uuid not null references accreditation_case (id),
  stage integer not null check (stage between 1 and 6),
  started_on date not null,
  due_on date,
  ended_at timestamptz,
  -- How the stage ended: done, or given back to the applicant, or broken off.
  ended_how text check (ended_how in ('done', 'given-back', 'broken-off')),
  lapsed_at timestamptz,
  constraint a_clock_ends_somehow check ((ended_at is null) = (ended_how is null))
);
create index accreditation_clock_of_case on accreditation_clock (case_id, started_on);
create index accreditation_clock_running on accreditation_clock (due_on) where ended_at is null;

-- What is asked for, one line a profession and level; the decision stands at the line.
create table accreditation_line (
  case_id uuid not null references accreditation_case (id),
  profession_code text not null references profession (code),
  level integer not null check (level between 1 and 8),
  programme_version_id uuid references programme_version (id),
  outcome text check (outcome in ('granted', 'refused')),
  reasons text not null default '',
  primary key (case_id, profession_code, level),
  constraint a_refusal_has_its_reasons check (outcome is distinct from 'refused' or reasons <> '')
);
create index accreditation_line_by_profession on accreditation_line (profession_code, level);

-- Papers of the applicant and of the accrediting body; the files lie in the file store.
create table accreditation_paper (
  id uuid primary key,
  case_id uuid not null references accreditation_case (id),
  kind text not null check (kind in ('application', 'registration', 'premises', 'programme', 'staff', 'correction', 'survey-photo', 'agreement', 'contract', 'other')),
  language text check (language in ('kk', 'ru')),
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
create index accreditation_paper_of_case on accreditation_paper (case_id);
create index accreditation_paper_by_hash on accreditation_paper (sha256);

-- Which region a regional chamber receives for.
create table regional_chamber (
  organisation_id uuid primary key references organisation (id),
  region_kato text not null unique references region (kato)
);
