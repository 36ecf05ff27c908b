-- Which reminders of its expiry a document has had: each is sent once, however often the sweep runs.
create table expiry_reminder (
  document_id uuid not null references recognition_document (id),
  days_before integer not null check (days_before > 0),
  reminded_at timestamptz not null,
  primary key (document_id, days_before)
);
create index recognition_document_by_expiry on recognition_document (valid_until) where annulled_on is null and valid_until is not null;
