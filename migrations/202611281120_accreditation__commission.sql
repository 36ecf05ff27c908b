-- The commission of a case, its votes profession by profession, and the protocol of what it decided.
create table accreditation_commission (
  case_id uuid primary key references accreditation_case (id),
  called_by uuid not null references account (id),
  called_at timestamptz not null,
  decided_by uuid references account (id),
  decided_at timestamptz,
  protocol_paper_id uuid references paper (id),
  constraint a_decision_names_its_chair check ((decided_by is null) = (decided_at is null))
);
create table accreditation_commissioner (
  case_id uuid not null references accreditation_commission (case_id),
  account_id uuid not null references account (id),
  chair boolean not null default false,
  primary key (case_id, account_id)
);
create unique index one_chair_per_accreditation_commission on accreditation_commissioner (case_id) where chair;
create index accreditation_commissioner_by_account on accreditation_commissioner (account_id);
create table accreditation_vote (
  case_id uuid not null,
  account_id uuid not null,
  profession_code text not null,
  level integer not null,
  choice text not null check (choice in ('granted', 'refused')),
  note text not null default '',
  voted_at timestamptz not null,
  primary key (case_id, account_id, profession_code, level),
  foreign key (case_id, account_id) references accreditation_commissioner (case_id, account_id),
  foreign key (case_id, profession_code, level) references accreditation_line (case_id, profession_code, level),
  constraint a_vote_against_has_its_note check (choice = 'granted' or note <> '')
);
