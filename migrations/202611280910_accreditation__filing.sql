-- What an applicant says of its premises, equipment and resources, and how the receipt of stage 1 ended.
create table accreditation_filing (
  case_id uuid primary key references accreditation_case (id),
  -- The five titles that the rules allow [P].
  premises_title text check (premises_title in ('ownership', 'economic-management', 'operational-management', 'joint-activity', 'temporary-use')),
  premises text not null default '',
  equipment text not null default '',
  resources text not null default '',
  -- The day on which a paper application came in, said when it is entered.
  paper_received_on date,
  given_back_at timestamptz,
  return_grounds text not null default ''
);

-- Staff with a qualification in the field of a profession applied for.
create table accreditation_staff (
  id uuid primary key,
  case_id uuid not null references accreditation_case (id),
  profession_code text not null references profession (code),
  name text not null check (name <> ''),
  qualification text not null check (qualification <> ''),
  added_at timestamptz not null,
  removed_at timestamptz
);
create index accreditation_staff_of_case on accreditation_staff (case_id);

-- A draft programme belongs to one line of the application.
alter table accreditation_paper add column profession_code text references profession (code), add column level integer,
  add constraint a_paper_of_a_line_names_both check ((profession_code is null) = (level is null));

-- The chamber's word on every item, round by round.
create table accreditation_check (
  case_id uuid not null references accreditation_case (id),
  round integer not null check (round >= 0),
  item text not null,
  verdict text not null check (verdict in ('right', 'wrong')),
  reason text not null default '',
  checked_by uuid not null references account (id),
  checked_at timestamptz not null,
  primary key (case_id, round, item),
  constraint a_wrong_item_has_its_reason check (verdict = 'right' or reason <> '')
);
