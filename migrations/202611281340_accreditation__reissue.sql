-- A certificate written anew because a name, an address or a mistake in it changed: the centre asks, one person of the accreditor prepares, another issues or refuses.
create table certificate_reissue (
  id uuid primary key,
  certificate_id uuid not null references accreditation_certificate (id),
  organisation_id uuid not null references organisation (id),
  ground text not null check (ground in ('name-changed', 'address-changed', 'mistake', 'other')),
  note text not null check (note <> ''),
  -- The clause of the act that the accreditor names; empty while it is not known.
  clause text not null default '',
  -- What is to stand: all of it, also what does not change.
  name_kk text not null check (name_kk <> ''),
  name_ru text not null check (name_ru <> ''),
  name_en text not null default '',
  address_kk text not null check (address_kk <> ''),
  address_ru text not null check (address_ru <> ''),
  requested_by uuid not null references account (id),
  requested_at timestamptz not null,
  prepared_by uuid references account (id),
  prepared_at timestamptz,
  decided_by uuid references account (id),
  decided_at timestamptz,
  outcome text check (outcome in ('issued', 'refused', 'withdrawn')),
  reasons text not null default '',
  new_certificate_id uuid unique references accreditation_certificate (id),
  paper_id uuid references paper (id),
  version integer not null default 1,
  constraint a_reissue_is_prepared_whole check ((prepared_by is null) = (prepared_at is null)),
  constraint a_reissue_is_decided_whole check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (outcome is null)),
  constraint a_reissue_needs_a_second_person check (outcome is null or outcome = 'withdrawn' or (prepared_by is not null and decided_by <> prepared_by)),
  constraint an_issued_reissue_has_its_certificate check ((outcome is not distinct from 'issued') = (new_certificate_id is not null)),
  constraint a_refused_reissue_has_its_reasons check (outcome is distinct from 'refused' or reasons <> '')
);
create unique index one_open_reissue_per_certificate on certificate_reissue (certificate_id) where outcome is null;
create index certificate_reissue_of_organisation on certificate_reissue (organisation_id, requested_at desc);
