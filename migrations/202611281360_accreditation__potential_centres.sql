-- Organisations that the accrediting body and the ministry work with before there is a case. What is not known of them stays empty.
create table potential_centre (
  id uuid primary key,
  -- The row of the slides, for those that the slides name.
  slides_no integer unique,
  -- As the source writes it: the slides give one name, in one language.
  name text not null check (name <> ''),
  bin text unique check (bin ~ '^[0-9]{12}$'),
  region_kato text references region (kato),
  contact text not null default '',
  provenance text not null check (provenance in ('slides', 'desk')),
  state text not null check (state in ('interest', 'talks', 'preparing-papers', 'applied', 'dropped')),
  case_id uuid unique references accreditation_case (id),
  dropped_reason text not null default '',
  next_step text not null default '',
  next_step_on date,
  responsible_id uuid references account (id),
  version integer not null default 1,
  entered_by uuid references account (id),
  entered_at timestamptz not null,
  moved_at timestamptz not null,
  constraint who_dropped_out_has_a_reason check ((state = 'dropped') = (dropped_reason <> '')),
  constraint who_applied_has_a_case check (state <> 'applied' or case_id is not null),
  constraint a_next_step_is_whole check ((next_step = '') = (next_step_on is null) and (next_step = '') = (responsible_id is null)),
  constraint the_slides_name_it check ((provenance = 'slides') = (slides_no is not null))
);
create index potential_centre_by_next_step on potential_centre (next_step_on) where next_step_on is not null;

create table potential_centre_profession (
  potential_centre_id uuid not null references potential_centre (id),
  profession_code text not null references profession (code),
  primary key (potential_centre_id, profession_code)
);

-- Dated notes: written once, never rewritten.
create table potential_centre_note (
  potential_centre_id uuid not null references potential_centre (id),
  no integer not null,
  body text not null check (body <> ''),
  written_by uuid not null references account (id),
  written_at timestamptz not null,
  primary key (potential_centre_id, no)
);
