-- A worker lets an employer see the documents he holds, without being referred: each word is given or taken back, nothing is overwritten; the last one counts.
create table employer_document_consent (
  id uuid primary key,
  seq bigint generated always as identity,
  organisation_id uuid not null references organisation (id),
  person_id uuid not null references person (id),
  account_id uuid not null references account (id),
  given boolean not null,
  text_version text not null,
  at timestamptz not null
);
create index employer_document_consent_of_organisation on employer_document_consent (organisation_id, person_id, seq desc);
create index employer_document_consent_of_person on employer_document_consent (person_id, organisation_id, seq desc);
create trigger employer_document_consent_is_kept before update or delete on employer_document_consent for each row execute function journal_is_never_changed();
alter table employer_document_consent enable row level security;
alter table employer_document_consent force row level security;
create policy employer_document_consent_is_opened_by_an_act on employer_document_consent
  using (current_setting('tanu.scope', true) = 'system') with check (current_setting('tanu.scope', true) = 'system');
