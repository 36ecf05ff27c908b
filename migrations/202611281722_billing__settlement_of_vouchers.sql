-- Settlement of vouchers. A service stands here once per voucher and once per attempt, and only when a stage was really held; a voucher is
-- in one living act of works performed at most, so that it is paid once.
create table voucher_service (
  voucher_id uuid primary key,
  voucher_number text not null,
  centre_id uuid not null references centre (id),
  case_id uuid not null references case_file (id),
  attempt_id uuid not null references attempt (id),
  profession_code text not null references profession (code),
  level integer not null,
  held_on date not null,
  price bigint not null check (price > 0),
  recorded_at timestamptz not null,
  contested_at timestamptz,
  contested_why text,
  constraint a_sitting_is_paid_once unique (attempt_id),
  constraint a_service_is_contested_with_its_ground check ((contested_at is null) = (contested_why is null))
);
create index voucher_service_of_centre on voucher_service (centre_id, held_on);

create table act_of_works (
  id uuid primary key,
  number text not null unique,
  centre_id uuid not null references centre (id),
  -- the first day of the month
  month date not null check (extract(day from month) = 1),
  total bigint not null check (total > 0),
  made_at timestamptz not null,
  payer_id uuid references organisation (id),
  signed_by uuid references account (id),
  signed_at timestamptz,
  accepted_by uuid references account (id),
  accepted_at timestamptz,
  due_on date,
  refused_by uuid references account (id),
  refused_at timestamptz,
  refusal text,
  paid_on date,
  paid_reference text,
  paid_at timestamptz,
  paper_id uuid references paper (id),
  constraint both_sides_sign_an_act check (accepted_at is null or (signed_at is not null and accepted_by <> signed_by and payer_id is not null)),
  constraint an_act_is_accepted_or_refused check (accepted_at is null or refused_at is null),
  constraint a_refusal_has_its_reason check ((refused_at is null) = (refusal is null) and (refused_at is null) = (refused_by is null)),
  constraint an_act_is_paid_after_it_is_accepted check (paid_at is null or accepted_at is not null),
  constraint an_act_is_paid_whole check ((paid_at is null) = (paid_on is null) and (paid_at is null) = (paid_reference is null))
);
create index act_of_works_of_centre on act_of_works (centre_id, month desc);
create table act_line (
  act_id uuid not null references act_of_works (id),
  no integer not null check (no > 0),
  voucher_id uuid not null references voucher_service (voucher_id),
  -- set when the act was refused: the service is free for another
  released_at timestamptz,
  primary key (act_id, no)
);
create unique index a_voucher_is_paid_once on act_line (voucher_id) where released_at is null;

do $$
declare name text;
begin
  foreach name in array array['voucher_service', 'act_of_works'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (sees_money(centre_id, null))', name || '_is_seen_by_its_centre', name);
  end loop;
end $$;

-- Vouchers used before there was a settlement.
select set_config('tanu.scope', 'system', true);
insert into voucher_service (voucher_id, voucher_number, centre_id, case_id, attempt_id, profession_code, level, held_on, price, recorded_at)
select id, number, centre_id, case_id, attempt_id, profession_code, level, used_on, price, used_on::timestamptz
from voucher where state = 'used' and origin = 'issued' and attempt_id is not null and price > 0;
