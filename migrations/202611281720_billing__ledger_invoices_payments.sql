-- The book of money. One row is one movement: an account debited, an account credited, one sum above zero; so every row balances by
-- itself and no sum of rows differs from zero. Nothing in it is changed or deleted.
create function the_book_is_never_changed() returns trigger language plpgsql as $$
begin
  raise exception 'the book of money is never changed' using errcode = '42501';
end $$;

create function sees_money(centre uuid, of_case uuid) returns boolean language sql stable as $$
  select current_setting('tanu.scope', true) in ('system', 'oversight')
    or centre = any (coalesce(nullif(current_setting('tanu.centre_ids', true), ''), '{}')::uuid[])
    or exists (select 1 from case_file c where c.id = of_case)
$$;

create table ledger_account (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  kind text not null check (kind in ('receivable', 'income', 'provider', 'bank', 'receipt', 'unmatched', 'refundable')),
  -- whose receivable or refundable it is: a contract, an act of works performed, or what is owed after a case was moved
  subject_id uuid,
  opened_at timestamptz not null,
  constraint one_account_per_subject unique nulls not distinct (centre_id, kind, subject_id),
  constraint an_account_is_of_one_centre unique (id, centre_id),
  constraint debts_have_a_subject check ((kind in ('receivable', 'refundable')) = (subject_id is not null))
);
create index ledger_account_of_subject on ledger_account (subject_id) where subject_id is not null;

create table invoice (
  id uuid primary key,
  number text not null unique,
  centre_id uuid not null references centre (id),
  case_id uuid not null references case_file (id),
  contract_id uuid not null unique references contract (id),
  payer text not null check (payer in ('candidate', 'employer')),
  payer_bin text,
  payer_name text,
  amount bigint not null check (amount > 0),
  issued_on date not null,
  due_on date,
  -- null: the contract was accepted before the book began
  paper_id uuid references paper (id),
  issued_at timestamptz not null,
  constraint an_employer_pays_by_his_bin check ((payer = 'employer') = (payer_bin is not null))
);
create index invoice_of_case on invoice (case_id);
create index invoice_of_payer on invoice (payer_bin) where payer_bin is not null;
create index invoice_of_centre on invoice (centre_id, issued_on desc);

create table ledger_entry (
  id uuid primary key,
  centre_id uuid not null,
  kind text not null check (kind in ('invoiced', 'invoice-cancelled', 'paid', 'payment-reversed', 'came-unmatched', 'matched', 'refund-due', 'refund-paid')),
  debit_account uuid not null,
  credit_account uuid not null,
  amount bigint not null,
  occurred_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid references account (id),
  case_id uuid references case_file (id),
  source text not null,
  constraint an_entry_has_a_sum check (amount > 0),
  constraint an_entry_has_two_sides check (debit_account <> credit_account),
  constraint one_entry_per_event unique (source),
  constraint the_debit_is_of_the_centre foreign key (debit_account, centre_id) references ledger_account (id, centre_id),
  constraint the_credit_is_of_the_centre foreign key (credit_account, centre_id) references ledger_account (id, centre_id)
);
create index ledger_entry_debit on ledger_entry (debit_account, occurred_on);
create index ledger_entry_credit on ledger_entry (credit_account, occurred_on);
create index ledger_entry_of_day on ledger_entry (centre_id, occurred_on);
create trigger ledger_entry_is_kept before update or delete on ledger_entry for each row execute function the_book_is_never_changed();
create trigger ledger_account_is_kept before update or delete on ledger_account for each row execute function the_book_is_never_changed();
create trigger invoice_is_kept before update or delete on invoice for each row execute function the_book_is_never_changed();

-- Orders at the provider of card and QR payments, and its notices. A notice is kept once, whatever it says.
create table provider_order (
  id uuid primary key,
  reference text not null unique,
  invoice_id uuid not null references invoice (id),
  centre_id uuid not null references centre (id),
  case_id uuid not null references case_file (id),
  way text not null check (way in ('card', 'qr')),
  amount bigint not null check (amount > 0),
  ordered_at timestamptz not null,
  ordered_by uuid references account (id)
);
create index provider_order_of_invoice on provider_order (invoice_id, ordered_at desc);
create table provider_notice (
  event_id text primary key,
  kind text not null check (kind in ('paid', 'failed', 'refunded')),
  order_reference text not null,
  order_id uuid references provider_order (id),
  centre_id uuid references centre (id),
  amount bigint not null check (amount > 0),
  happened_at timestamptz not null,
  received_at timestamptz not null,
  outcome text not null check (outcome in ('applied', 'unknown-order', 'wrong-amount', 'second-payment', 'late', 'early', 'failed', 'unknown-refund'))
);
create index provider_notice_of_order on provider_notice (order_id);
create index provider_notice_received on provider_notice (received_at);
create trigger provider_notice_is_kept before update or delete on provider_notice for each row execute function the_book_is_never_changed();

-- The other side in a demonstration: what the simulated provider has in its own book.
create table simulated_charge (
  event_id text primary key,
  order_reference text not null,
  centre_id uuid not null,
  amount bigint not null,
  charged_on date not null,
  charged_at timestamptz not null
);

-- A statement of the bank: examined first, then entered as a whole.
create table bank_statement (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  filename text not null,
  lines jsonb not null,
  faults jsonb not null,
  examined_by uuid not null references account (id),
  examined_at timestamptz not null,
  entered_by uuid references account (id),
  entered_at timestamptz,
  constraint a_statement_is_entered_whole check ((entered_at is null) = (entered_by is null))
);
create index bank_statement_of_centre on bank_statement (centre_id, examined_at desc);
create table bank_line (
  id uuid primary key,
  statement_id uuid not null references bank_statement (id),
  centre_id uuid not null references centre (id),
  reference text not null,
  on_day date not null,
  amount bigint not null check (amount <> 0),
  purpose text not null,
  constraint a_reference_is_entered_once unique (centre_id, reference)
);

create table refund (
  id uuid primary key,
  number text not null unique,
  centre_id uuid not null references centre (id),
  case_id uuid not null references case_file (id),
  contract_id uuid not null references contract (id),
  -- the account it comes from: the contract, or what is owed after a case was moved
  subject_id uuid not null,
  ground text not null check (ground in ('withdrawal', 'no-show', 'centre-fault', 'case-closed', 'overpaid')),
  amount bigint not null check (amount > 0),
  note text not null,
  due_from date not null,
  made_by uuid references account (id),
  made_at timestamptz not null,
  way text check (way in ('provider', 'bank', 'receipt')),
  prepared_by uuid references account (id),
  prepared_at timestamptz,
  sent_by uuid references account (id),
  sent_at timestamptz,
  paid_on date,
  paid_reference text,
  paid_at timestamptz,
  paid_by uuid references account (id),
  constraint two_people_send_a_refund check (sent_by is null or sent_by <> prepared_by),
  constraint a_refund_is_prepared_before_it_is_sent check (sent_at is null or (prepared_at is not null and sent_by is not null)),
  constraint a_refund_is_sent_before_it_is_paid check (paid_at is null or sent_at is not null),
  constraint a_refund_is_prepared_whole check ((prepared_at is null) = (prepared_by is null) and (prepared_at is null) = (way is null)),
  constraint a_refund_is_paid_whole check ((paid_at is null) = (paid_on is null) and (paid_at is null) = (paid_reference is null))
);
create index refund_of_case on refund (case_id);
create index refund_of_centre on refund (centre_id, made_at desc);
create unique index one_refund_by_a_ground on refund (centre_id, subject_id, ground) where ground <> 'overpaid';

do $$
declare name text;
begin
  foreach name in array array['invoice', 'ledger_entry', 'provider_order', 'refund'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (sees_money(centre_id, case_id))', name || '_goes_with_its_case', name);
  end loop;
  foreach name in array array['ledger_account', 'provider_notice', 'bank_statement', 'bank_line'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (sees_money(centre_id, null))', name || '_is_seen_by_its_centre', name);
  end loop;
end $$;
