create table region (
  kato text primary key,
  order_no integer not null,
  iso text not null unique,
  kind text not null check (kind in ('oblast', 'city')),
  name_kk text not null,
  name_ru text not null,
  name_en text not null
);

create table sector_body (
  code text primary key,
  name_kk text,
  name_ru text not null,
  name_en text,
  provenance text not null
);

create table field (
  code text primary key,
  order_no integer not null,
  name_kk text not null,
  name_ru text not null,
  name_en text not null,
  provenance text not null
);

create table calendar_version (
  version text primary key,
  source text not null,
  years integer[] not null,
  loaded_at timestamptz not null
);
create table calendar_day (
  version text not null references calendar_version (version),
  date date not null,
  day text not null check (day in ('off', 'work')),
  kind text not null,
  name_kk text not null,
  name_ru text not null,
  name_en text not null,
  status text not null,
  primary key (version, date)
);

create table norm_edition (
  edition text primary key,
  valid_from date not null,
  norms jsonb not null,
  ground text not null,
  proposed_by uuid,
  approved_by uuid,
  created_at timestamptz not null,
  constraint norm_edition_needs_two_people check (proposed_by is null or proposed_by <> approved_by)
);

create table profession (
  code text primary key,
  created_at timestamptz not null
);
create table profession_version (
  id uuid primary key,
  code text not null references profession (code),
  version_no integer not null,
  valid_from date not null,
  valid_until date,
  name_kk text,
  name_ru text not null,
  name_en text,
  track text not null check (track in ('voluntary', 'mandatory')),
  basis text check (basis in ('standard', 'requirements')),
  basis_title_kk text,
  basis_title_ru text,
  field_code text references field (code),
  levels integer[] not null default '{}',
  education_required boolean not null default false,
  experience_required boolean not null default false,
  education_text_kk text,
  education_text_ru text,
  experience_text_kk text,
  experience_text_ru text,
  validity_months integer check (validity_months > 0),
  age_min integer check (age_min between 14 and 99),
  body_code text references sector_body (code),
  act_kk text,
  act_ru text,
  form text check (form in ('licensing', 'attestation', 'certification', 'testing', 'qualification-exam')),
  synonyms text not null default '',
  search_key text not null,
  provenance text not null check (provenance in ('slides', 'demonstration', 'import')),
  attributes_provenance text not null check (attributes_provenance in ('demonstration', 'import', 'unknown')),
  constraint one_version_per_number unique (code, version_no)
);
create index profession_version_current on profession_version (code) where valid_until is null;

create table centre (
  id uuid primary key references organisation (id),
  serial text not null unique,
  region_kato text not null references region (kato),
  address_kk text not null,
  address_ru text not null,
  phone text not null,
  email text not null,
  hours_kk text not null,
  hours_ru text not null,
  public_from date,
  provenance text not null check (provenance in ('demonstration', 'import'))
);
create index centre_by_region on centre (region_kato);

create table accreditation_certificate (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  number text not null unique,
  valid_from date not null,
  valid_until date not null,
  withdrawn_on date,
  resumed_on date,
  terminated_on date,
  constraint certificate_dates_in_order check (valid_until > valid_from)
);
create index accreditation_certificate_of_centre on accreditation_certificate (centre_id);

create table centre_scope (
  certificate_id uuid not null references accreditation_certificate (id),
  profession_code text not null references profession (code),
  level integer not null check (level between 1 and 8),
  primary key (certificate_id, profession_code, level)
);
create index centre_scope_by_profession on centre_scope (profession_code, level);

create table price_list (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  in_force_from date not null,
  published_at timestamptz not null,
  published_by uuid,
  constraint one_price_list_per_day unique (centre_id, in_force_from)
);
create table price (
  price_list_id uuid not null references price_list (id),
  profession_code text not null references profession (code),
  level integer not null,
  amount integer not null check (amount >= 0),
  retake_theory integer not null check (retake_theory >= 0),
  retake_practice integer not null check (retake_practice >= 0),
  retake_both integer not null check (retake_both >= 0),
  primary key (price_list_id, profession_code, level)
);

create table accessibility_feature (
  centre_id uuid not null references centre (id),
  feature text not null,
  available boolean not null,
  note_kk text not null default '',
  note_ru text not null default '',
  primary key (centre_id, feature)
);

create table room (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  name_kk text not null,
  name_ru text not null,
  seats integer not null check (seats > 0),
  closed_at timestamptz
);

create table centre_interest (
  id uuid primary key,
  profession_code text not null references profession (code),
  region_kato text not null references region (kato),
  account_id uuid references account (id),
  at timestamptz not null
);
create unique index one_interest_per_person_and_profession on centre_interest (profession_code, account_id) where account_id is not null;

create table programme (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  profession_code text not null references profession (code),
  level integer not null,
  created_at timestamptz not null,
  constraint one_programme_per_centre_profession_level unique (centre_id, profession_code, level)
);
-- content: {title, topics[], blueprint[], theoryMinutes, map{title, task, minutes, steps[]}, methodology, briefing, recommendations, needs, modes[]}
create table programme_version (
  id uuid primary key,
  programme_id uuid not null references programme (id),
  version_no integer not null,
  content jsonb not null,
  revision integer not null default 1,
  author_id uuid not null,
  created_at timestamptz not null,
  submitted_at timestamptz,
  approved_by uuid,
  approved_at timestamptz,
  returned_at timestamptz,
  return_note text,
  retired_at timestamptz,
  constraint one_programme_version_per_number unique (programme_id, version_no),
  constraint programme_is_approved_by_another check (approved_by is null or approved_by <> author_id)
);
create table item (
  id uuid primary key,
  programme_version_id uuid not null references programme_version (id),
  code text not null,
  topic text not null,
  kind text not null check (kind in ('single', 'multiple')),
  stem jsonb not null,
  options jsonb not null,
  retired_at timestamptz,
  constraint one_item_code_per_version unique (programme_version_id, code)
);
-- The key lives apart from the item, so that what is sent to a browser cannot carry it by mistake.
create table answer_key (
  item_id uuid primary key references item (id),
  correct text[] not null check (cardinality(correct) > 0)
);
