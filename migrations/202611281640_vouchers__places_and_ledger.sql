-- Orders by which places come, go and move: one proposes, another approves; nothing of them is edited.
create table voucher_order (
  id uuid primary key,
  year integer not null check (year between 2024 and 2100),
  kind text not null check (kind in ('plan', 'revision', 'transfer')),
  ground text not null check (ground <> ''),
  document text not null check (document <> ''),
  reverses uuid references voucher_order (id),
  origin text not null default 'order' check (origin in ('order', 'imported')),
  proposed_by uuid references account (id),
  proposed_at timestamptz not null,
  decided_by uuid references account (id),
  decided_at timestamptz,
  approved boolean,
  decision_note text not null default '',
  constraint two_people_move_places check (decided_by is null or decided_by <> proposed_by),
  constraint a_decision_is_whole check ((decided_at is null) = (approved is null)),
  constraint only_a_transfer_is_reversed check (reverses is null or kind = 'transfer'),
  constraint an_order_has_its_people check (origin = 'imported' or (proposed_by is not null and (decided_at is null or decided_by is not null)))
);
create unique index one_plan_a_year on voucher_order (year) where kind = 'plan' and approved is not false;
create unique index a_transfer_is_reversed_once on voucher_order (reverses) where approved is not false;

create table voucher_order_line (
  order_id uuid not null references voucher_order (id),
  region_kato text not null references region (kato),
  places integer not null check (places <> 0),
  primary key (order_id, region_kato)
);
create trigger voucher_order_line_is_kept before update or delete on voucher_order_line for each row execute function journal_is_never_changed();

create table voucher_request (
  id uuid primary key,
  year integer not null,
  region_kato text not null references region (kato),
  person_id uuid not null references person (id),
  account_id uuid not null references account (id),
  -- Keyed digest of the IIN: who the person is, without saying it.
  person_key bytea not null,
  profession_code text not null references profession (code),
  level integer not null check (level between 1 and 8),
  centre_id uuid references centre (id),
  statement text not null,
  signature jsonb not null,
  checks jsonb not null,
  filed_at timestamptz not null,
  filed_on date not null,
  due_on date not null,
  step text not null check (step in ('review', 'granted', 'refused', 'withdrawn')),
  decided_by uuid references account (id),
  decided_at timestamptz,
  refusal_ground text check (refusal_ground in ('NOT_REGISTERED_UNEMPLOYED', 'ALREADY_ISSUED_THIS_YEAR', 'AFTER_DEADLINE', 'NOT_IN_REGISTER', 'MANDATORY_PROFESSION', 'DOCUMENTS_MISSING', 'QUOTA_EXHAUSTED')),
  refusal_reason text not null default '',
  remedy text not null default '',
  note text not null default '',
  constraint nobody_decides_his_own_request check (decided_by is null or decided_by <> account_id),
  constraint a_refusal_has_its_ground_and_reason check ((step = 'refused') = (refusal_ground is not null) and (step <> 'refused' or (refusal_reason <> '' and remedy <> '')))
);
create unique index one_request_under_review_per_person on voucher_request (year, person_key) where step = 'review';
create index voucher_request_of_region on voucher_request (year, region_kato, step, filed_at, id);
create index voucher_request_of_account on voucher_request (account_id);

create table voucher (
  id uuid primary key,
  number text not null unique,
  year integer not null,
  region_kato text not null references region (kato),
  origin text not null check (origin in ('issued', 'imported')),
  request_id uuid unique references voucher_request (id),
  person_id uuid references person (id),
  account_id uuid references account (id),
  person_key bytea not null,
  profession_code text not null references profession (code),
  level integer not null check (level between 1 and 8),
  centre_id uuid references centre (id),
  issued_on date not null,
  issued_at timestamptz not null,
  issued_by uuid references account (id),
  valid_until date not null,
  state text not null check (state in ('issued', 'bound', 'used', 'annulled')),
  case_id uuid references case_file (id),
  bound_at timestamptz,
  used_on date,
  used_at timestamptz,
  -- The attempt that was held and the price of its contract: what the settlement with the centre asks for.
  attempt_id uuid references attempt (id),
  price integer check (price > 0),
  passed boolean,
  annulled_on date,
  annulment_ground text,
  invented boolean not null default false,
  constraint one_voucher_per_person_and_year unique (year, person_key),
  constraint a_used_voucher_was_used_in_time check (state <> 'used' or origin = 'imported' or (used_on is not null and used_on <= valid_until)),
  constraint a_bound_voucher_has_its_case check (state <> 'bound' or case_id is not null),
  constraint an_annulment_has_its_ground check ((state = 'annulled') = (annulled_on is not null and annulment_ground is not null))
);
create unique index one_voucher_per_attempt on voucher (attempt_id) where attempt_id is not null;
create unique index one_voucher_per_case on voucher (case_id) where case_id is not null;
create index voucher_of_account on voucher (account_id);
create index voucher_of_region on voucher (year, region_kato, state);
create index voucher_by_last_day on voucher (valid_until) where state in ('issued', 'bound');

create table voucher_extension (
  id uuid primary key,
  voucher_id uuid not null references voucher (id),
  ground text not null check (ground in ('incapacity', 'centre-fault')),
  days integer not null check (days between 1 and 180),
  paper text not null check (paper <> ''),
  extended_by uuid references account (id),
  at timestamptz not null
);
create trigger voucher_extension_is_kept before update or delete on voucher_extension for each row execute function journal_is_never_changed();

create table voucher_place (
  id bigint generated always as identity primary key,
  year integer not null,
  region_kato text not null references region (kato),
  opened_by uuid not null references voucher_order (id),
  closed_by uuid references voucher_order (id),
  request_id uuid unique references voucher_request (id),
  voucher_id uuid unique references voucher (id),
  constraint a_taken_place_is_not_closed check (closed_by is null or (voucher_id is null and request_id is null)),
  constraint a_place_is_reserved_or_taken check (voucher_id is null or request_id is null)
);
create index voucher_place_free on voucher_place (year, region_kato, id) where closed_by is null and voucher_id is null and request_id is null;
create index voucher_place_of_region on voucher_place (year, region_kato);

-- The ledger: what left one account came to another. Written by the database beside every change, never by hand.
create table voucher_posting (
  id bigint generated always as identity primary key,
  year integer not null,
  region_kato text not null,
  debit text not null,
  credit text not null,
  place_id bigint,
  voucher_id uuid,
  at timestamptz not null default clock_timestamp(),
  constraint a_posting_moves check (debit <> credit),
  constraint accounts_are_known check (debit in ('nation', 'transferred', 'plan', 'reserved', 'issued', 'bound', 'returned', 'used', 'annulled') and credit in ('nation', 'transferred', 'plan', 'reserved', 'issued', 'bound', 'returned', 'used', 'annulled'))
);
create index voucher_posting_of_region on voucher_posting (year, region_kato, debit, credit);
create trigger voucher_posting_is_kept before update or delete on voucher_posting for each row execute function journal_is_never_changed();
create trigger voucher_place_is_kept before delete on voucher_place for each row execute function journal_is_never_changed();
create trigger voucher_is_kept before delete on voucher for each row execute function journal_is_never_changed();

create function voucher_outside(order_id uuid) returns text language sql stable as $$
  select case when kind = 'transfer' then 'transferred' else 'nation' end from voucher_order where id = order_id
$$;
create function voucher_account_of(place voucher_place) returns text language sql stable as $$
  select case when place.closed_by is not null then voucher_outside(place.closed_by) when place.request_id is not null then 'reserved' when place.voucher_id is not null then (select v.state from voucher v where v.id = place.voucher_id) else 'plan' end
$$;

create function voucher_place_is_posted() returns trigger language plpgsql as $$
declare before text; after text;
begin
  if tg_op = 'INSERT' then before := voucher_outside(new.opened_by); end if;
  if tg_op = 'UPDATE' then
    if old.closed_by is not null then raise exception 'a closed place stays closed' using errcode = '42501'; end if;
    if old.voucher_id is not null and new.voucher_id is distinct from old.voucher_id then raise exception 'a taken place stays taken' using errcode = '42501'; end if;
    before := case when old.request_id is not null then 'reserved' when old.voucher_id is not null then voucher_account_of(old) else 'plan' end;
  end if;
  after := voucher_account_of(new);
  if before <> after then
    insert into voucher_posting (year, region_kato, debit, credit, place_id, voucher_id) values (new.year, new.region_kato, before, after, new.id, new.voucher_id);
  end if;
  return null;
end $$;
create trigger voucher_place_is_posted after insert or update on voucher_place for each row execute function voucher_place_is_posted();

create function voucher_state_is_posted() returns trigger language plpgsql as $$
begin
  if old.state in ('used', 'annulled') and new.state <> old.state then raise exception 'a voucher that was used or annulled stays so' using errcode = '42501'; end if;
  if old.state = 'bound' and new.state = 'issued' then
    insert into voucher_posting (year, region_kato, debit, credit, place_id, voucher_id)
      select new.year, new.region_kato, m.debit, m.credit, p.id, new.id from voucher_place p, (values (1, 'bound', 'returned'), (2, 'returned', 'issued')) m (n, debit, credit) where p.voucher_id = new.id order by m.n;
  elsif old.state <> new.state then
    insert into voucher_posting (year, region_kato, debit, credit, place_id, voucher_id)
      select new.year, new.region_kato, old.state, new.state, p.id, new.id from voucher_place p where p.voucher_id = new.id;
  end if;
  return null;
end $$;
-- A voucher without a place cannot be committed, so what is issued never exceeds the places that an order opened.
create function voucher_has_its_place() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from voucher_place p where p.voucher_id = new.id and p.year = new.year and p.region_kato = new.region_kato) then
    raise exception 'a voucher without a place' using errcode = '23514', constraint = 'a_voucher_has_its_place';
  end if;
  return null;
end $$;
create constraint trigger a_voucher_has_its_place after insert on voucher deferrable initially deferred for each row execute function voucher_has_its_place();
create trigger voucher_state_is_posted after update of state on voucher for each row execute function voucher_state_is_posted();

-- What the ledger says of each account, beside what the places say; a difference is a fault.
create view voucher_balance with (security_invoker = true) as
  select year, region_kato, account, sum(places)::integer as places from (
    select year, region_kato, credit as account, 1 as places from voucher_posting union all select year, region_kato, debit, -1 from voucher_posting
  ) moved group by year, region_kato, account;
create view voucher_ledger_differences with (security_invoker = true) as
  select coalesce(b.year, p.year) as year, coalesce(b.region_kato, p.region_kato) as region_kato, coalesce(b.account, p.account) as account, coalesce(b.places, 0) as ledger, coalesce(p.places, 0) as counted
    from (select * from voucher_balance where account not in ('nation', 'transferred')) b
    full join (select year, region_kato, voucher_account_of(vp) as account, count(*)::integer as places from voucher_place vp where closed_by is null group by 1, 2, 3) p
      on p.year = b.year and p.region_kato = b.region_kato and p.account = b.account
   where coalesce(b.places, 0) <> coalesce(p.places, 0);

-- The employment service's answers in a demonstration: a simulator at the border, and nothing else reads it.
create table employment_simulation (
  person_key bytea primary key,
  region_kato text not null references region (kato),
  registered_from date not null,
  registered_until date
);

do $$
declare name text;
begin
  foreach name in array array['voucher_request', 'voucher', 'voucher_extension', 'employment_simulation']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (current_setting(''tanu.scope'', true) = ''system'') with check (current_setting(''tanu.scope'', true) = ''system'')', name || '_is_opened_by_an_act', name);
  end loop;
end $$;

-- Which region's unemployed a career centre serves.
create table career_centre (
  organisation_id uuid primary key references organisation (id),
  region_kato text not null references region (kato)
);

alter table application drop constraint application_funding_check;
alter table application add constraint application_funding_check check (funding in ('own', 'employer', 'voucher'));
alter table contract drop constraint contract_payer_check;
alter table contract add constraint contract_payer_check check (payer in ('candidate', 'employer', 'budget'));
