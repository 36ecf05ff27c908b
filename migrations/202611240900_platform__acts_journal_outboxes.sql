-- The instance itself: demonstration or real, for ever; the demonstration clock only moves forward.
create table instance (
  only_one boolean primary key default true check (only_one),
  kind text not null check (kind in ('real', 'demonstration')),
  clock_offset_ms bigint not null default 0 check (clock_offset_ms >= 0),
  created_at timestamptz not null
);

create table request_key (
  actor_key text not null,
  key text not null,
  request_hash bytea not null,
  outcome jsonb,
  created_at timestamptz not null,
  primary key (actor_key, key)
);
create index request_key_by_age on request_key (created_at);

-- One chain per case, per account or per register; payloads hold ids and codes, never names.
create table journal_entry (
  id uuid primary key,
  chain text not null,
  seq integer not null,
  kind text not null,
  payload jsonb not null,
  actor_kind text not null,
  actor_id uuid,
  at timestamptz not null,
  on_day date not null,
  previous_hash bytea not null,
  hash bytea not null,
  constraint one_entry_per_place_in_a_chain unique (chain, seq)
);
create index journal_entry_by_time on journal_entry (at);
create index journal_entry_by_actor on journal_entry (actor_id, at);

create table journal_checkpoint (
  id uuid primary key,
  at timestamptz not null,
  entries bigint not null,
  root bytea not null,
  key_id text not null,
  signature bytea not null
);

create function journal_is_never_changed() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is never changed' using errcode = '42501';
end $$;
create trigger journal_entry_is_kept before update or delete on journal_entry for each row execute function journal_is_never_changed();
create trigger journal_entry_is_not_emptied before truncate on journal_entry for each statement execute function journal_is_never_changed();
create trigger journal_checkpoint_is_kept before update or delete on journal_checkpoint for each row execute function journal_is_never_changed();

-- Letters leave through this outbox; the finished text is kept as it was sent.
create table letter (
  id uuid primary key,
  kind text not null,
  case_id uuid,
  account_id uuid,
  email text,
  lang text not null check (lang in ('kk', 'ru', 'en')),
  subject text not null,
  body text not null,
  created_at timestamptz not null,
  read_at timestamptz,
  sent_at timestamptz,
  tries integer not null default 0,
  next_try_at timestamptz,
  fault text
);
create index letter_waiting on letter (next_try_at) where sent_at is null and next_try_at is not null;
create index letter_of_account on letter (account_id, created_at desc);
create index letter_of_case on letter (case_id);

-- Papers: the frozen data of every PDF, written in the transaction of its act; the bytes follow once and are never rendered again.
create table paper (
  id uuid primary key,
  kind text not null,
  case_id uuid,
  centre_id uuid,
  data jsonb not null,
  created_at timestamptz not null,
  file_key text,
  sha256 bytea,
  size integer,
  rendered_at timestamptz,
  tries integer not null default 0,
  next_try_at timestamptz,
  fault text
);
create index paper_waiting on paper (next_try_at) where rendered_at is null and next_try_at is not null;
create index paper_of_case on paper (case_id);

create table stored_file (
  key text primary key,
  sha256 bytea not null,
  size bigint not null,
  media_type text not null,
  created_at timestamptz not null,
  linked_at timestamptz
);
create index stored_file_by_hash on stored_file (sha256);

create table long_work (
  id uuid primary key,
  kind text not null,
  account_id uuid not null,
  total integer not null,
  done integer not null default 0,
  state text not null check (state in ('running', 'done', 'failed')),
  result jsonb,
  started_at timestamptz not null,
  finished_at timestamptz
);
