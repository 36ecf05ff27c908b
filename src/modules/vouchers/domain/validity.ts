import type { WorkingCalendar } from '#kernel/calendar.ts'
import { addDays, type Day } from '#kernel/day.ts'
import { dueOn } from '#kernel/deadline-rule.ts'
import type { Blocker } from '#kernel/denial.ts'
import { deadlineRule, lastCalendarDay, normBoolean, normNumber, type NormEdition } from '#kernel/norms.ts'

/** The last day of a voucher: so many calendar days after its issue (T7) [N], moved off a day off only where the norm says so [D]. */
export function lastDayOf(issuedOn: Day, norms: NormEdition, calendar: WorkingCalendar): Day {
  const last = dueOn(deadlineRule(norms, 'T7'), issuedOn, calendar)
  if (!last) throw new Error(`norm deadline.T7.length of edition ${norms.edition} is not set`)
  return last
}

/** The last day after an extension: so many calendar days more, by the same rule. */
export function extendedTo(validUntil: Day, days: number, norms: NormEdition, calendar: WorkingCalendar): Day {
  return lastCalendarDay(norms, addDays(validUntil, days), calendar)
}

/**
 * Whether a voucher pays a retake that is asked for on a day [D]: where the norm says that it covers one, for the case in which it was used, to its last day
 * inclusive, and once.
 */
export function paysRetake(voucher: { state: string; validUntil: Day } | undefined, asked: { on: Day; paidBefore: boolean }, norms: NormEdition): boolean {
  return normBoolean(norms, 'voucher.coversRetake') && voucher?.state === 'used' && asked.on <= voucher.validUntil && !asked.paidBefore
}

/** Whether the last stage was held in time: its last day counts. */
export function usedInTime(lastStageOn: Day, validUntil: Day): boolean {
  return lastStageOn <= validUntil
}

/** Why a voucher cannot be extended; one paper extends it by so many days at most as the norm says [D]. */
export function extensionBlockers(facts: { state: string; days: number | undefined; paper: string; on: Day; validUntil: Day }, norms: NormEdition): Blocker[] {
  const most = normNumber(norms, 'voucher.extensionMostDays')
  const found: Blocker[] = []
  if (facts.state !== 'issued' && facts.state !== 'bound') found.push({ code: 'voucher.not-in-force' })
  else if (facts.on > facts.validUntil) found.push({ code: 'voucher.ended', data: { validUntil: facts.validUntil } })
  if (facts.days === undefined || !Number.isInteger(facts.days) || facts.days < 1 || facts.days > most) found.push({ code: 'voucher.days-wrong', data: { field: 'days', most } })
  if (facts.paper.trim() === '') found.push({ code: 'voucher.paper-missing', data: { field: 'paper' } })
  return found
}

/** Why an application cannot go on a voucher; every reason at once. */
export function bindingBlockers(voucher: { state: string; validUntil: Day; professionCode: string; level: number }, application: { professionCode: string; level: number; on: Day }): Blocker[] {
  if (voucher.state !== 'issued') return [{ code: voucher.state === 'bound' ? 'voucher.bound-already' : 'voucher.not-in-force' }]
  const found: Blocker[] = []
  if (application.on > voucher.validUntil) found.push({ code: 'voucher.ended', data: { validUntil: voucher.validUntil } })
  if (voucher.professionCode !== application.professionCode || voucher.level !== application.level) found.push({ code: 'voucher.other-qualification', data: { profession: voucher.professionCode, level: voucher.level } })
  return found
}
