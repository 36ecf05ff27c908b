-- Which reminders of its expiry a certificate has had: each is sent once, however often the sweep runs.
create table certificate_reminder (
  certificate_id uuid not null references accreditation_certificate (id),
  days_before integer not null check (days_before > 0),
  reminded_at timestamptz not null,
  primary key (certificate_id, days_before)
);
