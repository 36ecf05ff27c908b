-- By which paper an employer sends its worker to be recognised. The person is known by a sealed IIN and its keyed index: he need not have an account yet.
create table referral (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  number text not null check (number <> ''),
  referred_on date not null,
  iin_cipher bytea not null,
  iin_index bytea not null,
  iin_last_four text not null,
  surname text not null,
  given_name text not null,
  patronymic text,
  email text,
  profession_code text not null references profession (code),
  level integer not null check (level between 1 and 8),
  centre_id uuid references centre (id),
  pays boolean not null,
  pay_limit integer check (pay_limit > 0),
  -- What the person types to open it while his IIN is only claimed; sealed, since it opens.
  code_cipher bytea not null,
  code_index bytea not null,
  channel text not null check (channel in ('desk', 'file')),
  sent_by uuid not null references account (id),
  sent_at timestamptz not null,
  valid_until date not null,
  person_id uuid references person (id),
  account_id uuid references account (id),
  case_id uuid unique references case_file (id),
  taken_at timestamptz,
  declined_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid references account (id),
  withdrawal_ground text not null default '',
  constraint a_limit_is_for_who_pays check (pay_limit is null or pays),
  constraint a_referral_ends_once check (num_nonnulls(taken_at, declined_at, withdrawn_at) <= 1),
  constraint a_referral_is_taken_into_a_case check ((taken_at is null) = (case_id is null)),
  constraint a_withdrawal_has_its_ground check ((withdrawn_at is null) = (withdrawal_ground = ''))
);
create unique index one_open_referral_per_person_and_qualification on referral (organisation_id, iin_index, profession_code, level) where taken_at is null and declined_at is null and withdrawn_at is null;
create unique index one_referral_per_code on referral (code_index);
create index referral_of_organisation on referral (organisation_id, sent_at desc, id desc);
create index referral_of_person on referral (iin_index);

-- Consents of a person towards the employer that referred him: each given or taken back, nothing overwritten; the last entry counts.
create table referral_consent (
  id uuid primary key,
  -- In what order they were said: two words within one moment are told apart.
  seq bigint generated always as identity,
  referral_id uuid not null references referral (id),
  scope text not null check (scope in ('road', 'documents')),
  given boolean not null,
  text_version text not null,
  account_id uuid not null references account (id),
  at timestamptz not null
);
create index referral_consent_of_referral on referral_consent (referral_id, scope, seq desc);
create trigger referral_consent_is_kept before update or delete on referral_consent for each row execute function journal_is_never_changed();

-- A file of referrals that was examined and may be entered; sealed, for it holds IINs, and thrown away once entered or when another is brought.
create table referral_import (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  account_id uuid not null references account (id),
  filename text not null,
  rows integer not null,
  added integer not null,
  faults jsonb not null,
  fault_count integer not null,
  sealed_table bytea,
  examined_at timestamptz not null,
  applied_at timestamptz
);
create index referral_import_by_organisation on referral_import (organisation_id, examined_at desc);

-- Behind policy.ts, not instead of it: these rows are there only for an act that has asked its policy and then takes the sight of the system.
do $$
declare name text;
begin
  foreach name in array array['referral', 'referral_consent', 'referral_import']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (current_setting(''tanu.scope'', true) = ''system'') with check (current_setting(''tanu.scope'', true) = ''system'')', name || '_is_opened_by_an_act', name);
  end loop;
end $$;

-- Who pays by a contract when it is not the candidate; the name stays as it was on the day.
alter table contract add column payer_organisation_id uuid references organisation (id);
