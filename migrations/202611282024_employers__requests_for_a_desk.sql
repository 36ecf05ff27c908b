-- An organisation asks for an employer's desk: who it is, who represents it and by which paper. A person of the platform confirms it or refuses with the reason.
create table employer_desk_request (
  id uuid primary key,
  account_id uuid not null references account (id),
  bin text not null check (bin ~ '^\d{12}$'),
  name_kk text not null check (name_kk <> ''),
  name_ru text not null check (name_ru <> ''),
  name_en text not null check (name_en <> ''),
  position text not null check (position <> ''),
  powers text not null check (powers in ('head', 'power-of-attorney')),
  powers_number text not null,
  powers_from date not null,
  powers_until date,
  file_name text not null,
  media_type text not null,
  size integer not null,
  sha256 bytea not null,
  file_key text not null,
  original_key text not null,
  filed_at timestamptz not null,
  step text not null check (step in ('review', 'confirmed', 'refused', 'withdrawn')),
  decided_by uuid references account (id),
  decided_at timestamptz,
  reason text not null default '',
  remedy text not null default '',
  organisation_id uuid references organisation (id),
  constraint nobody_confirms_his_own_desk check (decided_by is null or decided_by <> account_id or step = 'withdrawn'),
  constraint a_confirmed_desk_has_its_organisation check ((step = 'confirmed') = (organisation_id is not null)),
  constraint a_refused_desk_has_its_reason check (step <> 'refused' or (reason <> '' and remedy <> '')),
  constraint powers_end_after_they_begin check (powers_until is null or powers_until >= powers_from)
);
create unique index one_desk_request_under_review on employer_desk_request (account_id, bin) where step = 'review';
create index employer_desk_request_by_step on employer_desk_request (step, filed_at, id);
create index employer_desk_request_of_account on employer_desk_request (account_id);
create trigger employer_desk_request_is_kept before delete on employer_desk_request for each row execute function journal_is_never_changed();
alter table employer_desk_request enable row level security;
alter table employer_desk_request force row level security;
create policy employer_desk_request_is_opened_by_an_act on employer_desk_request using (current_setting('tanu.scope', true) = 'system') with check (current_setting('tanu.scope', true) = 'system');
