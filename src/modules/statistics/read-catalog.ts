import { legalDay } from '#kernel/day.ts'
import type { Localized } from '#kernel/localized.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { catalogOf } from './domain/catalog.ts'
import { TABLE_IDS } from './domain/tables.ts'
import { messages } from './messages/index.ts'
import { dayAsked, readSummary } from './summary.ts'
import { TABLE_TYPES } from './table-files.ts'

const inAll = (pick: (text: (typeof messages)['kk']) => string): Localized => ({ kk: pick(messages.kk), ru: pick(messages.ru), en: pick(messages.en) })

/** What tables of statistics there are, in which files. */
export async function readCatalog(ctx: Ctx): Promise<Record<string, unknown>> {
  const { countedAt } = await readSummary(ctx, dayAsked(ctx, undefined))
  return catalogOf({
    publicUrl: ctx.publicUrl, modified: legalDay(countedAt), title: inAll((t) => t.catalog.title), description: inAll((t) => t.catalog.description), types: TABLE_TYPES,
    tables: TABLE_IDS.map((id) => ({ id, title: inAll((t) => t.tables[id].title), description: inAll((t) => t.tables[id].definition) })),
  })
}
