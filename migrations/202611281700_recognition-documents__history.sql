-- Documents of recognition from before Tanu: brought in by batches, without a case and without a paper of ours.
create table historic_batch (
  id uuid primary key,
  origin text not null check (origin in ('import', 'demonstration')),
  rows integer not null check (rows > 0),
  -- Over the hashes of all rows in the order of the file; the journal has it too.
  digest bytea not null,
  entered_by uuid references account (id),
  entered_at timestamptz not null,
  entered_on date not null
);

create table historic_document (
  id uuid primary key,
  batch_id uuid not null references historic_batch (id),
  place integer not null,
  number text not null check (number <> ''),
  -- How a number is compared: capital Latin letters, no blanks.
  number_key text not null check (number_key <> ''),
  iin_cipher bytea not null,
  holder_key bytea not null,
  surname text not null,
  given_name text not null,
  patronymic text,
  public_name text not null,
  profession_code text not null references profession (code),
  level integer not null check (level between 1 and 8),
  centre_id uuid not null references centre (id),
  issued_on date not null,
  valid_until date,
  annulled_on date,
  annulment_ground text,
  funding text check (funding in ('own', 'employer', 'voucher')),
  -- A keyed hash of what the row says, so that a later change of it is found out.
  row_hash bytea not null,
  constraint one_historic_document_per_number unique (number_key),
  constraint one_place_in_a_batch unique (batch_id, place),
  constraint a_historic_document_ends_after_it_begins check (valid_until is null or valid_until >= issued_on),
  constraint a_historic_annulment_has_its_ground check ((annulled_on is null) = (annulment_ground is null)),
  constraint a_historic_annulment_follows_the_issue check (annulled_on is null or annulled_on >= issued_on)
);
create index historic_document_of_holder on historic_document (holder_key);
create index historic_document_by_day on historic_document (issued_on, id);
create trigger historic_document_is_kept before update or delete on historic_document for each row execute function journal_is_never_changed();
create trigger historic_batch_is_kept before update or delete on historic_batch for each row execute function journal_is_never_changed();

do $$
declare name text;
begin
  foreach name in array array['historic_batch', 'historic_document']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (current_setting(''tanu.scope'', true) = ''system'') with check (current_setting(''tanu.scope'', true) = ''system'')', name || '_is_opened_by_an_act', name);
  end loop;
end $$;

-- Whose document it is across all papers, and who paid for the recognition: frozen at issue, so that persons and funding can be counted.
alter table recognition_document add column holder_key bytea;
alter table recognition_document add column funding text check (funding in ('own', 'employer', 'voucher'));
create index recognition_document_of_holder on recognition_document (holder_key);
create index recognition_document_by_day on recognition_document (issued_on, id);
