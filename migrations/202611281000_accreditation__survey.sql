-- Stage 3: the day, the people, what they wrote on site, and the act with the word of both sides.
create table survey (
  case_id uuid primary key references accreditation_case (id),
  held_on date not null,
  assigned_by uuid not null references account (id),
  assigned_at timestamptz not null,
  -- From the first signature on nothing is written any more; a survey taken up again is open again.
  closed_at timestamptz,
  answer text check (answer in ('signed', 'refused')),
  answer_reason text not null default '',
  answered_by uuid references account (id),
  -- The representative himself, or a surveyor who records that he would not sign.
  answered_by_surveyor boolean not null default false,
  answered_at timestamptz,
  act_paper_id uuid references paper (id),
  finished_at timestamptz,
  constraint an_answer_is_whole check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null)),
  constraint a_refusal_to_sign_has_its_reason check (answer is distinct from 'refused' or answer_reason <> ''),
  constraint nobody_signs_for_the_applicant check (not answered_by_surveyor or answer = 'refused'),
  constraint an_answer_stands_on_a_closed_survey check (answer is null or closed_at is not null)
);

create table survey_surveyor (
  case_id uuid not null references survey (case_id),
  account_id uuid not null references account (id),
  signed_at timestamptz,
  -- Who was put in his place stays known: what he wrote stays his.
  relieved_at timestamptz,
  primary key (case_id, account_id)
);
create index survey_surveyor_of_account on survey_surveyor (account_id) where relieved_at is null;

-- What was written on site, in the order in which it came; never changed. Device and number make a repeated delivery harmless.
create table survey_entry (
  case_id uuid not null references survey (case_id),
  no integer not null,
  account_id uuid not null references account (id),
  device text not null check (length(device) between 1 and 40),
  seq integer not null check (seq > 0),
  kind text not null check (kind in ('mark', 'measurement', 'finding', 'photo', 'strike')),
  body jsonb not null,
  paper_id uuid references accreditation_paper (id),
  -- Why the law of the survey did not take it; kept all the same, so that the numbers of a device have no hole.
  refused text,
  written_at timestamptz not null,
  received_at timestamptz not null,
  primary key (case_id, no),
  constraint one_entry_per_device_and_number unique (case_id, device, seq),
  constraint a_photo_has_its_file check (kind <> 'photo' or refused is not null or paper_id is not null)
);
