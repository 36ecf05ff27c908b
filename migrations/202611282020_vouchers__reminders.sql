-- What a holder was reminded of, once for each last day: an extension makes a new one, and it is reminded of anew.
create table voucher_reminder (
  voucher_id uuid not null references voucher (id),
  valid_until date not null,
  days_before integer not null check (days_before > 0),
  reminded_at timestamptz not null,
  primary key (voucher_id, valid_until, days_before)
);
alter table voucher_reminder enable row level security;
alter table voucher_reminder force row level security;
create policy voucher_reminder_is_opened_by_an_act on voucher_reminder using (current_setting('tanu.scope', true) = 'system') with check (current_setting('tanu.scope', true) = 'system');
