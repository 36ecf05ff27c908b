import { Bin } from '#kernel/bin.ts'
import type { Day } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'

/** How far an organisation is on its way to an application. `applied` is never set by hand: a submitted case sets it. */
export const POTENTIAL_STATES = ['interest', 'talks', 'preparing-papers', 'applied', 'dropped'] as const
export type PotentialState = (typeof POTENTIAL_STATES)[number]

export function isPotentialState(text: string): text is PotentialState {
  return (POTENTIAL_STATES as readonly string[]).includes(text)
}

export const LONGEST_NOTE = 4000
const LONGEST_LINE = 300

export interface MoveFacts {
  state: PotentialState
  /** Whether an accreditation case of the organisation is open. */
  caseOpen: boolean
  to: string
  reason: string
}

/** Why the state may not be set; who dropped out has a reason, and whose case is open stands where the case stands. */
export function moveBlockers({ state, caseOpen, to, reason }: MoveFacts): Blocker[] {
  if (!isPotentialState(to)) return [{ code: 'potential-centre.state-missing' }]
  const blockers: Blocker[] = []
  if (to === 'applied') blockers.push({ code: 'potential-centre.applied-by-case' })
  if (to === state) blockers.push({ code: 'potential-centre.same-state' })
  if (caseOpen) blockers.push({ code: 'potential-centre.case-open' })
  if (to === 'dropped' && reason.trim() === '') blockers.push({ code: 'potential-centre.reason-missing' })
  return blockers
}

export interface DescribedFacts {
  name: string
  bin: string
  contact: string
}

/** Only the name is demanded: what is not known stays empty and is shown as not known. */
export function descriptionBlockers({ name, bin, contact }: DescribedFacts, { demo }: { demo: boolean }): Blocker[] {
  const blockers: Blocker[] = []
  if (name.trim() === '') blockers.push({ code: 'potential-centre.name-missing' })
  if (name.trim().length > LONGEST_LINE || contact.trim().length > LONGEST_LINE) blockers.push({ code: 'potential-centre.too-long', data: { most: LONGEST_LINE } })
  if (bin.trim() !== '') {
    const parsed = Bin.parse(bin)
    if (!parsed.ok || (parsed.value.kind === 'demonstration' && !demo)) blockers.push({ code: 'potential-centre.bin-wrong' })
  }
  return blockers
}

export interface NextStepFacts {
  what: string
  on: Day | undefined
  responsible: string
}

/** A next step says what, by which day, and who sees to it; the day may be past only by mistake, so today is the first. */
export function nextStepBlockers({ what, on, responsible }: NextStepFacts, today: Day, people: readonly string[]): Blocker[] {
  const blockers: Blocker[] = []
  if (what.trim() === '') blockers.push({ code: 'potential-centre.step-missing' })
  if (what.trim().length > LONGEST_LINE) blockers.push({ code: 'potential-centre.too-long', data: { most: LONGEST_LINE } })
  if (!on) blockers.push({ code: 'potential-centre.day-missing' })
  else if (on < today) blockers.push({ code: 'potential-centre.day-past' })
  if (!people.includes(responsible)) blockers.push({ code: 'potential-centre.responsible-missing' })
  return blockers
}

/** Overdue and nearest next steps first, then those without one; who dropped out or applied last. */
export function comparePotential(a: { state: PotentialState; nextStepOn: Day | null; name: string }, b: { state: PotentialState; nextStepOn: Day | null; name: string }): number {
  const rank = (each: { state: PotentialState }) => (each.state === 'dropped' ? 2 : each.state === 'applied' ? 1 : 0)
  const byDay = (a.nextStepOn ?? '9999-12-31') < (b.nextStepOn ?? '9999-12-31') ? -1 : (a.nextStepOn ?? '9999-12-31') > (b.nextStepOn ?? '9999-12-31') ? 1 : 0
  return rank(a) - rank(b) || byDay || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
}
