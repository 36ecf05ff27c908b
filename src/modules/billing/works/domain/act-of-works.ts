import { addDays, daysBetween, type Day } from '#kernel/day.ts'

export const ACT_STATES = ['made', 'signed', 'accepted', 'refused', 'paid'] as const
export type ActState = (typeof ACT_STATES)[number]

/** Where an act of works stands, from its dated facts. */
export function actState(act: { signedAt: string | null; acceptedAt: string | null; refusedAt: string | null; paidAt: string | null }): ActState {
  return act.paidAt ? 'paid' : act.acceptedAt ? 'accepted' : act.refusedAt ? 'refused' : act.signedAt ? 'signed' : 'made'
}

/** The last day to pay: so many calendar days after both have signed [A]; null where the norm is not set. */
export function payUntil(acceptedOn: Day, days: number | undefined): Day | null {
  return days === undefined ? null : addDays(acceptedOn, days)
}

/** Calendar days by which a payment is late: to the day of the payment, or to today while it is not paid. 0: in time. */
export function lateDays(dueOn: Day | null, paidOn: Day | null, today: Day): number {
  return dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, paidOn ?? today))
}

/** One line of the act by Annex 50: the same service at the same price is one line. */
export interface WorksLine {
  professionCode: string
  level: number
  from: Day
  to: Day
  count: number
  price: number
  total: number
}
export interface Service {
  professionCode: string
  level: number
  heldOn: Day
  price: number
}

/** Gathers services into the lines of an act, by profession, level and price. */
export function worksLines(services: readonly Service[]): WorksLine[] {
  const lines = new Map<string, WorksLine>()
  for (const each of services) {
    const key = `${each.professionCode} ${each.level} ${String(each.price).padStart(12, '0')}`
    const line = lines.get(key)
    if (!line) lines.set(key, { professionCode: each.professionCode, level: each.level, from: each.heldOn, to: each.heldOn, count: 1, price: each.price, total: each.price })
    else lines.set(key, { ...line, from: each.heldOn < line.from ? each.heldOn : line.from, to: each.heldOn > line.to ? each.heldOn : line.to, count: line.count + 1, total: line.total + each.price })
  }
  return [...lines.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line)
}

/** The first day of the month of a day. */
export function monthOf(day: Day): Day {
  return `${day.slice(0, 7)}-01` as Day
}
