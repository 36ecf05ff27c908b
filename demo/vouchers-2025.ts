import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addDays, dayOf, legalDay, weekday, type Day } from '#kernel/day.ts'
import { makeDemonstrationIin } from '#kernel/iin.ts'
import { projectRoot } from '#platform/db/migrate.ts'
import { readTable } from '#platform/tables/read-table.ts'
import * as professions from '#modules/professions/index.ts'
import * as vouchers from '#modules/vouchers/index.ts'
import type { World } from '../src/entry/world.ts'

/** What the slides say of 2025: plan and fact of every region. */
export interface SlideRow {
  region: string
  plan: number
  fact: number
}
/** Passed by voucher in 2025, as the slides have it. */
export const PASSED_2025 = 228
/** Of the rest nothing is on record: so many are told to have failed, the others to have ended unused. */
const FAILED_2025 = 84
const SEED = 'vouchers of 2025, demonstration'
const YEAR = 2025

/** Numbers that look random and are the same at every start. */
function numbers(seed: string): (below: number) => number {
  let n = 0
  return (below) => createHash('sha256').update(`${seed}/${n++}`).digest().readUInt32BE(0) % below
}

/** The printed table of the slides without its last row, which is the total. */
export async function slidesOf2025(): Promise<SlideRow[]> {
  const name = 'data/slides-vouchers-2025.csv'
  const table = await readTable(readFileSync(join(projectRoot(), name)), { filename: name })
  return table.rows.map((row) => row.cells).filter((cells) => cells['kato']).map((cells) => ({ region: cells['kato']!, plan: Number(cells['plan']), fact: Number(cells['fact']) }))
}

/** One invented voucher for each that the slides count: people, professions, dates and fates are generated from a fixed seed; the sums by region and the number of those who passed are the slides'. */
export function inventVouchers(slides: readonly SlideRow[], qualifications: readonly { code: string; level: number }[]): vouchers.HistoricVoucher[] {
  const draw = numbers(SEED)
  const regions = slides.flatMap((row) => Array.from({ length: row.fact }, () => row.region))
  const order = regions.map((_, at) => at)
  for (let at = order.length - 1; at > 0; at--) {
    const other = draw(at + 1)
    ;[order[at], order[other]] = [order[other]!, order[at]!]
  }
  const fates = new Map(order.map((at, n) => [at, n < PASSED_2025 ? 'passed' as const : n < PASSED_2025 + FAILED_2025 ? 'failed' as const : 'unused' as const]))
  return regions.map((region, at): vouchers.HistoricVoucher => {
    const issuedOn = workingDay(addDays(dayOf(YEAR, 2, 3), draw(274)))
    const fate = fates.get(at)!
    const { code, level } = qualifications[draw(qualifications.length)]!
    const iin = makeDemonstrationIin(addDays(dayOf(1968, 1, 1), draw(12_700)), at + 1).reveal()
    const usedOn = fate === 'unused' ? null : workingDay(addDays(issuedOn, 22 + draw(21)))
    return { region, iin, professionCode: code, level, issuedOn, usedOn, passed: usedOn === null ? null : fate === 'passed' }
  })
}

/** The next day of the week on which an office is open. */
function workingDay(day: Day): Day {
  return weekday(day) > 5 ? addDays(day, 8 - weekday(day)) : day
}

/** Enters 2025 by the import of a year that is over. Without professions in the register there is nothing to draw from. */
export async function importVouchersOf2025(world: World): Promise<number> {
  const slides = await slidesOf2025()
  const known = await professions.listCurrentProfessions(world.db, legalDay(world.clock.now()))
  const qualifications = known.filter((each) => each.track === 'voluntary').flatMap((each) => each.levels.map((level) => ({ code: each.code, level }))).sort((a, b) => (a.code === b.code ? a.level - b.level : a.code < b.code ? -1 : 1))
  if (qualifications.length === 0) return 0
  return vouchers.importVoucherYear(world.system(), {
    year: YEAR, source: 'слайды Национального органа, март 2026 года: план и факт по ваучерам за 2025 год', plan: slides.map(({ region, plan }) => ({ region, places: plan })),
    vouchers: inventVouchers(slides, qualifications), invented: true,
  })
}
