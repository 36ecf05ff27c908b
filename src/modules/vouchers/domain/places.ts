import type { Blocker } from '#kernel/denial.ts'

export interface RegionPlaces {
  region: string
  places: number
}
export interface OrderWords {
  ground: string
  document: string
}

function wordBlockers({ ground, document }: OrderWords): Blocker[] {
  const found: Blocker[] = []
  if (ground.trim() === '') found.push({ code: 'voucher-order.ground-missing', data: { field: 'ground' } })
  if (document.trim() === '') found.push({ code: 'voucher-order.document-missing', data: { field: 'document' } })
  return found
}

const MOST_PLACES = 100_000

/** Why the plan of a year cannot be proposed. The national total, where it is said, must be the sum of the regions. */
export function planBlockers(order: OrderWords & { lines: readonly RegionPlaces[]; total?: number | undefined }, facts: { planned: boolean; regions: ReadonlySet<string> }): Blocker[] {
  const found = wordBlockers(order)
  if (facts.planned) found.push({ code: 'voucher-order.planned-already' })
  if (order.lines.length === 0) found.push({ code: 'voucher-order.no-lines' })
  if (new Set(order.lines.map((line) => line.region)).size !== order.lines.length) found.push({ code: 'voucher-order.region-twice' })
  if (order.lines.some((line) => !facts.regions.has(line.region))) found.push({ code: 'voucher-order.region-unknown' })
  for (const line of order.lines) if (!Number.isInteger(line.places) || line.places < 1 || line.places > MOST_PLACES) found.push({ code: 'voucher-order.places-wrong', data: { field: `base-${line.region}` } })
  const sum = order.lines.reduce((all, line) => all + line.places, 0)
  if (order.total !== undefined && !Number.isNaN(sum) && order.total !== sum) found.push({ code: 'voucher-order.total-differs', data: { field: 'total', total: order.total, sum } })
  return found
}

/** Why places cannot be moved between two regions: only free ones are moved, so that the giver never falls under what it has issued or reserved. */
export function transferBlockers(order: OrderWords & { from: string; to: string; places: number | undefined }, facts: { planned: boolean; regions: ReadonlySet<string>; freeAtGiver: number }): Blocker[] {
  const found = wordBlockers(order)
  if (!facts.planned) found.push({ code: 'voucher-order.not-planned' })
  if (!facts.regions.has(order.from) || !facts.regions.has(order.to)) found.push({ code: 'voucher-order.region-unknown' })
  if (order.from === order.to) found.push({ code: 'voucher-order.same-region', data: { field: 'to' } })
  if (order.places === undefined || !Number.isInteger(order.places) || order.places < 1) found.push({ code: 'voucher-order.places-wrong', data: { field: 'places' } })
  else if (order.places > facts.freeAtGiver) found.push({ code: 'voucher-order.not-so-many-free', data: { free: facts.freeAtGiver } })
  return found
}

/**
 * Why the plan of a year cannot be revised: places that come from the nation or go back to it, region by region, above or below zero. Only free ones go back: a region keeps what it has issued or
 * reserved. The first plan stays as it was ordered, and a revision that was a mistake is answered by another.
 */
export function revisionBlockers(order: OrderWords & { lines: readonly RegionPlaces[] }, facts: { planned: boolean; regions: ReadonlySet<string>; free: ReadonlyMap<string, number> }): Blocker[] {
  const found = wordBlockers(order)
  if (!facts.planned) found.push({ code: 'voucher-order.not-planned' })
  if (order.lines.length === 0) found.push({ code: 'voucher-order.no-lines' })
  if (new Set(order.lines.map((line) => line.region)).size !== order.lines.length) found.push({ code: 'voucher-order.region-twice' })
  if (order.lines.some((line) => !facts.regions.has(line.region))) found.push({ code: 'voucher-order.region-unknown' })
  for (const { region, places } of order.lines) {
    const free = facts.free.get(region) ?? 0
    if (!Number.isInteger(places) || places === 0 || Math.abs(places) > MOST_PLACES) found.push({ code: 'voucher-order.change-wrong', data: { field: `change-${region}` } })
    else if (-places > free) found.push({ code: 'voucher-order.would-keep-fewer', data: { field: `change-${region}`, free } })
  }
  return found
}

/** A region of a year, each number counted by itself; never one derived from another's name. */
export interface RegionFigures {
  region: string
  /** The first plan, as ordered. */
  plan: number
  /** Moved in less moved out: over the nation nothing. */
  moved: number
  /** What revisions of the national plan added or took away. */
  revised: number
  planInForce: number
  issued: number
  goneThrough: number
  passed: number
  annulled: number
  /** Of those issued, how many the source gives by their number alone: person, profession, days and fate are made up for the demonstration. */
  invented: number
  /** More issued than the plan in force: only an imported year can show it. */
  overPlan: boolean
}

export interface Forecast {
  region: string
  /** Free and reserved places now. */
  left: number
  /** Vouchers this region is likely to issue to the last day of filing, at the pace of the last weeks. */
  expected: number
  /** The day on which the places run out at that pace; undefined when they do not before the last day. */
  runsOutOn: string | undefined
}

/** The pace of a region carried on: issues and waiting requests of the last `windowDays` days. Undefined day: it suffices. */
export function forecastOf(facts: { region: string; left: number; lately: number; windowDays: number; daysLeft: number; dayAfter(days: number): string }): Forecast {
  const expected = Math.round((facts.lately * facts.daysLeft) / facts.windowDays)
  const runsOutAfter = facts.lately === 0 ? Infinity : Math.floor((facts.left * facts.windowDays) / facts.lately)
  return { region: facts.region, left: facts.left, expected, runsOutOn: runsOutAfter <= facts.daysLeft ? facts.dayAfter(runsOutAfter) : undefined }
}

export interface Reallocation {
  from: string
  to: string
  places: number
  /** What the receiver lacks and what the giver would leave unused. */
  lacks: number
  spare: number
}

/** What a region owes already: places kept for requests under review, and requests that wait for a place. As of now: how many there were on another day is kept nowhere. */
export interface Promised {
  region: string
  reserved: number
  waiting: number
}

/**
 * Who could give to whom: the one that lacks most is helped first by the one that would leave most unused. Requests under review come before those that are expected: a giver
 * keeps the places of its own, and who waits at a receiver is lacking.
 */
export function proposeReallocations(forecasts: readonly Forecast[], promised: readonly Promised[] = []): Reallocation[] {
  const owed = new Map(promised.map((each) => [each.region, each.reserved + each.waiting]))
  const need = ({ region, expected }: Forecast): number => expected + (owed.get(region) ?? 0)
  const lacking = forecasts.map((each) => ({ region: each.region, n: need(each) - each.left })).filter((each) => each.n > 0).sort((a, b) => b.n - a.n || (a.region < b.region ? -1 : 1))
  const sparing = forecasts.map((each) => ({ region: each.region, n: each.left - need(each) })).filter((each) => each.n > 0).sort((a, b) => b.n - a.n || (a.region < b.region ? -1 : 1))
  const found: Reallocation[] = []
  for (const receiver of lacking) {
    let lacks = receiver.n
    for (const giver of sparing) {
      if (lacks === 0) break
      const places = Math.min(lacks, giver.n)
      if (places === 0) continue
      found.push({ from: giver.region, to: receiver.region, places, lacks: receiver.n, spare: giver.n })
      giver.n -= places
      lacks -= places
    }
  }
  return found
}
