-- A contract that ends because its case was moved, and what the centre owes for it: to the centre that goes on, or to the candidate.
-- Stages still to be held stand on the contract that ended with the move; what was paid under it is carried into the next.
alter table contract add column moved_stages text[];
alter table contract add column carried integer not null default 0 check (carried >= 0);
alter table contract add constraint a_moved_contract_is_closed check (moved_stages is null or closed_at is not null);

create table settlement (
  id uuid primary key,
  case_id uuid not null references case_file (id),
  case_number text not null,
  owed_by uuid not null references centre (id),
  -- null: to the candidate
  owed_to uuid references centre (id),
  amount integer not null check (amount > 0),
  owed_from date not null,
  continuation_id uuid not null,
  settled_on date,
  receipt text,
  settled_by uuid references account (id),
  settled_at timestamptz,
  constraint a_settlement_is_settled_whole check ((settled_on is null) = (receipt is null) and (settled_on is null) = (settled_by is null) and (settled_on is null) = (settled_at is null)),
  constraint nobody_owes_himself check (owed_to is null or owed_to <> owed_by)
);
create index settlement_of_case on settlement (case_id);
create index settlement_owed_by on settlement (owed_by, owed_from desc);
alter table settlement enable row level security;
alter table settlement force row level security;
create policy settlement_is_seen_by_both_sides on settlement using (
  current_setting('tanu.scope', true) in ('system', 'oversight')
  or owed_by = any (coalesce(nullif(current_setting('tanu.centre_ids', true), ''), '{}')::uuid[])
  or exists (select 1 from case_file c where c.id = settlement.case_id));
