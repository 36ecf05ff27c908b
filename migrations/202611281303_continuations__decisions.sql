-- One decision of the ministry on the waiting cases of an event: who, when, on which ground.
create table continuation (
  id uuid primary key,
  certificate_id uuid references accreditation_certificate (id),
  event_id uuid references certificate_event (id),
  ground text not null check (ground <> ''),
  cases integer not null check (cases > 0),
  decided_by uuid not null references account (id),
  decided_at timestamptz not null
);
create index continuation_of_event on continuation (certificate_id, event_id, decided_at desc);
alter table case_hold add constraint case_hold_continuation_id_fkey foreign key (continuation_id) references continuation (id);
alter table case_move add constraint case_move_continuation_id_fkey foreign key (continuation_id) references continuation (id);
alter table settlement add constraint settlement_continuation_id_fkey foreign key (continuation_id) references continuation (id);
