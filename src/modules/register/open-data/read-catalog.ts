import { findNormText } from '#kernel/norms.ts'
import type { Day } from '#kernel/day.ts'
import type { Localized } from '#kernel/localized.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { todayOf } from '../reads.ts'
import { catalogOf, type CatalogFacts } from './domain/catalog.ts'
import { COLUMNS, DATASET_IDS, type DatasetId } from './domain/datasets.ts'
import { modifiedDays } from './modified.ts'
import { inAll } from './texts.ts'

/** The catalogue of the open data; a demonstration says so in every description. */
export async function readCatalog(ctx: Ctx): Promise<Record<string, unknown>> {
  const marked = (text: Localized): Localized => {
    const warning = inAll((t) => t.demonstration)
    return ctx.demo ? { kk: `${text.kk} ${warning.kk}`, ru: `${text.ru} ${warning.ru}`, en: `${text.en} ${warning.en}` } : text
  }
  const datasets = Object.fromEntries(DATASET_IDS.map((id) => [id, {
    title: inAll((t) => t.datasets[id].title), description: marked(inAll((t) => t.datasets[id].description)), keywords: inAll((t) => t.datasets[id].keywords),
  }])) as CatalogFacts['datasets']
  return catalogOf({
    publicUrl: ctx.publicUrl, title: inAll((t) => t.catalog.title), description: marked(inAll((t) => t.catalog.description)), publisher: inAll((t) => (ctx.demo ? t.demoPublisher : t.publisher)),
    provenance: marked(inAll((t) => t.provenance)), rights: marked(inAll((t) => t.rights)), licence: await readLicence(ctx), datasets, modified: await modifiedDays(ctx),
  })
}

/** The licence by the norms in force; undefined while none is set. */
async function readLicence(ctx: Ctx): Promise<CatalogFacts['licence']> {
  return findNormText(await ctx.law.normsInForce(ctx.db, todayOf(ctx)), 'openData.licence') as CatalogFacts['licence']
}

export interface DatasetShown {
  id: DatasetId
  columns: readonly string[]
  modified: Day | undefined
}
/** What the page of open data shows. */
export async function listDatasets(ctx: Ctx): Promise<{ datasets: DatasetShown[]; licence: CatalogFacts['licence'] }> {
  const modified = await modifiedDays(ctx)
  return { licence: await readLicence(ctx), datasets: DATASET_IDS.map((id) => ({ id, columns: COLUMNS[id], modified: modified[id] })) }
}
