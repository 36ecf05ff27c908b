import type { ExamPlanningText } from './kk.ts'

export const en: ExamPlanningText = {
  timeline: {
    'interest-declared': 'A conflict of interest was declared', 'interest-withdrawn': 'A declared conflict of interest was found not to hold',
  },
  denials: {
    'conflict.same-person': '{name} cannot judge himself.', 'conflict.same-employer': 'Conflict of interest: {name} and the candidate have one employer.', 'conflict.declared-kin': 'Conflict of interest: {name} and the candidate were declared kin.',
    'conflict.taught-by': 'Conflict of interest: it was declared that {name} taught the candidate.', 'conflict.marked-before': 'Conflict of interest: {name} has marked the candidate before.', 'conflict.same-address': 'Conflict of interest: {name} and the candidate have one address.',
    'sitting.staff-not-possible': 'These people cannot be named to the sitting.',
    'interest.not-possible': 'The declaration is not taken.', 'interest.kind-missing': 'Choose what the tie is.', 'interest.no-staff': 'Choose somebody of the centre.', 'interest.own-case': 'This is your own case, nothing need be declared.',
    'interest.stands-already': 'This declaration stands already.', 'interest.case-closed': 'The case is closed.', 'interest.own': 'You cannot take back a declaration about yourself.', 'interest.ground-missing': 'Write the ground (up to 500 characters).',
  },
}
