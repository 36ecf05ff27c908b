-- The road of a centre has people of its own: the applicant, the chamber that receives, who reviews, who surveys, who decides; a sector body keeps its professions.
alter table organisation drop constraint organisation_kind_check;
alter table organisation add constraint organisation_kind_check check (kind in (
  'centre', 'national-chamber', 'regional-chamber', 'ministry', 'national-body', 'audit', 'platform', 'partner', 'employer', 'applicant', 'sector-body', 'association'));
alter table role_grant drop constraint role_grant_role_check;
alter table role_grant add constraint role_grant_role_check check (role in (
  'centre-operator', 'assessor', 'panel-member', 'invigilator', 'centre-head', 'accreditor', 'ministry', 'national-body', 'auditor', 'administrator',
  'applicant', 'chamber-officer', 'accreditation-expert', 'surveyor', 'accreditation-commission', 'sector-officer'));
-- An applicant writes the draft programmes of its application before it is a centre.
alter table programme drop constraint programme_centre_id_fkey;
alter table programme add constraint programme_centre_id_fkey foreign key (centre_id) references organisation (id);
