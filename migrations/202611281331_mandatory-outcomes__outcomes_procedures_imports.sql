-- Documents of mandatory recognition, which sector bodies give under their own laws: the body registers them here, so that an employer's check finds them.
create table mandatory_outcome (
  id uuid primary key,
  body_code text not null references sector_body (code),
  number text not null check (number <> ''),
  -- How a number is compared: capital Latin letters, no blanks.
  number_key text not null check (number_key <> ''),
  version integer not null check (version > 0),
  registered_on date not null,
  registered_at timestamptz not null,
  constraint one_document_number_per_body unique (body_code, number_key)
);
create index mandatory_outcome_by_number on mandatory_outcome (number_key);
create index mandatory_outcome_by_body on mandatory_outcome (body_code, registered_at desc, id desc);

-- What was registered, and every later correction and annulment with its reason: nothing is overwritten.
create table mandatory_outcome_version (
  outcome_id uuid not null references mandatory_outcome (id),
  version_no integer not null check (version_no > 0),
  kind text not null check (kind in ('registered', 'corrected', 'annulled')),
  profession_code text not null references profession (code),
  profession_version_id uuid not null references profession_version (id),
  iin_cipher bytea not null,
  iin_index bytea not null,
  iin_last_four text not null,
  surname text not null,
  given_name text not null,
  patronymic text,
  issued_on date not null,
  valid_until date,
  ground text not null check (ground <> ''),
  annulled_on date,
  reason text not null default '',
  channel text not null check (channel in ('desk', 'file', 'api')),
  by_account uuid references account (id),
  by_key uuid references api_key (id),
  at timestamptz not null,
  primary key (outcome_id, version_no),
  constraint the_first_version_is_the_registration check ((version_no = 1) = (kind = 'registered')),
  constraint a_later_version_has_its_reason check (kind = 'registered' or reason <> ''),
  constraint an_annulment_has_its_day check ((kind = 'annulled') = (annulled_on is not null)),
  constraint a_document_ends_after_it_begins check (valid_until is null or valid_until >= issued_on),
  constraint somebody_stands_behind_an_outcome check (num_nonnulls(by_account, by_key) = 1)
);
create index mandatory_outcome_version_by_person on mandatory_outcome_version (iin_index);
create trigger mandatory_outcome_version_is_kept before update or delete on mandatory_outcome_version for each row execute function journal_is_never_changed();

-- How a mandatory profession is recognised, as its body says it: dated editions, the one before is kept.
create table mandatory_procedure (
  id uuid primary key,
  body_code text not null references sector_body (code),
  profession_code text not null references profession (code),
  edition_no integer not null check (edition_no > 0),
  act_kk text not null check (act_kk <> ''),
  act_ru text not null check (act_ru <> ''),
  form text not null check (form in ('licensing', 'attestation', 'certification', 'testing', 'qualification-exam')),
  place_kk text not null check (place_kk <> ''),
  place_ru text not null check (place_ru <> ''),
  link text not null default '',
  terms_kk text not null check (terms_kk <> ''),
  terms_ru text not null check (terms_ru <> ''),
  contact text not null check (contact <> ''),
  valid_from date not null,
  published_by uuid not null references account (id),
  published_at timestamptz not null,
  constraint one_edition_per_number unique (body_code, profession_code, edition_no)
);
create trigger mandatory_procedure_is_kept before update or delete on mandatory_procedure for each row execute function journal_is_never_changed();

-- A file that was examined and may be entered. Its rows hold IINs, so they are sealed, and thrown away once they are entered or another file is brought.
create table mandatory_import (
  id uuid primary key,
  body_code text not null references sector_body (code),
  account_id uuid not null references account (id),
  filename text not null,
  rows integer not null,
  added integer not null,
  unchanged integer not null,
  faults jsonb not null,
  fault_count integer not null,
  sealed_table bytea,
  examined_at timestamptz not null,
  applied_at timestamptz
);
create index mandatory_import_by_body on mandatory_import (body_code, examined_at desc);

-- Behind policy.ts, not instead of it: rows with an IIN are there only for an act that has asked its policy and then takes the sight of the system.
do $$
declare name text;
begin
  foreach name in array array['mandatory_outcome', 'mandatory_outcome_version', 'mandatory_import']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (current_setting(''tanu.scope'', true) = ''system'') with check (current_setting(''tanu.scope'', true) = ''system'')', name || '_is_opened_by_an_act', name);
  end loop;
end $$;
