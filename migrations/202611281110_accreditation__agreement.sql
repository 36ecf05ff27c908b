-- The authorised body agrees or objects, profession by profession (Law Art. 23(1)); nobody stands behind an answer that silence gave.
create table accreditation_agreement (
  case_id uuid not null,
  profession_code text not null,
  level integer not null,
  answer text not null check (answer in ('agrees', 'objects')),
  grounds text not null default '',
  answered_by uuid references account (id),
  answered_at timestamptz not null,
  primary key (case_id, profession_code, level),
  foreign key (case_id, profession_code, level) references accreditation_line (case_id, profession_code, level),
  constraint an_objection_has_its_grounds check (answer = 'agrees' or grounds <> '' or answered_by is null)
);
