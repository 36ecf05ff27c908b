-- What an employer was reminded of, each once: documents of people who let it see them.
create table employer_reminder (
  organisation_id uuid not null references organisation (id),
  document_id uuid not null references recognition_document (id),
  days_before integer not null check (days_before > 0),
  reminded_at timestamptz not null,
  primary key (organisation_id, document_id, days_before)
);
create index contract_of_payer on contract (payer_organisation_id) where payer_organisation_id is not null;
