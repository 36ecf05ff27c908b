-- What was handed over under signature to an applicant without an account: terms count from that day.
create table accreditation_delivery (
  id uuid primary key,
  case_id uuid not null references accreditation_case (id),
  of_kind text not null check (of_kind in ('given-back', 'returned', 'decision', 'certificate', 'contract')),
  -- the first, the second giving back
  of_no integer not null check (of_no > 0),
  delivered_on date not null,
  recipient text not null check (recipient <> ''),
  -- in what capacity: head, or by which power of attorney
  capacity text not null check (capacity <> ''),
  scan_id uuid not null references accreditation_paper (id),
  recorded_by uuid not null references account (id),
  recorded_at timestamptz not null,
  constraint handed_over_once unique (case_id, of_kind, of_no)
);

-- Whoever has no account signs on paper; the delivery says who it was.
alter table accreditation_contract add column accepted_on_paper boolean not null default false;
alter table accreditation_contract drop constraint somebody_accepts_a_contract;
alter table accreditation_contract add constraint somebody_accepts_a_contract check ((accepted_at is null) = (accepted_by is null and not accepted_on_paper));

alter table accreditation_paper drop constraint accreditation_paper_kind_check;
alter table accreditation_paper add constraint accreditation_paper_kind_check
  check (kind in ('application', 'registration', 'premises', 'programme', 'staff', 'correction', 'survey-photo', 'agreement', 'contract', 'delivery-scan', 'other'));
