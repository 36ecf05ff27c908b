-- Withdrawal, resumption and termination of an accreditation certificate, as acts of two people of the accreditor [D].
create table certificate_event (
  id uuid primary key,
  certificate_id uuid not null references accreditation_certificate (id),
  kind text not null check (kind in ('withdrawal', 'resumption', 'termination')),
  -- null: the whole certificate; otherwise the codes of the professions concerned
  professions text[] check (cardinality(professions) > 0),
  in_force_from date not null,
  ground text not null check (ground <> ''),
  note text not null check (note <> ''),
  -- the clause of the act that the accreditor names; empty while it is not known
  clause text not null,
  proposed_by uuid not null references account (id),
  proposed_at timestamptz not null,
  decided_by uuid references account (id),
  decided_at timestamptz,
  approved boolean,
  constraint a_certificate_event_needs_a_second_person check (decided_by is null or decided_by <> proposed_by),
  constraint a_certificate_event_is_decided_whole check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (approved is null))
);
create unique index one_open_event_per_certificate on certificate_event (certificate_id) where decided_by is null;
create index certificate_event_of_certificate on certificate_event (certificate_id, in_force_from);
