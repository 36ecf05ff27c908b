import { z } from 'zod'
import { yearOf } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import { apiRoute, ApiProblem, type ApiFile, type ApiRoute } from '#platform/http/api.ts'
import { filterAsked, FILTERS } from './domain/table-filter.ts'
import { readOverview, readVouchers } from './figures.ts'
import { readCatalog } from './read-catalog.ts'
import { dayAsked } from './summary.ts'
import { openTable, readTableName, TABLE_TYPES } from './table-files.ts'

const asOf = z.iso.date().optional().describe('The legal day the numbers are of, YYYY-MM-DD; today when it is left out. A day to come is refused.')
const feature = z.string().max(40).optional()

/** The figures of the nation for machines. */
export const routes: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET', path: '/statistics/overview', action: 'statistics.read', access: 'public', keepSeconds: 10, statuses: [422],
    summary: 'Figures of the recognition of qualifications as of a day, counted from rows or read from the norms in force: keys and definitions in docs/statistics.md. Null: fewer persons than may be told. A figure that cannot be counted is absent: of those of the slides potential_centres_min alone. vouchers_issued_2025_headline is not printed on them (its number was lost) and follows from their table.',
    query: z.strictObject({ asOf }), response: z.strictObject({ asOf: z.string(), figures: z.record(z.string(), z.number().nullable()) }),
    handle: async (ctx, { query }) => readOverview(ctx, dayAsked(ctx, query.asOf)),
  }),
  apiRoute({
    method: 'GET', path: '/statistics/vouchers', action: 'statistics.read', access: 'public', keepSeconds: 10, statuses: [422],
    summary: 'Vouchers of a year by the region that gave them: initial plan and vouchers issued. The region of a voucher is not that of the centre that examines.',
    query: z.strictObject({ year: z.coerce.number().int().min(2000).max(2100).optional(), asOf }),
    response: z.strictObject({
      asOf: z.string(), rows: z.array(z.strictObject({ region: z.string(), plan: z.number().int(), fact: z.number().int() })), total: z.strictObject({ plan: z.number().int(), fact: z.number().int() }),
    }),
    async handle(ctx, { query }) {
      const day = dayAsked(ctx, query.asOf)
      return readVouchers(ctx, query.year ?? yearOf(day), day)
    },
  }),
  apiRoute({
    method: 'GET', path: '/statistics/catalog', action: 'statistics.read', access: 'public', keepSeconds: 300, mediaType: 'application/ld+json',
    summary: 'The catalogue of the published tables by DCAT-AP, as JSON-LD: every table with its files, its schema and its definition, in three languages. A part of /catalog.',
    query: z.strictObject({}), response: z.looseObject({ '@context': z.record(z.string(), z.string()), '@id': z.string(), '@type': z.literal('dcat:Catalog'), 'dcat:dataset': z.array(z.looseObject({ '@id': z.string() })) }),
    handle: (ctx) => readCatalog(ctx),
  }),
  apiRoute({
    method: 'GET', path: '/statistics/datasets/{file}', action: 'statistics.read', access: 'public', keepSeconds: 10, statuses: [404, 422], files: Object.values(TABLE_TYPES),
    summary: 'A published table as a file: recognised.csv, .json, .xlsx, .parquet, its columns as recognised.schema.json. An empty cell or null is a number withheld so that nobody can be singled out. By one feature that the table has its rows can be selected (region, profession or direction); by two at once not, for that would single people out.',
    params: z.strictObject({ file: z.string().max(60) }), query: z.strictObject({ asOf, region: feature.describe('Only the rows of this region: its KATO code.'), profession: feature.describe('Only the rows of this profession: its code in the register.'), direction: feature.describe('Only the rows of this direction: its code.') }),
    response: z.union([
      z.strictObject({ dataset: z.string(), asOf: z.string(), filter: z.strictObject({ by: z.enum(FILTERS), value: z.string() }).optional(), items: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))) }),
      z.looseObject({ name: z.string(), fields: z.array(z.looseObject({ name: z.string(), type: z.string() })) }),
    ]),
    async handle(ctx, { params, query }): Promise<ApiFile> {
      const asked = readTableName(params.file)
      if (!asked) throw new ApiProblem(404, 'not-found')
      const { filter, wrong } = filterAsked(query, [asked.id])
      if (wrong) throw new Denial('statistics.filter-wrong')
      return openTable(ctx, asked.id, asked.type, dayAsked(ctx, query.asOf), filter)
    },
  }),
]
