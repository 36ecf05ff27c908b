-- Conditions that a centre adds to the standard contract, in both languages, from a day on: drafted by one person, approved by the head.
-- An edition is never changed; one without texts says that from its day the centre adds nothing.
create table centre_contract_terms (
  id uuid primary key,
  centre_id uuid not null references centre (id),
  in_force_from date not null,
  text_kk text not null,
  text_ru text not null,
  drafted_by uuid not null references account (id),
  drafted_at timestamptz not null,
  decided_by uuid references account (id),
  decided_at timestamptz,
  approved boolean,
  decision_note text not null default '',
  constraint terms_stand_in_both_languages check ((text_kk = '') = (text_ru = '')),
  constraint terms_are_decided_whole check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (approved is null)),
  constraint terms_need_a_second_person check (not approved or decided_by <> drafted_by)
);
create unique index one_open_draft_of_terms_per_centre on centre_contract_terms (centre_id) where decided_by is null;
create unique index one_edition_of_terms_per_day on centre_contract_terms (centre_id, in_force_from) where approved;
