import type { Counts } from './counts.ts'
import { carriedOn, coarse } from './forecast.ts'
import type { TableRow } from './tables.ts'

const UNKNOWN = 'unknown'

/** Cells of what the forecast of applications is made of, with the seats beside; withheld like any number of people. */
export interface ForecastDraft {
  by: 'total' | 'region' | 'profession'
  value: string
  lately: number
  seats: number
}

export function forecastDrafts({ forecast, regionOf }: Pick<Counts, 'forecast' | 'regionOf'>): ForecastDraft[] {
  const drafts = new Map<string, ForecastDraft>()
  const add = (by: ForecastDraft['by'], value: string, lately: number, seats: number): void => {
    const draft = drafts.get(`${by}/${value}`) ?? { by, value, lately: 0, seats: 0 }
    drafts.set(`${by}/${value}`, { ...draft, lately: draft.lately + lately, seats: draft.seats + seats })
  }
  const regionIn = (id: string): string => regionOf.get(id) ?? UNKNOWN
  add('total', '', 0, 0)
  for (const { by, value, applications } of forecast.lately) {
    if (by === 'centre') add('total', '', applications, 0)
    add(by === 'centre' ? 'region' : 'profession', by === 'centre' ? regionIn(value) : value, applications, 0)
  }
  for (const { centreId, professionCode, seats } of forecast.seats) {
    add('total', '', 0, seats)
    add('region', regionIn(centreId), 0, seats)
    add('profession', professionCode, 0, seats)
  }
  return [...drafts.values()].sort((a, b) => ORDER.indexOf(a.by) - ORDER.indexOf(b.by) || (a.value < b.value ? -1 : 1))
}
const ORDER = ['total', 'region', 'profession']

export const forecastCell = ({ by, value }: Pick<ForecastDraft, 'by' | 'value'>): string => (by === 'total' ? 'f' : `f/${by}/${value}`)

/** The rows of the open table: applications in whole multiples of k, vouchers as they are, for these are counts of acts. */
export function forecastRows({ asOf, forecast }: Pick<Counts, 'asOf' | 'forecast'>, drafts: readonly ForecastDraft[], k: number, told: (cell: string) => number | null): TableRow[] {
  const applications = drafts.map((draft): TableRow => {
    const lately = told(forecastCell(draft))
    const found = lately === null ? { expected: null, low: null, high: null } : coarse(carriedOn(lately, forecast.days, forecast.days), k)
    return { of: 'applications', by: draft.by, value: draft.value, from: asOf, until: forecast.until, ...found, capacity: draft.seats, runs_out: '' }
  })
  const { vouchers } = forecast
  if (!vouchers) return applications
  return [...applications, ...vouchers.regions.map(({ region, left, lately, runsOutOn }): TableRow => ({
    of: 'vouchers', by: 'region', value: region, from: asOf, until: vouchers.until, ...carriedOn(lately, forecast.days, vouchers.daysAhead), capacity: left, runs_out: runsOutOn ?? '',
  }))]
}
