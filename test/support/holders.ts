import type { Role } from '#platform/acts/actor.ts'

/** Somebody of the demonstration for every role, who works at centre 01 or in an office. */
export const HOLDERS: Readonly<Record<Role, string>> = {
  'centre-operator': 'c01-operator', 'centre-head': 'c01-head', assessor: 'c01-assessor-1', 'panel-member': 'c01-panel-1', invigilator: 'c01-invigilator', accreditor: 'accreditor', ministry: 'ministry-1',
  'national-body': 'national-body', auditor: 'auditor', administrator: 'administrator',
  applicant: 'applicant-1', 'chamber-officer': 'chamber-officer', 'accreditation-expert': 'expert-1', surveyor: 'surveyor-1', 'accreditation-commission': 'commission-1', 
  'sector-officer': 'sector-officer',
  'employer-representative': 'employer-hr', 'career-centre-specialist': 'career-zhetysu', 'voucher-payer-officer': 'payer-officer', proctor: 'proctor-1',
}
