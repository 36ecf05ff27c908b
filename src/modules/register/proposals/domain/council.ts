import type { Day } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'

/** The answer of a council as its protocol has it. */
export interface Protocol {
  number: string
  on: Day | undefined
  /** Whether the paper itself is attached. */
  paper: boolean
  /** Of a refusal: why. */
  grounds: string
}

/** Why the protocol cannot be recorded: it has a number, a day between the step before and today, its paper; a refusal has its grounds. */
export function protocolBlockers(protocol: Protocol, { notBefore, today, refuses }: { notBefore: Day; today: Day; refuses: boolean }): Blocker[] {
  const found: Blocker[] = []
  if (protocol.number.trim() === '') found.push({ code: 'proposal.protocol-number-missing', data: { field: 'number' } })
  if (protocol.on === undefined) found.push({ code: 'proposal.protocol-day-missing', data: { field: 'on' } })
  else if (protocol.on > today) found.push({ code: 'proposal.protocol-day-to-come', data: { field: 'on' } })
  else if (protocol.on < notBefore) found.push({ code: 'proposal.protocol-too-early', data: { field: 'on', from: notBefore } })
  if (!protocol.paper) found.push({ code: 'proposal.protocol-paper-missing', data: { field: 'paper' } })
  if (refuses && protocol.grounds.trim() === '') found.push({ code: 'proposal.grounds-missing', data: { field: 'grounds' } })
  return found
}

/** Why a version cannot begin on this day: it acts forward only, and not before the version it follows. */
export function firstDayBlockers(firstDay: Day | undefined, { today, baseFrom }: { today: Day; baseFrom: Day | undefined }): Blocker[] {
  if (firstDay === undefined) return [{ code: 'proposal.first-day-missing', data: { field: 'firstDay' } }]
  if (firstDay < today) return [{ code: 'proposal.first-day-passed', data: { field: 'firstDay' } }]
  return baseFrom !== undefined && firstDay < baseFrom ? [{ code: 'proposal.before-the-version-to-come', data: { field: 'firstDay', from: baseFrom } }] : []
}
