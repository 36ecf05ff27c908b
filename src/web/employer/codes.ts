import { inLanguage, type Language } from '#kernel/localized.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { download } from '#platform/http/page.ts'
import { personName } from '#platform/i18n/format.ts'
import { writeCsv, writeXlsx } from '#platform/tables/write-table.ts'
import { listCodes } from '#modules/employers/index.ts'
import { employerText } from './employer-text.ts'

const ACCESS = ['employer-representative'] as const

/** Codes of all open referrals, to be handed to the workers: whoever sent two thousand by a file does not open as many pages. */
async function table(ctx: Ctx, lang: Language): Promise<{ header: string[]; rows: (string | number)[][] }> {
  const { one: t, list, documents } = employerText(lang)
  return {
    header: [t.number, list.worker, documents.last, list.qualification, t.level, t.centre, t.until, t.code, t.address],
    rows: (await listCodes(ctx)).map(({ referral: each, code }) => [
      each.number, personName(each, lang, 'full'), each.iinLastFour, inLanguage(each.profession.name, lang), each.level, each.centre ? inLanguage(each.centre.name, lang) : t.anyCentre, each.validUntil, code, `${ctx.publicUrl}/${lang}/account/referrals`,
    ]),
  }
}

export const codesCsv = download({
  path: '/employer/codes.csv', action: 'referral.read', access: ACCESS,
  async handle(ctx, { lang }) {
    const { header, rows } = await table(ctx, lang)
    return { body: writeCsv(header, rows), mediaType: 'text/csv; charset=utf-8', filename: `${employerText(lang).one.codesFile}.csv` }
  },
})
export const codesXlsx = download({
  path: '/employer/codes.xlsx', action: 'referral.read', access: ACCESS,
  async handle(ctx, { lang }) {
    const { header, rows } = await table(ctx, lang)
    return { body: await writeXlsx(header, rows), mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', filename: `${employerText(lang).one.codesFile}.xlsx` }
  },
})
