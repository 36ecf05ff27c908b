import { addWorkingDays, coversDay, type WorkingCalendar } from '#kernel/calendar.ts'
import { daysBetween, type Day } from '#kernel/day.ts'
import { firstLawfulDay, type NoticeReading } from '#kernel/deadline-rule.ts'
import type { Stage } from '#kernel/exam-stage.ts'

/** A free sitting of a centre; the practice of an attempt is on the day of its theory or later. */
export interface FreeSittingFact {
  centreId: string
  stage: Stage
  onDay: Day
}
export interface RoadTerms {
  /** T1 and T2: working days the centre has for its check and for the notification. */
  checkDays: number
  notifyDays: number
  noticeWholeDays: number
  noticeReading: NoticeReading
}
export interface Fit {
  centreId: string
  /** Days of the theory and of the practice. */
  theoryOn: Day
  practiceOn: Day
  /** `surely`: also when the centre takes all the time it has; `in-haste`: only when it loses none. */
  how: 'surely' | 'in-haste'
  /** Calendar days left after the practice. */
  spareDays: number
}

/**
 * Whether the road can be finished within the validity of a voucher granted on a day, and where: at each centre the earliest pair of a theory and a
 * practice with a free seat after the notice that the law asks. The soonest first; what is sure before what is not.
 */
export function findFits(q: { grantedOn: Day; validUntil: Day; terms: RoadTerms; calendar: WorkingCalendar; sittings: readonly FreeSittingFact[] }): Fit[] {
  const { grantedOn, validUntil, terms, calendar, sittings } = q
  const first = (notifiedOn: Day) => firstLawfulDay(notifiedOn, terms.noticeWholeDays, terms.noticeReading, calendar)
  const slow = addWorkingDays(calendar, grantedOn, terms.checkDays + terms.notifyDays)
  if (!coversDay(calendar, slow)) return []
  const [atOnce, atLast] = [first(grantedOn), first(slow)]
  const fits: Fit[] = []
  for (const centreId of new Set(sittings.map((each) => each.centreId))) {
    const own = sittings.filter((each) => each.centreId === centreId && each.onDay <= validUntil)
    const pairFrom = (from: Day) => {
      const pairs = own.filter((each) => each.stage === 'theory' && each.onDay >= from).map((theory) => {
        const practice = own.filter((each) => each.stage === 'practice' && each.onDay >= theory.onDay).map((each) => each.onDay).sort()[0]
        return practice ? { theoryOn: theory.onDay, practiceOn: practice } : undefined
      }).filter((pair) => pair !== undefined)
      return pairs.sort((a, b) => (a.practiceOn < b.practiceOn ? -1 : a.practiceOn > b.practiceOn ? 1 : a.theoryOn < b.theoryOn ? -1 : 1))[0]
    }
    const sure = pairFrom(atLast)
    const pair = sure ?? pairFrom(atOnce)
    if (pair) fits.push({ centreId, ...pair, how: sure ? 'surely' : 'in-haste', spareDays: daysBetween(pair.practiceOn, validUntil) })
  }
  return fits.sort((a, b) => (a.how === b.how ? (a.practiceOn < b.practiceOn ? -1 : 1) : a.how === 'surely' ? -1 : 1))
}

/** The best that can be said of all centres together. */
export function fitOf(fits: readonly Fit[]): 'surely' | 'in-haste' | 'nowhere' {
  return fits.some((fit) => fit.how === 'surely') ? 'surely' : fits.length > 0 ? 'in-haste' : 'nowhere'
}
