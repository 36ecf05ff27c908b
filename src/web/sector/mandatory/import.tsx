import { download, page } from '#platform/http/page.ts'
import { writeCsv } from '#platform/tables/write-table.ts'
import { examineOutcomes, listOutcomeImports, OUTCOME_COLUMNS, OUTCOME_COLUMNS_REQUIRED } from '#modules/mandatory-outcomes/index.ts'
import { BringTable, bringTable } from '../../table-import.tsx'
import { sectorText } from '../sector-text.ts'

type Works = Awaited<ReturnType<typeof listOutcomeImports>>

export const BASE = '/sector/mandatory/import'
const TEMPLATE = '/sector/mandatory/outcomes.csv'

/** A file of documents: it is examined first. */
export const importPage = page<Works>({
  path: BASE, action: 'mandatory-outcome.import', desk: 'sector', access: ['sector-officer'], files: true,
  load: (ctx) => listOutcomeImports(ctx),
  title: (_data, lang) => sectorText(lang).import.title,
  layout: ({ lang }) => ({ back: { href: `/${lang}/sector/mandatory`, text: sectorText(lang).list.title } }),
  view: (p) => {
    const words = sectorText(p.lang).import
    return <BringTable p={p} words={words} base={BASE} works={p.data} columns={{ all: OUTCOME_COLUMNS, required: OUTCOME_COLUMNS_REQUIRED, note: words.days, template: TEMPLATE }} />
  },
  post: (ctx, { form, lang }) => bringTable(form, lang, sectorText(lang).import, BASE, (input) => examineOutcomes(ctx, input)),
})

/** An empty table with every column. */
export const importTemplate = download({
  path: TEMPLATE, action: 'mandatory-outcome.import', access: ['sector-officer'],
  handle: async () => ({ body: writeCsv(OUTCOME_COLUMNS, []), mediaType: 'text/csv; charset=utf-8', filename: 'outcomes.csv' }),
})
