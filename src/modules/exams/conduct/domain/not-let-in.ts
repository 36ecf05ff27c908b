import type { Day } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'
import { normNumberOr, type NormEdition } from '#kernel/norms.ts'
import { admissionBlockers, type AdmissionTime } from '../../theory/domain/exam-time.ts'

export interface DoorFacts extends AdmissionTime {
  sittingOn: Day
  today: Day
  letIn: boolean
}

/** Why nobody can be told at this door now that he is not let in: it is another day, the door is shut, or he is inside already. */
export function refuseBlockers(facts: DoorFacts): Blocker[] {
  if (facts.letIn) return [{ code: 'admission.let-in-already' }]
  return facts.sittingOn === facts.today ? admissionBlockers(facts) : [{ code: 'admission.other-day', data: { sittingOn: facts.sittingOn } }]
}

export type EndAtTheDoor = 'absent' | 'another-day' | 'not-let-in'

/** Where the edition of the norms does not say how often. */
const ANOTHER_DAY_TIMES = 1

/** What becomes of whoever was not inside when his sitting ended: who did not come is absent; who came and was not let in gets another day, as often as norm `admission.anotherDayTimes` says [D], and no more. */
export function endAtTheDoor(norms: NormEdition, facts: { notLetIn: boolean; daysGiven: number }): EndAtTheDoor {
  if (!facts.notLetIn) return 'absent'
  return facts.daysGiven < normNumberOr(norms, 'admission.anotherDayTimes', ANOTHER_DAY_TIMES) ? 'another-day' : 'not-let-in'
}
