-- What the exams show that a person should look at. Nothing follows from a row by itself.
create table monitoring_signal (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  kind text not null check (kind in ('pass-rate', 'overfull', 'two-places', 'alike', 'agreement', 'fast', 'late')),
  -- What it is about within the centre: a stage, a sitting, a pair.
  subject text not null,
  figures jsonb not null,
  covers_from date not null,
  covers_until date not null,
  case_ids uuid[] not null,
  -- How many cases or marks it rests on: the same subject is shown again only when this has grown.
  weight integer not null check (weight > 0),
  first_seen_at timestamptz not null,
  -- The last computation that saw it.
  as_of timestamptz not null,
  judged_by uuid references account (id),
  judged_at timestamptz,
  outcome text check (outcome in ('explained', 'check')),
  words text not null default '',
  check_id uuid references monitoring_check (id),
  constraint a_signal_is_judged_whole check ((judged_at is null) = (judged_by is null) and (judged_at is null) = (outcome is null) and (judged_at is null) = (words = '')),
  constraint a_check_was_planned check ((outcome is not distinct from 'check') = (check_id is not null))
);
create unique index one_open_signal_per_subject on monitoring_signal (centre_id, kind, subject) where judged_at is null;
create index monitoring_signal_of_centre on monitoring_signal (centre_id, first_seen_at desc);

create table signal_computation (
  as_of timestamptz primary key,
  on_day date not null,
  covers_from date not null,
  covers_until date not null,
  norm_edition text not null,
  theory_runs integer not null,
  practice_runs integer not null,
  marks integer not null,
  clocks integer not null,
  pairs integer not null,
  found integer not null
);
