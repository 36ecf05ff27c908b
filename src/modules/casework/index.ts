export {
  advance, assertStep, assertUnchanged, cancelClocks, chainOf, getCase, getCaseByNumber, lockCase, lockCaseByNumber, meetClock, normsOf, openCase, record, setPersonOfCase, startClock, touchCase,
} from './cases.ts'
export type { AdvanceOptions, CaseFile, CaseKind, Deadline, OpenCase } from './cases.ts'
export { assignCase } from './assign-case.ts'
export { chainBreakOf, deadlinesOf, findCaseByTypedNumber, listOwnCases, numbersOf, readInbox, timelineOf } from './reads.ts'
export type { CaseSummary, Inbox } from './reads.ts'
export { CLOCK_OF_STEP, ENDED_STEPS, MOVERS, nextStep, ROAD, ROAD_ACTS, STEPS, WHOSE_MOVE } from './domain/road.ts'
export type { Mover, RoadAct, Step } from './domain/road.ts'
export { INBOX_TABS } from './store/inbox-store.ts'
export type { InboxRow, InboxTab } from './store/inbox-store.ts'
export { CENTRE_ROLES, CLERKS, isCandidateOf, isClerkOf, isStaffOf, policy } from './policy.ts'
export type { CaseFacts } from './policy.ts'
export { relationsOf } from './relations.ts'
