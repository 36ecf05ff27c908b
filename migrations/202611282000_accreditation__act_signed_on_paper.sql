-- An applicant without an account signs the act of the survey on paper: day, signatory and scan stand with what was handed over.
alter table accreditation_delivery drop constraint accreditation_delivery_of_kind_check;
alter table accreditation_delivery add constraint accreditation_delivery_of_kind_check
  check (of_kind in ('given-back', 'returned', 'survey-act', 'decision', 'certificate', 'contract'));

-- Whoever entered the signed act is `answered_by`; he signed nothing himself.
alter table survey add column answered_on_paper boolean not null default false;
alter table survey add constraint on_paper_the_act_is_signed_by_the_applicant
  check (not answered_on_paper or (answer is not distinct from 'signed' and not answered_by_surveyor));
