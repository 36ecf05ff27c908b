import { page } from '#platform/http/page.ts'
import { formatNumber } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { applyOutcomes, findOutcomeImport, type OutcomeImport } from '#modules/mandatory-outcomes/index.ts'
import { ExaminedWork } from '../../table-import.tsx'
import { sectorText } from '../sector-text.ts'
import { BASE } from './import.tsx'

export const importWorkPage = page<OutcomeImport>({
  path: `${BASE}/:id`, action: 'mandatory-outcome.import', desk: 'sector', access: ['sector-officer'],
  load: (ctx, { params }) => findOutcomeImport(ctx, params['id'] ?? ''),
  title: ({ filename }, lang) => `${sectorText(lang).import.title}: ${filename}`,
  layout: ({ lang }) => ({ back: { href: `/${lang}${BASE}`, text: sectorText(lang).import.title } }),
  view: (p) => {
    const { data, lang } = p
    const words = sectorText(lang).import
    const number = (value: number) => formatNumber(value, lang)
    return <ExaminedWork p={p} words={words} base={BASE} counts={fill(words.counts, { rows: number(data.rows), added: number(data.added), unchanged: number(data.unchanged), faults: number(data.faultCount) })} />
  },
  async post(ctx, { params, lang }) {
    const id = params['id'] ?? ''
    await applyOutcomes(ctx, id)
    return { to: `/${lang}${BASE}/${id}` }
  },
})
