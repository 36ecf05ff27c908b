import type { Blocker } from '#kernel/denial.ts'

/** What the chamber checks one by one: the papers, and a programme for each line. */
export function itemsOf(lines: readonly { professionCode: string; level: number }[]): string[] {
  return ['application', 'registration', 'premises', ...lines.map((line) => `programme/${line.professionCode}/${line.level}`), 'staff']
}

export const CHECK_VERDICTS = ['right', 'wrong'] as const
export type CheckVerdict = (typeof CHECK_VERDICTS)[number]
export interface ItemCheck {
  item: string
  verdict: CheckVerdict
  reason: string
}

/** A check names its items, and says why where something is wrong. */
export function checkBlockers(items: readonly string[], checks: readonly ItemCheck[]): Blocker[] {
  if (checks.length === 0 || checks.some((check) => !items.includes(check.item))) return [{ code: 'accreditation.check-missing' }]
  return checks.some((check) => check.verdict === 'wrong' && check.reason === '') ? [{ code: 'accreditation.check-reason-missing' }] : []
}

/** Accepted is what was checked whole and found right. */
export function acceptBlockers(items: readonly string[], checks: readonly ItemCheck[]): Blocker[] {
  const open = openItems(items, checks)
  if (open > 0) return [{ code: 'accreditation.items-unchecked', data: { n: open } }]
  return checks.some((check) => items.includes(check.item) && check.verdict === 'wrong') ? [{ code: 'accreditation.items-wrong' }] : []
}

/** Given back once, by the norm accreditation.correctionRounds [D], with every item checked, so that nothing new is found later. */
export function giveBackBlockers(items: readonly string[], checks: readonly ItemCheck[], corrections: number, rounds: number): Blocker[] {
  const open = openItems(items, checks)
  const blockers: Blocker[] = open > 0 ? [{ code: 'accreditation.items-unchecked', data: { n: open } }] : []
  if (open === 0 && !checks.some((check) => items.includes(check.item) && check.verdict === 'wrong')) blockers.push({ code: 'accreditation.nothing-wrong' })
  if (corrections >= rounds) blockers.push({ code: 'accreditation.no-more-corrections', data: { rounds } })
  return blockers
}

function openItems(items: readonly string[], checks: readonly ItemCheck[]): number {
  return items.filter((item) => !checks.some((check) => check.item === item)).length
}
