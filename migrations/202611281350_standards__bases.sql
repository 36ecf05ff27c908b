-- Bases of assessment: professional standards, and qualification requirements where there is no standard. A version is never rewritten once approved.
create table basis (
  code text primary key check (code ~ '^[A-Z0-9][A-Z0-9.-]{0,39}$'),
  kind text not null check (kind in ('standard', 'requirements')),
  created_at timestamptz not null
);
create table basis_version (
  id uuid primary key,
  code text not null references basis (code),
  version_no integer not null check (version_no > 0),
  body_code text not null references sector_body (code),
  title_kk text not null,
  title_ru text not null,
  title_en text not null default '',
  act_kk text not null default '',
  act_ru text not null default '',
  edition text not null default '',
  page text not null default '',
  valid_from date,
  valid_until date,
  content jsonb,
  provenance text not null check (provenance in ('order-title', 'demonstration', 'platform')),
  revision integer not null default 1,
  author_id uuid references account (id),
  created_at timestamptz not null,
  submitted_at timestamptz,
  returned_at timestamptz,
  return_note text,
  approved_by uuid references account (id),
  approved_at timestamptz,
  constraint one_basis_version_per_number unique (code, version_no),
  constraint a_basis_is_approved_by_another check (approved_by is null or approved_by <> author_id),
  constraint an_approved_basis_has_its_first_day check (approved_at is null or valid_from is not null or content is null),
  constraint a_basis_ends_after_it_began check (valid_until is null or valid_until > valid_from),
  constraint only_an_approved_basis_ends check (valid_until is null or approved_at is not null)
);
create unique index one_open_draft_per_basis on basis_version (code) where approved_at is null;
create unique index one_last_version_per_basis on basis_version (code) where approved_at is not null and valid_until is null;
create index basis_version_of_body on basis_version (body_code);
-- For which professions and levels an approved version is the basis.
create table basis_profession (
  version_id uuid not null references basis_version (id),
  profession_code text not null references profession (code),
  level integer not null check (level between 1 and 8),
  card_code text,
  primary key (version_id, profession_code, level)
);
create index basis_profession_by_code on basis_profession (profession_code);
-- A filled document template: what it holds and what is wrong with it, until it is taken into the draft.
create table basis_import (
  id uuid primary key,
  version_id uuid not null references basis_version (id),
  filename text not null,
  rows integer not null,
  content jsonb,
  faults jsonb not null,
  brought_by uuid not null references account (id),
  brought_at timestamptz not null,
  taken_at timestamptz,
  constraint a_faulty_file_is_not_taken check (taken_at is null or content is not null)
);
create index basis_import_of_version on basis_import (version_id, brought_at desc);
