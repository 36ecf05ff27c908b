import { yearOf, type Day } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import { isDenial } from '#kernel/denial.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import type { PageRequest } from '#platform/http/page.ts'
import * as professions from '#modules/professions/index.ts'
import * as statistics from '#modules/statistics/index.ts'
import { nameIn } from '../words.ts'
import { regionName } from '../region-map.tsx'
import { STATISTICS } from './texts.ts'
import { askedYear } from '../../asked.ts'

/** No table begins before it. */
export const FIRST_YEAR = 2020

export interface StatisticsData {
  asOf: Day
  today: Day
  /** The day asked for could not be answered. */
  wrongDay: boolean
  /** The year chosen, or none that fits the page. */
  year: number | undefined
  summary: statistics.SummaryRead
  /** One region, profession or direction that the page is asked for; `shown` is of it where a table can be. */
  filter: statistics.TableFilter | undefined
  shown: statistics.Tables
  /** A filter that is unknown, that the page does not have, or a second one: said and passed over. */
  wrongFilter: boolean
  regions: professions.Region[]
  fields: professions.Field[]
  professionNames: ReadonlyMap<string, professions.Profession['name']>
}

/** What every page of statistics is drawn from: the day and the year stand in the address. */
export async function loadStatistics(ctx: Ctx, { query }: Pick<PageRequest, 'query'>, filtered: readonly statistics.TableId[] = []): Promise<StatisticsData> {
  const today = statistics.dayAsked(ctx, undefined)
  let asOf = today
  let wrongDay = false
  try {
    asOf = statistics.dayAsked(ctx, query.get('asOf')?.trim())
  } catch (error) {
    if (!isDenial(error, 'statistics.day-wrong') && !isDenial(error, 'statistics.day-to-come')) throw error
    wrongDay = true
  }
  const summary = await statistics.readSummary(ctx, asOf)
  const year = askedYear({ query }, yearsAsked(today, summary.tables))
  const names = await namesOf(ctx, today, summary.countedAt)
  const asked = statistics.filterAsked(Object.fromEntries(statistics.FILTERS.map((by) => [by, query.get(by)?.trim() || undefined])), filtered)
  const filter = asked.filter && isKnown(asked.filter, names, summary.tables) ? asked.filter : undefined
  const shown = Object.fromEntries(statistics.TABLE_IDS.map((id) => [id, statistics.filterRows(id, summary.tables[id], filter)])) as unknown as statistics.Tables
  return { asOf, today, wrongDay, year, summary, filter, shown, wrongFilter: asked.wrong || filter !== asked.filter, ...names }
}

/** The years of any table, and those since the first of the platform, for a day of the past has fewer. */
function yearsAsked(today: Day, tables: statistics.Tables): number[] {
  const counted = statistics.TABLE_IDS.flatMap((id) => tables[id].map((row) => Number(row['year'])).filter(Number.isInteger))
  return [...new Set([...counted, ...Array.from({ length: yearOf(today) - FIRST_YEAR + 1 }, (_, n) => FIRST_YEAR + n)])]
}

/** A profession that left the register still has its years. */
function isKnown({ by, value }: statistics.TableFilter, { regions, fields, professionNames }: Names, tables: statistics.Tables): boolean {
  if (by === 'region') return regions.some((each) => each.kato === value)
  if (by === 'direction') return fields.some((each) => each.code === value)
  return professionNames.has(value) || (['recognised', 'outcomes', 'demand'] as const).some((id) => tables[id].some((row) => row['by'] === by && row['value'] === value))
}

type Names = Pick<StatisticsData, 'regions' | 'fields' | 'professionNames'>
const shelves = new WeakMap<Ctx['db'], Map<string, Names>>()
const MOST_KEPT = 4

/** Names of regions, directions and professions: read again with every new count, for a change of the register moves the journal as any other. */
async function namesOf({ db }: Ctx, today: Day, countedAt: string): Promise<Names> {
  const kept = shelves.get(db) ?? new Map<string, Names>()
  shelves.set(db, kept)
  const key = `${today}/${countedAt}`
  const known = kept.get(key)
  if (known) return known
  const names: Names = {
    regions: await professions.listRegions(db), fields: await professions.listFields(db), professionNames: new Map((await professions.listCurrentProfessions(db, today)).map((each) => [each.code, each.name])),
  }
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(key, names)
  return names
}

/** The page is shown, with what of the address it could not follow. */
export const isMisread = ({ wrongDay, wrongFilter }: StatisticsData): boolean => wrongDay || wrongFilter

export type Rows = readonly statistics.TableRow[]

/** The years of a table, the newest first. */
export function yearsOf(rows: Rows): number[] {
  return [...new Set(rows.map((row) => Number(row['year'])))].sort((a, b) => b - a)
}

/** The year of a page: the one asked for when the table has it; else the last whole one, or the newest there is. */
export function yearShown({ year, asOf }: StatisticsData, rows: Rows, prefer: 'whole' | 'running'): number {
  const years = yearsOf(rows)
  const wanted = prefer === 'whole' ? yearOf(asOf) - 1 : yearOf(asOf)
  return [year, wanted, years[0], wanted].find((each) => each !== undefined && years.includes(each)) ?? wanted
}

/** A cell as a number; undefined where it is withheld. */
export const numberIn = (row: statistics.TableRow | undefined, column: string): number | undefined => {
  const value = row?.[column]
  return typeof value === 'number' ? value : undefined
}

/** Rows of a table told by one feature in one year, the largest first; what is withheld comes after what is told. */
export function rowsBy(rows: Rows, year: number, by: statistics.Dimension, column: string): Rows {
  return rows.filter((row) => row['year'] === year && row['by'] === by).sort((a, b) => (numberIn(b, column) ?? 0.5) - (numberIn(a, column) ?? 0.5) || (String(a['value']) < String(b['value']) ? -1 : 1))
}
export const totalOf = (rows: Rows, year: number): statistics.TableRow | undefined => rows.find((row) => row['year'] === year && row['by'] === 'total')

/** The name of what a row is told by. */
export function nameOf(data: StatisticsData, lang: Language, by: string, value: string): string {
  const t = STATISTICS[lang]
  if (by === 'region') {
    const region = data.regions.find((each) => each.kato === value)
    return region ? regionName(region, lang) : t.unknown
  }
  if (by === 'direction') {
    const field = data.fields.find((each) => each.code === value)
    return field ? { kk: field.nameKk, ru: field.nameRu, en: field.nameEn }[lang] : t.unknown
  }
  if (by === 'profession') return nameIn(data.professionNames.get(value) ?? {}, lang).text || value
  if (by === 'funding') return t.funding[value] ?? value
  if (by === 'month') return t.months[Number(value) - 1] ?? value
  return value
}
