-- The monitoring of a centre: one row a centre, so that its acts are done one after the other and a form knows whether it is stale.
create table monitored_centre (
  centre_id uuid primary key references centre (id),
  version integer not null default 1
);

create table monitoring_check (
  id uuid primary key,
  centre_id uuid not null references monitored_centre (centre_id),
  no integer not null,
  kind text not null check (kind in ('planned', 'unplanned', 'follow-up')),
  planned_on date not null,
  reason text not null check (reason <> ''),
  -- An unannounced check is shown to the centre when it has been held.
  announced boolean not null,
  responsible_id uuid not null references account (id),
  planned_by uuid not null references account (id),
  planned_at timestamptz not null,
  held_on date,
  outcome text not null default '',
  held_by uuid references account (id),
  held_at timestamptz,
  constraint one_check_per_number unique (centre_id, no),
  constraint a_check_is_held_whole check ((held_on is null) = (outcome = '') and (held_on is null) = (held_by is null) and (held_on is null) = (held_at is null))
);
create index monitoring_check_ahead on monitoring_check (planned_on) where held_on is null;

create table monitoring_report (
  id uuid primary key,
  centre_id uuid not null references monitored_centre (centre_id),
  subject text not null check (subject <> ''),
  received_on date not null,
  entered_by uuid not null references account (id),
  entered_at timestamptz not null
);
create index monitoring_report_of_centre on monitoring_report (centre_id, received_on desc);

create table monitoring_finding (
  id uuid primary key,
  centre_id uuid not null references monitored_centre (centre_id),
  no integer not null,
  check_id uuid references monitoring_check (id),
  report_id uuid references monitoring_report (id),
  gravity text not null check (gravity in ('minor', 'major', 'critical')),
  -- Which requirement is not met, in the words of whoever found it; clauses of the order are not known yet.
  requirement text not null check (requirement <> ''),
  description text not null check (description <> ''),
  found_by uuid not null references account (id),
  found_at timestamptz not null,
  constraint one_finding_per_number unique (centre_id, no),
  constraint a_finding_rests_on_something check (num_nonnulls(check_id, report_id) = 1)
);

create table remedy_order (
  id uuid primary key,
  centre_id uuid not null references monitored_centre (centre_id),
  no integer not null,
  finding_id uuid not null unique references monitoring_finding (id),
  demand text not null check (demand <> ''),
  due_on date not null,
  whose_move text not null check (whose_move in ('centre', 'accreditor', 'nobody')),
  issued_by uuid not null references account (id),
  issued_at timestamptz not null,
  remedied_on date,
  remedied_words text not null default '',
  confirmed_by uuid references account (id),
  confirmed_at timestamptz,
  constraint one_order_per_number unique (centre_id, no),
  constraint a_remedy_is_confirmed_whole check ((remedied_on is null) = (remedied_words = '') and (remedied_on is null) = (confirmed_by is null) and (remedied_on is null) = (confirmed_at is null)),
  constraint nobody_moves_when_remedied check ((whose_move = 'nobody') = (remedied_on is not null))
);
create index remedy_order_open on remedy_order (whose_move, due_on) where remedied_on is null;

create table remedy_extension (
  order_id uuid not null references remedy_order (id),
  no integer not null,
  due_before date not null,
  due_after date not null,
  ground text not null check (ground <> ''),
  extended_by uuid not null references account (id),
  extended_at timestamptz not null,
  primary key (order_id, no),
  constraint an_extension_is_later check (due_after > due_before)
);

-- What the centre answered, and why an answer was given back; in their order, never rewritten.
create table remedy_answer (
  id uuid primary key,
  order_id uuid not null references remedy_order (id),
  no integer not null,
  side text not null check (side in ('centre', 'accreditor')),
  body text not null check (body <> ''),
  written_by uuid not null references account (id),
  written_at timestamptz not null,
  constraint one_answer_per_number unique (order_id, no)
);

create table monitoring_paper (
  id uuid primary key,
  centre_id uuid not null references monitored_centre (centre_id),
  report_id uuid references monitoring_report (id),
  answer_id uuid references remedy_answer (id),
  name text not null,
  media_type text not null,
  size integer not null,
  sha256 bytea not null,
  file_key text not null,
  original_key text not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  constraint a_paper_belongs_to_one check (num_nonnulls(report_id, answer_id) = 1)
);
create index monitoring_paper_of_report on monitoring_paper (report_id) where report_id is not null;
create index monitoring_paper_of_answer on monitoring_paper (answer_id) where answer_id is not null;
