import { addDays, type Day } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'

/** The longest a paper may extend a voucher, as the table has it too. */
export const MOST_EXTENSION_DAYS = 180

/** The last day of a voucher: so many calendar days after its issue, not moved off a day off [N][D], and every extension. */
export function lastDayOf(issuedOn: Day, days: number, extensions: readonly number[] = []): Day {
  return addDays(issuedOn, days + extensions.reduce((sum, each) => sum + each, 0))
}

/** Whether the last stage was held in time: its last day counts. */
export function usedInTime(lastStageOn: Day, validUntil: Day): boolean {
  return lastStageOn <= validUntil
}

/** Why a voucher cannot be extended. */
export function extensionBlockers(facts: { state: string; days: number | undefined; paper: string; on: Day; validUntil: Day }): Blocker[] {
  const found: Blocker[] = []
  if (facts.state !== 'issued' && facts.state !== 'bound') found.push({ code: 'voucher.not-in-force' })
  else if (facts.on > facts.validUntil) found.push({ code: 'voucher.ended', data: { validUntil: facts.validUntil } })
  if (facts.days === undefined || !Number.isInteger(facts.days) || facts.days < 1 || facts.days > MOST_EXTENSION_DAYS) found.push({ code: 'voucher.days-wrong', data: { field: 'days', most: MOST_EXTENSION_DAYS } })
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
