import { download, page } from '#platform/http/page.ts'
import { formatNumber } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { writeCsv } from '#platform/tables/write-table.ts'
import { examineReferrals, findReferralImport, listReferralImports, REFERRAL_COLUMNS, REFERRAL_COLUMNS_REQUIRED, sendReferrals, type ReferralImport } from '#modules/employers/index.ts'
import { BringTable, bringTable, ExaminedWork } from '../table-import.tsx'
import { Button, ButtonRow } from '../ui/form.tsx'
import { employerText } from './employer-text.ts'

type Works = Awaited<ReturnType<typeof listReferralImports>>
const ACCESS = ['employer-representative'] as const
const BASE = '/employer/import'
const TEMPLATE = '/employer/referrals.csv'

/** A file of referrals: it is examined first. */
export const importPage = page<Works>({
  path: BASE, action: 'referral.send', desk: 'employer', access: ACCESS, files: true,
  load: (ctx) => listReferralImports(ctx),
  title: (_data, lang) => employerText(lang).import.title,
  layout: ({ lang }) => ({ back: { href: `/${lang}/employer`, text: employerText(lang).list.title } }),
  view: (p) => {
    const words = employerText(p.lang).import
    return <BringTable p={p} words={words} base={BASE} works={p.data} columns={{ all: REFERRAL_COLUMNS, required: REFERRAL_COLUMNS_REQUIRED, note: words.note, template: TEMPLATE }} />
  },
  post: (ctx, { form, lang }) => bringTable(form, lang, employerText(lang).import, BASE, (input) => examineReferrals(ctx, input)),
})

/** An empty table with every column. */
export const importTemplate = download({
  path: TEMPLATE, action: 'referral.send', access: ACCESS,
  handle: async () => ({ body: writeCsv(REFERRAL_COLUMNS, []), mediaType: 'text/csv; charset=utf-8', filename: 'referrals.csv' }),
})

export const importWorkPage = page<ReferralImport>({
  path: `${BASE}/:id`, action: 'referral.send', desk: 'employer', access: ACCESS,
  load: (ctx, { params }) => findReferralImport(ctx, params['id'] ?? ''),
  title: ({ filename }, lang) => `${employerText(lang).import.title}: ${filename}`,
  layout: ({ lang }) => ({ back: { href: `/${lang}${BASE}`, text: employerText(lang).import.title } }),
  view: (p) => {
    const { data, lang } = p
    const words = employerText(lang).import
    const number = (value: number) => formatNumber(value, lang)
    return (
      <ExaminedWork p={p} words={words} base={BASE} counts={fill(words.counts, { rows: number(data.rows), added: number(data.added), faults: number(data.faultCount) })}
        applyIcon="send" onward={<ButtonRow><Button href={`/${lang}/employer`}>{words.toList}</Button></ButtonRow>} />
    )
  },
  async post(ctx, { params, lang }) {
    const id = params['id'] ?? ''
    await sendReferrals(ctx, id)
    return { to: `/${lang}${BASE}/${id}` }
  },
})
