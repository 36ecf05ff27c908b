-- Whoever has lost both his mailbox and his recovery codes is given access back at a centre that has a case of his: one clerk sees his document and asks, another
-- person of the centre sees it too and decides. The address asked for is kept only until then.
create table access_recovery (
  id uuid primary key,
  case_id uuid not null references case_file (id),
  account_id uuid not null references account (id),
  email text check (email = lower(email) and email <> ''),
  asked_by uuid not null references account (id),
  asked_at timestamptz not null,
  decided_by uuid references account (id),
  decided_at timestamptz,
  given_back boolean,
  constraint access_is_given_back_by_two_people check (decided_by <> asked_by),
  constraint a_decided_recovery_forgets_its_address check ((decided_at is null) = (email is not null) and (decided_at is null) = (decided_by is null) and (decided_at is null) = (given_back is null))
);
create unique index one_open_recovery_per_account on access_recovery (account_id) where decided_at is null;
create index access_recovery_of_case on access_recovery (case_id);
alter table access_recovery enable row level security;
alter table access_recovery force row level security;
create policy access_recovery_goes_with_its_case on access_recovery
  using (current_setting('tanu.scope', true) = 'system' or exists (select 1 from case_file c where c.id = access_recovery.case_id));
