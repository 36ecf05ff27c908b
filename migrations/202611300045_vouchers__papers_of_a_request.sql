-- Copies of education and work papers that a request for a voucher brings where the standard or the requirements of the profession ask for them [N].
create table voucher_paper (
  id uuid primary key,
  request_id uuid not null references voucher_request (id),
  kind text not null check (kind in ('education', 'work')),
  file_name text not null,
  media_type text not null,
  size integer not null,
  sha256 bytea not null,
  file_key text not null,
  original_key text not null,
  sent_by uuid not null references account (id),
  sent_at timestamptz not null,
  verdict text check (verdict in ('right', 'wrong')),
  verdict_note text not null default '',
  judged_by uuid references account (id),
  judged_at timestamptz,
  constraint one_paper_of_a_kind unique (request_id, kind),
  constraint a_paper_is_judged_whole check (num_nonnulls(verdict, judged_by, judged_at) in (0, 3)),
  constraint a_wrong_paper_says_why check (verdict is distinct from 'wrong' or verdict_note <> ''),
  constraint nobody_judges_his_own_paper check (judged_by is null or judged_by <> sent_by)
);
alter table voucher_paper enable row level security;
alter table voucher_paper force row level security;
create policy voucher_paper_is_opened_by_an_act on voucher_paper using (current_setting('tanu.scope', true) = 'system') with check (current_setting('tanu.scope', true) = 'system');
