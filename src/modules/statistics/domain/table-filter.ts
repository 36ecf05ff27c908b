import type { TableId, TableRow } from './tables.ts'

export const FILTERS = ['region', 'profession', 'direction'] as const
export type FilterBy = (typeof FILTERS)[number]
/** One feature and its value, never two: two at once would single people out. */
export interface TableFilter {
  by: FilterBy
  value: string
}

/** By what a table may be filtered; a feature that it does not have is not offered. */
export const FILTERS_OF: Readonly<Record<TableId, readonly FilterBy[]>> = {
  figures: [], bodies: [], register: ['direction'], centres: ['region', 'direction'], covered: ['profession', 'direction'], holders: [], recognised: ['region', 'profession', 'direction'], vouchers: ['region'],
  funnel: [], terms: [], outcomes: ['region', 'profession'], times: [], demand: ['region', 'profession'], forecast: ['region', 'profession'], appeals: [],
}

/**
 * Rows of a published table of one region, profession or direction. A selection of what is published and never a new count: whoever lays filtered views side by side
 * has cells of the one table that was withheld as a whole, and nothing to subtract.
 */
export function filterRows(id: TableId, rows: readonly TableRow[], filter: TableFilter | undefined): readonly TableRow[] {
  if (!filter || !FILTERS_OF[id].includes(filter.by)) return rows
  return rows.filter((row) => ('by' in row ? row['by'] === filter.by && row['value'] === filter.value : row[filter.by] === filter.value))
}

/** The filter that is asked for: `wrong` when several are, or one that none of these tables has. */
export function filterAsked(asked: Readonly<Partial<Record<FilterBy, string | undefined>>>, tables: readonly TableId[]): { filter: TableFilter | undefined; wrong: boolean } {
  const given = FILTERS.flatMap((by): TableFilter[] => (asked[by] ? [{ by, value: asked[by] }] : []))
  const fit = given.filter(({ by }) => tables.some((id) => FILTERS_OF[id].includes(by)))
  return { filter: fit[0], wrong: given.length > 1 || fit.length < given.length }
}
