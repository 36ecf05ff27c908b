create table organisation (
  id uuid primary key,
  kind text not null check (kind in ('centre', 'national-chamber', 'regional-chamber', 'ministry', 'national-body', 'audit', 'platform', 'partner', 'employer')),
  bin text unique,
  name_kk text not null,
  name_ru text not null,
  name_en text not null,
  demonstration boolean not null default false,
  created_at timestamptz not null
);

-- The IIN is kept enciphered; the index is a keyed hash, so equality can be asked without reading it.
create table person (
  id uuid primary key,
  iin_cipher bytea not null,
  iin_index bytea not null,
  iin_last_four text not null,
  surname text not null,
  given_name text not null,
  patronymic text,
  birth_on date not null,
  citizenship text not null default 'KZ',
  phone text,
  address text,
  verified_at timestamptz,
  verified_by uuid,
  created_at timestamptz not null
);
create unique index one_verified_person_per_iin on person (iin_index) where verified_at is not null;
create index person_by_iin on person (iin_index);

create table account (
  id uuid primary key,
  person_id uuid not null references person (id),
  email text not null,
  password_hash text,
  totp_cipher bytea,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  lang text not null default 'kk' check (lang in ('kk', 'ru', 'en')),
  demo_key text unique,
  closed_at timestamptz,
  created_at timestamptz not null,
  constraint one_account_per_email unique (email),
  constraint email_is_folded check (email = lower(email))
);
create index account_of_person on account (person_id);

create table recovery_code (
  account_id uuid not null references account (id),
  code_hash bytea not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);

create table password_reset (
  token_hash bytea primary key,
  account_id uuid not null references account (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- Sign-in sessions: real time, never the demonstration clock.
create table sign_in_session (
  id uuid primary key,
  token_hash bytea not null unique,
  previous_token_hash bytea,
  account_id uuid not null references account (id),
  created_at timestamptz not null,
  rotated_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  device text not null
);
create index sign_in_session_of_account on sign_in_session (account_id) where ended_at is null;
create index sign_in_session_by_previous on sign_in_session (previous_token_hash) where previous_token_hash is not null;

create table role_grant (
  id uuid primary key,
  account_id uuid not null references account (id),
  role text not null check (role in ('centre-operator', 'assessor', 'panel-member', 'invigilator', 'centre-head', 'accreditor', 'ministry', 'national-body', 'auditor', 'administrator')),
  organisation_id uuid not null references organisation (id),
  valid_from date not null,
  valid_until date,
  granted_by uuid not null,
  granted_at timestamptz not null,
  revoked_by uuid,
  revoked_at timestamptz,
  constraint nobody_grants_a_role_to_himself check (granted_by <> account_id),
  constraint role_dates_in_order check (valid_until is null or valid_until >= valid_from)
);
create index role_grant_of_account on role_grant (account_id) where revoked_at is null;
create index role_grant_of_organisation on role_grant (organisation_id) where revoked_at is null;

create table api_key (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  name text not null,
  secret_hash bytea not null unique,
  scopes text[] not null,
  may_assert_identity boolean not null default false,
  created_by uuid not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);

create table consent (
  id uuid primary key,
  person_id uuid not null references person (id),
  kind text not null,
  text_version text not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz
);
