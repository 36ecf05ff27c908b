-- By which case a certificate was issued, and which one it takes the place of.
create table accreditation_issue (
  case_id uuid primary key references accreditation_case (id),
  certificate_id uuid not null unique references accreditation_certificate (id),
  previous_id uuid references accreditation_certificate (id),
  paper_id uuid not null references paper (id),
  issued_by uuid not null references account (id),
  issued_at timestamptz not null,
  constraint a_certificate_does_not_precede_itself check (previous_id is distinct from certificate_id)
);
create index accreditation_issue_by_previous on accreditation_issue (previous_id);

-- The post-accreditation contract of the standard form (Order No 381, Appendix 2).
create table accreditation_contract (
  case_id uuid primary key references accreditation_case (id),
  paper_id uuid not null references paper (id),
  sent_by uuid not null references account (id),
  sent_at timestamptz not null,
  accepted_by uuid references account (id),
  accepted_at timestamptz,
  constraint somebody_accepts_a_contract check ((accepted_by is null) = (accepted_at is null))
);
