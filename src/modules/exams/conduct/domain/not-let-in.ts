import type { Day } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'
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
