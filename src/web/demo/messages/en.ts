import type { DemoText } from './kk.ts'

export const en: DemoText = {
  people: {
    title: 'Demonstration people', lead: 'This is a demonstration: its people, centres and documents are invented. One press puts you in the place of any of them.',
    enter: 'Sign in as {name}', empty: 'The demonstration people are not loaded yet', mailbox: 'Demonstration mailbox', columns: { name: 'Who', step: 'Step of the case', profession: 'Profession', centre: 'Centre', role: 'Role', enter: 'Sign in' },
    groups: {
      applied: 'Wait for the contract: the centre checks the application', contract: 'Have the contract, not accepted yet', notice: 'Contract concluded, wait for the exam notification', 'exam-ahead': 'Exam appointed', 'exam-day': 'Day of the exam', marking: 'Practice on line handed in, waits to be marked from its recording', decision: 'Exam over, wait for the decision of the panel',
      result: 'Decided, result not given yet', document: 'With a document of recognition', failed: 'Did not pass the exam', disputes: 'Appeals and complaints', waiting: 'Wait for the decision of the ministry', ended: 'Refused, withdrawn, closed',
    },
    without: 'No case yet', documents: 'Documents to check', documentsLead: 'Follow a number to see what the public check answers: the document is valid, has expired, is annulled.',
    desks: { candidate: 'Candidates', centre: 'Recognition centres', examiner: 'Assessors and panel members', ministry: 'Ministry and National body', accreditor: 'National chamber', applicant: 'Applicants for accreditation', sector: 'Sector state bodies', employer: 'Employers', 'career-centre': 'Career centres', payer: 'Payer of vouchers', proctor: 'Proctors', auditor: 'Audit', admin: 'Running the platform' },
  },
  clock: {
    title: 'Demonstration clock', now: 'The clock shows: {at}', lead: 'So that nobody waits for deadlines, the clock can be moved forward. Never back: what happened stays.',
    hour: 'By one hour', nextWorkingDay: 'To 9:00 of the next working day', tenWorkingDays: 'By eleven working days', week: 'By one week', days: 'Number of days', daysHint: 'from 1 to 400', moveDays: 'Move by days', moved: 'The clock was moved: {at}.',
  },
  mailbox: { title: 'Demonstration mailbox', lead: 'In a demonstration no letter leaves the platform. All are here, the newest on top.', to: 'To: {email}', empty: 'No letters', emptyText: 'Letters appear here after acts.', noAddress: 'without an address' },
}
