-- A checkpoint signs how far every chain of the journal has come since the one before it; none was ever written until now.
alter table journal_checkpoint add column no integer not null;
alter table journal_checkpoint add column previous_root bytea not null;
alter table journal_checkpoint add column newest_at timestamptz not null;
alter table journal_checkpoint add constraint one_checkpoint_per_number unique (no);
create table journal_checkpoint_head (
  no integer not null references journal_checkpoint (no),
  chain text not null,
  seq integer not null,
  hash bytea not null,
  primary key (no, chain)
);
create index journal_checkpoint_head_of_chain on journal_checkpoint_head (chain, no desc);
create table journal_checkpoint_key (
  id text primary key,
  public_key text not null,
  first_used_at timestamptz not null
);
create trigger journal_checkpoint_is_not_emptied before truncate on journal_checkpoint for each statement execute function journal_is_never_changed();
create trigger journal_checkpoint_head_is_kept before update or delete on journal_checkpoint_head for each row execute function journal_is_never_changed();
create trigger journal_checkpoint_head_is_not_emptied before truncate on journal_checkpoint_head for each statement execute function journal_is_never_changed();
create trigger journal_checkpoint_key_is_kept before update or delete on journal_checkpoint_key for each row execute function journal_is_never_changed();
