-- Letters about money to whoever has no account: printed and handed over under signature. None is lost: what is not handed over stays in the list.
create table paper_letter (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  case_id uuid not null references case_file (id),
  kind text not null check (kind in ('invoice-issued', 'invoice-issued-due', 'payment-received', 'payment-reversed', 'refund-owed', 'refund-paid')),
  -- The invoice or the refund that it speaks of.
  about text not null,
  -- The employer it goes to; null: the candidate.
  employer text,
  paper_id uuid not null references paper (id),
  made_at timestamptz not null,
  handed_on date,
  handed_by uuid references account (id),
  handed_at timestamptz,
  attachment_id uuid references attachment (id),
  constraint handed_over_whole check ((handed_on is null) = (handed_by is null) and (handed_on is null) = (handed_at is null) and (handed_on is null) = (attachment_id is null))
);
create index paper_letter_of_centre on paper_letter (centre_id, handed_on nulls first, made_at);
