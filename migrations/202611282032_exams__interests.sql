-- What binds somebody of the staff to a candidate and was declared by one of the two. What the data show by themselves is derived and kept nowhere.
create table interest_declaration (
  id uuid primary key,
  case_id uuid not null references case_file (id),
  -- the candidate: a declaration holds in every case of his
  person_id uuid not null references person (id),
  account_id uuid not null references account (id),
  kind text not null check (kind in ('kin', 'taught', 'employer')),
  side text not null check (side in ('staff', 'candidate')),
  declared_by uuid not null references account (id),
  declared_at timestamptz not null,
  withdrawn_by uuid references account (id),
  withdrawn_at timestamptz,
  withdrawal_ground text,
  constraint a_withdrawal_of_an_interest_has_its_ground check (num_nonnulls(withdrawn_by, withdrawn_at, withdrawal_ground) in (0, 3)),
  constraint nobody_takes_back_an_interest_of_his_own check (withdrawn_by is null or withdrawn_by <> account_id)
);
create unique index one_standing_interest_of_a_kind on interest_declaration (person_id, account_id, kind, side) where withdrawn_at is null;
create index interest_declaration_of_case on interest_declaration (case_id);
alter table interest_declaration enable row level security;
alter table interest_declaration force row level security;
create policy interest_declaration_goes_with_its_case on interest_declaration using (current_setting('tanu.scope', true) = 'system' or exists (select 1 from case_file c where c.id = case_id));
