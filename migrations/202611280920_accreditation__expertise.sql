-- Who reviews a case at stage 2; whoever steps back because of a conflict of interest stays on record.
create table accreditation_expert (
  case_id uuid not null references accreditation_case (id),
  account_id uuid not null references account (id),
  assigned_by uuid not null references account (id),
  assigned_at timestamptz not null,
  conflict text not null default '',
  stepped_back_at timestamptz,
  opinion text check (opinion in ('conforms', 'does-not-conform')),
  grounds text not null default '',
  given_at timestamptz,
  primary key (case_id, account_id),
  constraint an_opinion_has_its_grounds check (opinion is null or (grounds <> '' and given_at is not null)),
  constraint who_stepped_back_gives_no_opinion check (stepped_back_at is null or (opinion is null and conflict <> ''))
);
create index accreditation_expert_by_account on accreditation_expert (account_id);

-- The checklist: one row per expert, item and question.
create table accreditation_expert_mark (
  case_id uuid not null,
  account_id uuid not null,
  item text not null,
  verdict text not null check (verdict in ('conforms', 'partly', 'does-not-conform')),
  note text not null default '',
  marked_at timestamptz not null,
  primary key (case_id, account_id, item),
  foreign key (case_id, account_id) references accreditation_expert (case_id, account_id),
  constraint what_does_not_conform_says_why check (verdict = 'conforms' or note <> '')
);
