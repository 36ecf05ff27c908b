-- Who comes with vouchers, employers and money: the career centre that confirms, the employer that refers and pays, the officer of the payer that accepts acts of works, and the proctor of an exam on line.
alter table organisation drop constraint organisation_kind_check;
alter table organisation add constraint organisation_kind_check check (kind in (
  'centre', 'national-chamber', 'regional-chamber', 'ministry', 'national-body', 'audit', 'platform', 'partner', 'employer', 'applicant', 'sector-body', 'association', 'career-centre', 'voucher-payer'));
alter table role_grant drop constraint role_grant_role_check;
alter table role_grant add constraint role_grant_role_check check (role in (
  'centre-operator', 'assessor', 'panel-member', 'invigilator', 'centre-head', 'accreditor', 'ministry', 'national-body', 'auditor', 'administrator',
  'applicant', 'chamber-officer', 'accreditation-expert', 'surveyor', 'accreditation-commission', 'sector-officer',
  'employer-representative', 'career-centre-specialist', 'voucher-payer-officer', 'proctor'));
