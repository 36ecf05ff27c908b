-- An exam on line is watched: consent, identity, recording in numbered chunks, signals, flags, the look of a person at every ending.
create table proctoring_session (
  attempt_id uuid primary key references attempt (id),
  case_id uuid not null references case_file (id),
  sitting_id uuid not null references sitting (id),
  consent_version text not null,
  consent_text jsonb not null,
  consent_hash bytea not null,
  consented_at timestamptz not null,
  -- The key of this attempt's pictures and recordings, wrapped by the key of the server; without it they cannot be read any more.
  wrapped_key bytea,
  -- Signals switched off by a condition that was granted.
  off text[] not null,
  admitted_by uuid references account (id),
  admitted_at timestamptz,
  device uuid,
  device_seen_at timestamptz,
  skew_ms bigint,
  last_seq integer not null default 0,
  signals_at timestamptz,
  silent_since timestamptz,
  -- A repeated violation by the closed list that waits for the look of a person, where the norm says so.
  pending_norm text,
  pending_since timestamptz,
  pending_until timestamptz,
  erased_on date,
  constraint admitted_by_a_person check ((admitted_by is null) = (admitted_at is null)),
  constraint consent_comes_first check (admitted_at is null or consented_at <= admitted_at),
  constraint erased_means_unreadable check (erased_on is null or wrapped_key is null),
  constraint a_look_has_its_term check ((pending_norm is null) = (pending_since is null) and (pending_norm is null) = (pending_until is null))
);
create index proctoring_session_of_case on proctoring_session (case_id);
create index proctoring_session_of_sitting on proctoring_session (sitting_id);
create index proctoring_session_waiting on proctoring_session (pending_until) where pending_until is not null;

create table proctoring_picture (
  id uuid primary key,
  attempt_id uuid not null references proctoring_session (attempt_id),
  case_id uuid not null references case_file (id),
  kind text not null check (kind in ('face', 'document', 'room-1', 'room-2', 'room-3', 'room-4')),
  sha256 bytea not null,
  size integer not null,
  file_key text not null,
  taken_at timestamptz not null
);
create index proctoring_picture_of_attempt on proctoring_picture (attempt_id, taken_at);

-- The picture that a person has shown of himself before the day, with which the one of the day is compared by a person.
create table reference_photo (
  account_id uuid primary key references account (id),
  sha256 bytea not null,
  wrapped_key bytea not null,
  file_key text not null,
  shown_at timestamptz not null
);

create table proctoring_chunk (
  attempt_id uuid not null references proctoring_session (attempt_id),
  track text not null check (track in ('camera', 'screen')),
  number integer not null check (number >= 0),
  case_id uuid not null references case_file (id),
  sha256 bytea not null,
  size integer not null,
  media_type text not null,
  -- The bytes begin with a head of their own: a player can start here.
  begins boolean not null,
  client_from bigint not null,
  ms integer not null,
  from_at timestamptz not null,
  received_at timestamptz not null,
  file_key text not null,
  primary key (attempt_id, track, number)
);

create index proctoring_chunk_of_file on proctoring_chunk (file_key);

create table proctoring_flag (
  id uuid primary key,
  attempt_id uuid not null references proctoring_session (attempt_id),
  case_id uuid not null references case_file (id),
  kind text not null,
  outcome text not null check (outcome in ('incident', 'warning', 'ending')),
  from_at timestamptz not null,
  to_at timestamptz not null,
  raised_at timestamptz not null,
  raised_by uuid references account (id),
  by_norm text,
  note text not null,
  incident_id uuid references incident (id),
  violation_id uuid references violation (id),
  constraint a_machine_raises_incidents_alone check (outcome = 'incident' or violation_id is not null),
  constraint flag_times_in_order check (to_at >= from_at)
);
create index proctoring_flag_of_attempt on proctoring_flag (attempt_id, raised_at);

create table proctoring_signal (
  attempt_id uuid not null references proctoring_session (attempt_id),
  device uuid not null,
  seq integer not null check (seq > 0),
  case_id uuid not null references case_file (id),
  kind text not null,
  client_from bigint not null,
  client_to bigint not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  peak real not null,
  detail jsonb not null,
  switched_off boolean not null,
  received_at timestamptz not null,
  flag_id uuid references proctoring_flag (id),
  primary key (attempt_id, device, seq)
);
create index proctoring_signal_of_attempt on proctoring_signal (attempt_id, received_at);

create table proctoring_answer (
  id uuid primary key,
  flag_id uuid not null references proctoring_flag (id),
  case_id uuid not null references case_file (id),
  text text not null,
  written_at timestamptz not null
);
create index proctoring_answer_of_flag on proctoring_answer (flag_id);

create table proctoring_message (
  id uuid primary key,
  attempt_id uuid not null references proctoring_session (attempt_id),
  case_id uuid not null references case_file (id),
  written_by uuid not null references account (id),
  from_candidate boolean not null,
  text text not null,
  written_at timestamptz not null
);
create index proctoring_message_of_attempt on proctoring_message (attempt_id, written_at);

create table proctoring_review (
  attempt_id uuid primary key references proctoring_session (attempt_id),
  case_id uuid not null references case_file (id),
  flag_id uuid not null references proctoring_flag (id),
  opened_at timestamptz not null,
  verdict text check (verdict in ('upheld', 'annulled')),
  reasons text,
  reviewed_by uuid references account (id),
  reviewed_at timestamptz,
  constraint a_verdict_has_its_person_and_reasons check (
    (verdict is null) = (reviewed_by is null) and (verdict is null) = (reviewed_at is null) and (verdict is null) = (reasons is null) and length(reasons) > 0)
);
create index proctoring_review_open on proctoring_review (opened_at) where verdict is null;

create table recording_view (
  id uuid primary key,
  attempt_id uuid not null references proctoring_session (attempt_id),
  case_id uuid not null references case_file (id),
  viewer uuid not null references account (id),
  purpose text not null check (purpose in ('live-watch', 'review', 'decision', 'appeal', 'complaint', 'own')),
  note text not null,
  opened_at timestamptz not null
);
create index recording_view_of_attempt on recording_view (attempt_id, opened_at);

do $$
declare name text;
begin
  foreach name in array array['proctoring_session', 'proctoring_picture', 'proctoring_chunk', 'proctoring_flag', 'proctoring_signal', 'proctoring_answer', 'proctoring_message', 'proctoring_review', 'recording_view']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (current_setting(''tanu.scope'', true) = ''system'' or exists (select 1 from case_file c where c.id = case_id))',
      name || '_goes_with_its_case', name);
  end loop;
end $$;
