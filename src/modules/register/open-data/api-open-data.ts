import { z } from 'zod'
import { apiRoute, ApiProblem, type ApiFile, type ApiRoute } from '#platform/http/api.ts'
import { FILE_TYPES, readFileName } from './domain/datasets.ts'
import { readCatalog } from './read-catalog.ts'
import { openDataset } from './read-dataset.ts'

/** The open data for machines. */
export const openDataRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET', path: '/catalog', action: 'register.read', access: 'public', keepSeconds: 300, mediaType: 'application/ld+json',
    summary: 'The catalogue of the open data by DCAT-AP, as JSON-LD: every dataset with its files, days, publisher and rights, in three languages.',
    query: z.strictObject({}), response: z.looseObject({ '@context': z.record(z.string(), z.string()), '@id': z.string(), '@type': z.literal('dcat:Catalog'), 'dcat:dataset': z.array(z.looseObject({ '@id': z.string() })) }),
    handle: (ctx) => readCatalog(ctx),
  }),
  apiRoute({
    method: 'GET', path: '/datasets/{file}', action: 'register.read', access: 'public', keepSeconds: 300, statuses: [404], files: Object.values(FILE_TYPES),
    summary: 'A dataset of the catalogue as a file, for example professions.csv. CSV: UTF-8 with its byte order mark, commas, CRLF, columns named in English, an empty cell for what is not known, an apostrophe before what a spreadsheet would run. JSON: the same columns, null for what is not known.',
    params: z.strictObject({ file: z.string().max(60) }), query: z.strictObject({}),
    response: z.strictObject({ dataset: z.string(), asOf: z.string(), items: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))) }),
    async handle(ctx, { params }): Promise<ApiFile> {
      const asked = readFileName(params.file)
      if (!asked) throw new ApiProblem(404, 'not-found')
      return openDataset(ctx, asked.id, asked.type)
    },
  }),
]
