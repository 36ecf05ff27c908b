-- A change of a norm is proposed by one person and approved by another; only then an edition comes of it.
create table norm_proposal (
  id uuid primary key,
  key text not null,
  value jsonb not null,
  mark text not null,
  source_kk text not null,
  source_ru text not null,
  valid_from date not null,
  ground text not null check (ground <> ''),
  proposed_by uuid not null references account (id),
  proposed_at timestamptz not null,
  decided_by uuid references account (id),
  decided_at timestamptz,
  approved boolean,
  edition text references norm_edition (edition),
  constraint a_proposal_needs_a_second_person check (decided_by is null or decided_by <> proposed_by),
  constraint a_decision_is_whole check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (approved is null)),
  constraint an_edition_comes_of_approval check (edition is null or approved)
);
create unique index one_open_proposal_per_norm on norm_proposal (key) where decided_by is null;
create index norm_proposal_newest on norm_proposal (proposed_at desc);
