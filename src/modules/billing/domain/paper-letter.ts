import type { Day } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'

/** Why a letter cannot be recorded as handed over: it was before, its day lies before the letter or ahead, or nobody's signature is shown. No term runs from it, so no second person is asked for [D]. */
export function handOverBlockers(of: { madeOn: Day; handedOn: Day | undefined; today: Day; isHandedOver: boolean; hasScan: boolean }): Blocker[] {
  if (of.isHandedOver) return [{ code: 'paper-letter.handed-over-already' }]
  return [
    ...(of.handedOn === undefined || of.handedOn < of.madeOn || of.handedOn > of.today ? [{ code: 'paper-letter.day-wrong' }] : []),
    ...(of.hasScan ? [] : [{ code: 'paper-letter.scan-missing' }]),
  ]
}
