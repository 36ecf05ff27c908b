create table case_sequence (
  centre_id uuid not null references centre (id),
  year integer not null,
  kind text not null,
  last integer not null,
  primary key (centre_id, year, kind)
);

create table case_file (
  id uuid primary key,
  number text not null unique,
  kind text not null check (kind in ('recognition', 'appeal', 'complaint')),
  parent_case_id uuid references case_file (id),
  centre_id uuid not null references centre (id),
  person_id uuid not null references person (id),
  account_id uuid references account (id),
  profession_code text references profession (code),
  profession_version_id uuid references profession_version (id),
  level integer,
  scope text not null default 'whole' check (scope in ('whole')),
  step text not null,
  whose_move text not null check (whose_move in ('candidate', 'centre', 'assessor', 'panel', 'ministry', 'outside', 'nobody')),
  next_due_on date,
  assigned_to uuid references account (id),
  version integer not null default 1,
  norm_edition text not null references norm_edition (edition),
  calendar_version text not null references calendar_version (version),
  opened_at timestamptz not null,
  opened_on date not null,
  moved_at timestamptz not null,
  closed_at timestamptz
);
create unique index one_open_case_per_person_and_qualification on case_file (person_id, profession_code, level)
  where kind = 'recognition' and closed_at is null;
create index case_file_inbox on case_file (centre_id, whose_move, next_due_on, id) where closed_at is null;
create index case_file_closed on case_file (centre_id, closed_at desc) where closed_at is not null;
create index case_file_of_account on case_file (account_id, opened_at desc);
create index case_file_of_person on case_file (person_id);
create index case_file_of_parent on case_file (parent_case_id);
create index case_file_assigned on case_file (centre_id, assigned_to) where closed_at is null;

create table deadline (
  id uuid primary key,
  case_id uuid not null references case_file (id),
  rule text not null,
  started_on date not null,
  due_on date,
  norm_edition text not null,
  calendar_version text not null,
  met_at timestamptz,
  lapsed_at timestamptz,
  cancelled_at timestamptz
);
create index deadline_of_case on deadline (case_id);
create index deadline_running on deadline (due_on) where met_at is null and lapsed_at is null and cancelled_at is null;

create table application_draft (
  id uuid primary key,
  account_id uuid not null references account (id),
  profession_code text not null references profession (code),
  data jsonb not null,
  updated_at timestamptz not null,
  sent_case_id uuid references case_file (id)
);
create unique index one_draft_per_person_and_profession on application_draft (account_id, profession_code) where sent_case_id is null;

create table application (
  case_id uuid primary key references case_file (id),
  channel text not null check (channel in ('online', 'paper', 'partner')),
  partner_reference text,
  partner_organisation_id uuid references organisation (id),
  submitted_at timestamptz not null,
  received_on date not null,
  language text not null check (language in ('kk', 'ru')),
  exam_language text not null check (exam_language in ('kk', 'ru')),
  way_learnt text not null check (way_learnt in ('formal', 'non-formal', 'informal')),
  initiative text not null check (initiative in ('candidate', 'employer')),
  funding text not null check (funding in ('own', 'employer')),
  surname text not null,
  given_name text not null,
  patronymic text,
  birth_on date not null,
  citizenship text not null,
  phone text not null,
  email text,
  address text not null,
  consent_version text not null,
  entered_by uuid,
  witnessed_by uuid,
  withdrawn_at timestamptz,
  withdrawal_note text,
  constraint a_partner_hands_in_once unique (partner_organisation_id, partner_reference)
);

create table attachment (
  id uuid primary key,
  case_id uuid references case_file (id),
  draft_id uuid references application_draft (id),
  kind text not null check (kind in ('education', 'work', 'earlier-recognition', 'paper-application', 'accommodation', 'delivery-scan', 'appeal', 'complaint', 'other')),
  name text not null,
  media_type text not null,
  size integer not null,
  sha256 bytea not null,
  file_key text not null,
  original_key text not null,
  uploaded_by uuid,
  uploaded_at timestamptz not null,
  removed_at timestamptz,
  constraint attachment_belongs_somewhere check (case_id is not null or draft_id is not null)
);
create index attachment_of_case on attachment (case_id);
create index attachment_of_draft on attachment (draft_id);
create index attachment_by_hash on attachment (sha256);

create table application_check (
  case_id uuid not null references case_file (id),
  item text not null,
  verdict text not null check (verdict in ('right', 'wrong')),
  note text not null default '',
  checked_by uuid not null,
  checked_at timestamptz not null,
  primary key (case_id, item)
);

create table returned_application (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  channel text not null check (channel in ('paper', 'partner')),
  ground text not null,
  note text not null,
  profession_code text not null,
  person_name text not null,
  returned_by uuid,
  returned_at timestamptz not null
);

create table accommodation (
  id uuid primary key,
  case_id uuid not null references case_file (id),
  kind text not null check (kind in ('extra-time', 'large-print', 'place', 'assistant', 'other')),
  asked text not null default '',
  answer text check (answer in ('granted', 'refused')),
  answer_note text not null default '',
  extra_percent integer check (extra_percent between 0 and 100),
  answered_by uuid,
  answered_at timestamptz,
  applied_at timestamptz,
  applied_by uuid,
  constraint one_accommodation_per_kind unique (case_id, kind)
);

create table refusal (
  id uuid primary key,
  case_id uuid not null unique references case_file (id),
  ground text not null check (ground in ('INCOMPLETE_DOCUMENTS', 'INCORRECTLY_FILLED')),
  reason text not null check (length(reason) > 0),
  remedy text not null check (length(remedy) > 0),
  refused_by uuid not null,
  refused_at timestamptz not null,
  paper_id uuid not null references paper (id)
);

create table contract (
  id uuid primary key,
  case_id uuid not null references case_file (id),
  kind text not null check (kind in ('first', 'retake')),
  price integer not null check (price >= 0),
  price_list_id uuid not null references price_list (id),
  payer text not null check (payer in ('candidate', 'employer')),
  payer_name text,
  programme_version_id uuid not null references programme_version (id),
  stages text[] not null,
  sent_by uuid not null,
  sent_at timestamptz not null,
  accepted_by uuid,
  accepted_at timestamptz,
  accepted_how text check (accepted_how in ('account', 'paper')),
  witnessed_by uuid,
  closed_by uuid,
  closed_at timestamptz,
  closed_ground text,
  paper_id uuid not null references paper (id)
);
create index contract_of_case on contract (case_id);

create table payment (
  id uuid primary key,
  contract_id uuid not null references contract (id),
  amount integer not null check (amount <> 0),
  paid_on date not null,
  receipt text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  reverses uuid unique references payment (id),
  constraint one_payment_per_receipt unique (contract_id, receipt, amount)
);

create table sitting (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  stage text not null check (stage in ('theory', 'practice')),
  profession_code text not null references profession (code),
  level integer not null,
  room_id uuid not null references room (id),
  on_day date not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  seats integer not null check (seats > 0),
  invigilator_id uuid references account (id),
  created_by uuid not null,
  created_at timestamptz not null,
  cancelled_at timestamptz,
  constraint sitting_times_in_order check (ends_at > starts_at)
);
create index sitting_of_centre on sitting (centre_id, on_day);
create table sitting_assessor (
  sitting_id uuid not null references sitting (id),
  account_id uuid not null references account (id),
  primary key (sitting_id, account_id)
);

create table attempt (
  id uuid primary key,
  case_id uuid not null references case_file (id),
  number integer not null,
  contract_id uuid not null references contract (id),
  programme_version_id uuid not null references programme_version (id),
  stages text[] not null,
  credited_attempt_id uuid references attempt (id),
  opened_at timestamptz not null,
  ended_at timestamptz,
  constraint one_attempt_per_number unique (case_id, number)
);

create table notification (
  id uuid primary key,
  attempt_id uuid not null references attempt (id),
  case_id uuid not null references case_file (id),
  number integer not null,
  sent_at timestamptz not null,
  sent_on date not null,
  sent_by uuid not null,
  channel text not null check (channel in ('account', 'paper')),
  ground text,
  delivered_at timestamptz,
  superseded_at timestamptz,
  paper_id uuid not null references paper (id)
);
create index notification_of_attempt on notification (attempt_id);
create table notification_sitting (
  notification_id uuid not null references notification (id),
  stage text not null check (stage in ('theory', 'practice')),
  sitting_id uuid not null references sitting (id),
  primary key (notification_id, stage)
);
create index notification_sitting_of_sitting on notification_sitting (sitting_id);

create table acknowledgement (
  id uuid primary key,
  attempt_id uuid not null references attempt (id),
  kind text not null check (kind in ('familiarisation', 'briefing')),
  shown_text jsonb not null,
  text_hash bytea not null,
  held_by uuid,
  held_at timestamptz,
  confirmed_by uuid,
  confirmed_at timestamptz,
  confirmed_how text check (confirmed_how in ('account', 'paper')),
  constraint one_acknowledgement_per_kind unique (attempt_id, kind),
  constraint acknowledged_by_two_people check (held_by is null or confirmed_by is null or held_by <> confirmed_by)
);

create table theory_run (
  id uuid primary key,
  attempt_id uuid not null unique references attempt (id),
  case_id uuid not null references case_file (id),
  sitting_id uuid not null references sitting (id),
  account_id uuid references account (id),
  seat_code_hash bytea,
  seed bytea not null,
  language text not null check (language in ('kk', 'ru')),
  form jsonb not null,
  total integer not null check (total > 0),
  admitted_by uuid not null,
  identity_checked_at timestamptz not null,
  started_at timestamptz,
  ends_at timestamptz,
  handed_in_at timestamptz,
  end_kind text check (end_kind in ('handed-in', 'time', 'removal', 'stopped')),
  correct integer,
  passed boolean,
  log_digest bytea
);
create table answer_event (
  run_id uuid not null references theory_run (id),
  seq integer not null,
  item_no integer not null,
  chosen text[] not null,
  received_at timestamptz not null,
  hash bytea not null,
  primary key (run_id, seq)
);
create table answer (
  run_id uuid not null references theory_run (id),
  item_no integer not null,
  chosen text[] not null,
  seq integer not null,
  primary key (run_id, item_no)
);
create trigger answer_event_is_kept before update or delete on answer_event for each row execute function journal_is_never_changed();

create table practice_run (
  id uuid primary key,
  attempt_id uuid not null unique references attempt (id),
  case_id uuid not null references case_file (id),
  sitting_id uuid not null references sitting (id),
  admitted_by uuid not null,
  identity_checked_at timestamptz not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  end_kind text check (end_kind in ('finished', 'safety', 'removal')),
  end_step integer,
  end_note text,
  passed boolean
);
create table mark (
  run_id uuid not null references practice_run (id),
  step_no integer not null,
  assessor_id uuid not null references account (id),
  done boolean not null,
  note text not null default '',
  marked_at timestamptz not null,
  primary key (run_id, step_no, assessor_id)
);

create table violation (
  id uuid primary key,
  attempt_id uuid not null references attempt (id),
  case_id uuid not null references case_file (id),
  stage text not null check (stage in ('theory', 'practice')),
  ordinal integer not null check (ordinal in (1, 2)),
  ground text not null,
  note text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  acknowledged_at timestamptz,
  constraint two_violations_end_an_attempt unique (attempt_id, ordinal)
);
create table incident (
  id uuid primary key,
  attempt_id uuid not null references attempt (id),
  case_id uuid not null references case_file (id),
  kind text not null,
  note text not null,
  minutes_given integer,
  recorded_by uuid,
  recorded_at timestamptz not null
);
create table no_show (
  attempt_id uuid primary key references attempt (id),
  stage text not null,
  on_day date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null
);

create table panel (
  id uuid primary key,
  case_id uuid not null references case_file (id),
  attempt_id uuid references attempt (id),
  purpose text not null check (purpose in ('decision', 'appeal')),
  called_by uuid not null,
  called_at timestamptz not null,
  closed_at timestamptz
);
create unique index one_open_panel_per_case on panel (case_id, purpose) where closed_at is null;
create table panel_member (
  panel_id uuid not null references panel (id),
  account_id uuid not null references account (id),
  chair boolean not null default false,
  primary key (panel_id, account_id)
);
create table vote (
  panel_id uuid not null,
  account_id uuid not null,
  choice text not null check (choice in ('pass', 'fail', 'uphold', 'reject')),
  note text not null default '',
  voted_at timestamptz not null,
  primary key (panel_id, account_id),
  foreign key (panel_id, account_id) references panel_member (panel_id, account_id)
);

create table decision (
  id uuid primary key,
  case_id uuid not null references case_file (id),
  attempt_id uuid not null references attempt (id),
  number text not null unique,
  outcome text not null check (outcome in ('pass', 'fail')),
  ground text check (ground in ('THEORY_NOT_PASSED', 'PRACTICE_NOT_PER_MAP', 'VIOLATION', 'NO_SHOW')),
  panel_id uuid not null references panel (id),
  decided_at timestamptz not null,
  decided_on date not null,
  supersedes uuid unique references decision (id),
  reasons text not null default '',
  protocol_paper_id uuid not null references paper (id),
  constraint a_failure_has_its_ground check ((outcome = 'fail') = (ground is not null))
);
create index decision_of_case on decision (case_id);

create table fail_notice (
  id uuid primary key,
  decision_id uuid not null unique references decision (id),
  case_id uuid not null references case_file (id),
  recommendations text not null check (length(recommendations) > 0),
  issued_by uuid not null,
  issued_at timestamptz not null,
  delivered_at timestamptz,
  paper_id uuid not null references paper (id)
);

create table recognition_document (
  id uuid primary key,
  number text not null unique,
  case_id uuid not null references case_file (id),
  decision_id uuid not null unique references decision (id),
  centre_id uuid not null references centre (id),
  certificate_id uuid not null references accreditation_certificate (id),
  person_id uuid not null references person (id),
  profession_code text not null references profession (code),
  level integer not null,
  holder_surname text not null,
  holder_given_name text not null,
  holder_patronymic text,
  public_name text not null,
  issued_at timestamptz not null,
  issued_on date not null,
  valid_until date,
  issued_by uuid not null,
  delivered_at timestamptz,
  paper_id uuid not null references paper (id),
  annulled_on date,
  annulment_ground text,
  replaced_by uuid references recognition_document (id)
);
create index recognition_document_of_person on recognition_document (person_id);
create index recognition_document_of_centre on recognition_document (centre_id, issued_on desc);

create table annulment (
  id uuid primary key,
  document_id uuid not null references recognition_document (id),
  ground text not null,
  note text not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  approved boolean,
  constraint annulment_needs_two_people check (decided_by is null or decided_by <> proposed_by)
);
create unique index one_open_annulment_per_document on annulment (document_id) where decided_at is null;

create table delivery (
  id uuid primary key,
  case_id uuid not null references case_file (id),
  of_kind text not null check (of_kind in ('refusal', 'contract', 'notification', 'document', 'fail-notice', 'appeal-decision', 'complaint-answer')),
  of_id uuid not null,
  channel text not null check (channel in ('account', 'paper')),
  delivered_at timestamptz not null,
  attachment_id uuid references attachment (id),
  recorded_by uuid,
  witnessed_by uuid,
  constraint delivered_once unique (of_kind, of_id)
);

create table appeal (
  case_id uuid primary key references case_file (id),
  decision_id uuid not null references decision (id),
  ground text not null check (length(ground) > 0),
  lodged_at timestamptz not null,
  lodged_by uuid,
  outcome text check (outcome in ('upheld-pass', 'upheld-again', 'rejected')),
  again_stages text[],
  reasons text,
  panel_id uuid references panel (id),
  decided_at timestamptz,
  new_decision_id uuid references decision (id),
  paper_id uuid references paper (id),
  withdrawn_at timestamptz,
  constraint one_appeal_per_decision unique (decision_id)
);

create table complaint (
  case_id uuid primary key references case_file (id),
  subject text not null check (subject in ('refusal', 'conduct', 'price', 'accessibility', 'personal-data', 'term', 'other')),
  body text not null check (length(body) > 0),
  lodged_at timestamptz not null,
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  satisfied boolean,
  paper_id uuid references paper (id)
);
