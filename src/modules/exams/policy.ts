import { accountOf, hasRole, isOversight, type Actor, type Role } from '#platform/acts/actor.ts'
import { definePolicy } from '#platform/acts/policy.ts'
import { CENTRE_ROLES, CLERKS, isCandidateOf, isClerkOf, isStaffOf, type CaseFacts } from '#modules/casework/index.ts'

const BRIEFING_STAFF: readonly Role[] = ['invigilator', 'centre-operator', 'assessor', 'centre-head']
const ROOM_STAFF: readonly Role[] = ['invigilator', 'centre-head']
const PRACTICE_STAFF: readonly Role[] = ['invigilator', 'assessor', 'centre-head']

/** Who sits at the desk: the candidate in his account, or the holder of the seat code that the invigilator gave him. */
export interface SeatFacts extends CaseFacts {
  holdsSeat: boolean
}
export interface MarkingFacts extends CaseFacts {
  assessorIds: readonly string[]
}

const mayConduct = (actor: Actor, kase: CaseFacts & { stage: string }) =>
  isStaffOf(actor, kase, kase.stage === 'practice' ? PRACTICE_STAFF : ROOM_STAFF) && !isCandidateOf(actor, kase)

const isAssessorHere = (actor: Actor, facts: MarkingFacts): boolean => {
  const account = accountOf(actor)
  return account !== undefined && facts.assessorIds.includes(account) && isStaffOf(actor, facts, ['assessor']) && !isCandidateOf(actor, facts)
}

/** The panel, the head, and whoever hears an appeal. */
const judgesAfter = (actor: Actor, facts: CaseFacts): boolean => isStaffOf(actor, facts, ['panel-member', 'centre-head']) || isOversight(actor)

export const policy = definePolicy({
  'notification.send': (actor: Actor, kase: CaseFacts) => isClerkOf(actor, kase) && !isCandidateOf(actor, kase),
  // Only himself, in his account: whoever has none is called by the centre.
  'day.choose': (actor: Actor, kase: CaseFacts) => isCandidateOf(actor, kase),
  'day.tell': (actor: Actor) => actor.kind === 'system',
  'notification.read': (actor: Actor, kase: CaseFacts) => isCandidateOf(actor, kase) || isStaffOf(actor, kase) || isOversight(actor),
  'exam.postpone': (actor: Actor, kase: CaseFacts) => isCandidateOf(actor, kase) || isClerkOf(actor, kase),
  // A clerk has seen the paper; nobody writes down an illness of his own.
  'exam.postpone-ill': (actor: Actor, kase: CaseFacts) => isClerkOf(actor, kase) && !isCandidateOf(actor, kase),
  'sitting.call-off': (actor: Actor, sitting: { centreId: string }) => hasRole(actor, CLERKS, sitting.centreId),
  'sitting.name-staff': (actor: Actor, sitting: { centreId: string }) => hasRole(actor, CLERKS, sitting.centreId),
  // Everybody about himself, a clerk about everybody, and the candidate about whoever may come to judge him.
  'interest.declare': (actor: Actor, kase: CaseFacts & { staffId: string }) => isCandidateOf(actor, kase) || (isStaffOf(actor, kase) && (accountOf(actor) === kase.staffId || isClerkOf(actor, kase))),
  'interest.read': (actor: Actor, kase: CaseFacts) => isCandidateOf(actor, kase) || isStaffOf(actor, kase),
  'interest.read-all': (actor: Actor, kase: CaseFacts) => isClerkOf(actor, kase) && !isCandidateOf(actor, kase),
  'interest.withdraw': (actor: Actor, kase: CaseFacts) => isStaffOf(actor, kase, ['centre-head']) && !isCandidateOf(actor, kase),
  'briefing.read': (actor: Actor, kase: CaseFacts) => isCandidateOf(actor, kase) || isStaffOf(actor, kase) || isOversight(actor),
  'briefing.hold': (actor: Actor, kase: CaseFacts) => isStaffOf(actor, kase, BRIEFING_STAFF) && !isCandidateOf(actor, kase),
  'briefing.confirm': (actor: Actor, kase: CaseFacts) => isCandidateOf(actor, kase),
  'briefing.confirm-paper': (actor: Actor, kase: CaseFacts) => isStaffOf(actor, kase, BRIEFING_STAFF) && !isCandidateOf(actor, kase),
  'exam.admit': mayConduct,
  'exam.conduct': mayConduct,
  'exam.sit': (actor: Actor, seat: SeatFacts) => isCandidateOf(actor, seat) || seat.holdsSeat,
  'exam.enter-by-code': () => true,
  'theory.try-mark': (actor: Actor) => hasRole(actor, ['ministry', 'national-body', 'auditor']),
  'exam.end-due': (actor: Actor) => actor.kind === 'system',
  'exam.read-facts': (actor: Actor, kase: CaseFacts) => actor.kind === 'system' || isCandidateOf(actor, kase) || isStaffOf(actor, kase) || isOversight(actor),
  'sitting.halt': (actor: Actor, sitting: { centreId: string; stage: string }) => hasRole(actor, sitting.stage === 'practice' ? PRACTICE_STAFF : ROOM_STAFF, sitting.centreId),
  'sitting.watch': (actor: Actor) => actor.kind === 'system',
  // Whoever is named to it, and the head: the lists of the day are nobody else's.
  'sitting.pack': (actor: Actor, sitting: { centreId: string; invigilatorId: string | null; proctorId: string | null; assessorIds: readonly string[] }) =>
    hasRole(actor, CLERKS, sitting.centreId) || (hasRole(actor, [...PRACTICE_STAFF, 'proctor'], sitting.centreId) && [sitting.invigilatorId, sitting.proctorId, ...sitting.assessorIds].includes(accountOf(actor) ?? '')),
  'sitting.console': (actor: Actor, centre: { centreId: string }) => hasRole(actor, CENTRE_ROLES, centre.centreId),
  'practice.mark': isAssessorHere,
  'practice.decide': isAssessorHere,
  'practice.call-third': (actor: Actor, kase: CaseFacts) => isStaffOf(actor, kase, ['centre-head']) && !isCandidateOf(actor, kase),
  'practice.set-aside': (actor: Actor, kase: CaseFacts) => isStaffOf(actor, kase, ['centre-head']) && !isCandidateOf(actor, kase),
  'practice.read': (actor: Actor, facts: MarkingFacts) => isStaffOf(actor, facts) || isOversight(actor),
  // While it goes on, nobody sees what another assessor took.
  'practice.photo': (actor: Actor, facts: CaseFacts & { own: boolean; ended: boolean }) =>
    (facts.own && isStaffOf(actor, facts, ['assessor'])) || (facts.ended && (isStaffOf(actor, facts) || isOversight(actor) || isCandidateOf(actor, facts))),
  // The practice on line: nobody but the candidate himself begins, adds to and hands in his work.
  'practice.work': (actor: Actor, kase: CaseFacts) => isCandidateOf(actor, kase),
  'practice.work-file': (actor: Actor, facts: MarkingFacts & { ended: boolean }) => isCandidateOf(actor, facts) || isAssessorHere(actor, facts) || (facts.ended && judgesAfter(actor, facts)),
  // What the task gives him is his only while he works.
  'practice.task-file': (actor: Actor, facts: MarkingFacts & { working: boolean; ended: boolean }) =>
    isCandidateOf(actor, facts) ? facts.working : isAssessorHere(actor, facts) || (facts.ended && judgesAfter(actor, facts)),
  'quality.read': (actor: Actor, { centreId }: { centreId: string }) => hasRole(actor, 'centre-head', centreId) || isOversight(actor),
  // The whole sitting on the assessor's own tablet; each card is asked again when something is written on it.
  'marking.tablet': (actor: Actor, sitting: { centreId: string; assessorIds: readonly string[] }) => hasRole(actor, 'assessor', sitting.centreId) && sitting.assessorIds.includes(accountOf(actor)!),
  'marking.list': (actor: Actor) => hasRole(actor, 'assessor'),
})
