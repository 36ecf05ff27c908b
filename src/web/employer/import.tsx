import { Denial } from '#kernel/denial.ts'
import type { Language } from '#kernel/localized.ts'
import { download, page } from '#platform/http/page.ts'
import { formatMoment, formatNumber } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { readTable } from '#platform/tables/read-table.ts'
import { writeCsv } from '#platform/tables/write-table.ts'
import { examineReferrals, findReferralImport, listReferralImports, REFERRAL_COLUMNS, REFERRAL_COLUMNS_REQUIRED, sendReferrals, type ReferralImport } from '#modules/employers/index.ts'
import { blockerText, denialText } from '../denials.ts'
import { Button, ButtonRow, ErrorSummary, FileField, Form } from '../ui/form.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { Table } from '../ui/table.tsx'
import { Details } from '../ui/why.tsx'
import { employerText } from './employer-text.ts'

type Works = Awaited<ReturnType<typeof listReferralImports>>
const ACCESS = ['employer-representative'] as const
const codes = (columns: readonly string[]) => columns.map((column, place) => <>{place > 0 && ', '}<code key={column}>{column}</code></>)

/** A file of referrals: it is examined first. */
export const importPage = page<Works>({
  path: '/employer/import', action: 'referral.send', desk: 'employer', access: ACCESS, files: true,
  load: (ctx) => listReferralImports(ctx),
  title: (_data, lang) => employerText(lang).import.title,
  layout: ({ lang }) => ({ back: { href: `/${lang}/employer`, text: employerText(lang).list.title } }),
  view: ({ data, lang, form, csrf, requestKey }) => {
    const t = employerText(lang).import
    return (
      <div class="t-stack">
        <ErrorSummary form={form} />
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
        <Form csrf={csrf} requestKey={requestKey} files>
          <FileField form={form} name="file" label={t.file} hint={t.fileHint} accept=".csv,.xlsx" />
          <Button icon="list-checks">{t.check}</Button>
        </Form>
        <Details summary={t.columns}>
          <p>{t.required} {codes(REFERRAL_COLUMNS_REQUIRED)}</p>
          <p>{t.other} {codes(REFERRAL_COLUMNS.filter((column) => !REFERRAL_COLUMNS_REQUIRED.some((each) => each === column)))}</p>
          <p>{t.note}</p>
          <ButtonRow><Button kind="secondary" href={`/${lang}/employer/referrals.csv`} icon="download">{t.template}</Button></ButtonRow>
        </Details>
        <h2>{t.recent}</h2>
        <Table caption={t.recent} captionHidden rowHeaders empty={<p>{t.none}</p>} columns={[{ title: t.name }, { title: t.started }, { title: t.rows, numeric: true }, { title: t.state }]}
          rows={data.map((work) => ({
            key: work.id,
            cells: [<a href={`/${lang}/employer/import/${work.id}`}>{work.filename}</a>, formatMoment(work.examinedAt, lang), formatNumber(work.rows, lang),
              work.appliedAt ? t.states.applied : work.faultCount > 0 ? fill(t.states.faults, { count: formatNumber(work.faultCount, lang) }) : t.states.waiting],
          }))} />
      </div>
    )
  },
  async post(ctx, { form, lang }) {
    const file = form.file('file')
    if (!file || file.bytes.length === 0) return { errors: [{ field: 'file', message: employerText(lang).import.fileMissing }] }
    try {
      const table = await readTable(file.bytes, { filename: file.name })
      return { to: `/${lang}/employer/import/${await examineReferrals(ctx, { filename: file.name, table })}` }
    } catch (error) {
      if (error instanceof Denial && error.code.startsWith('table.')) return { errors: [{ field: 'file', message: denialText(lang, error) }] }
      throw error
    }
  },
})

/** An empty table with every column. */
export const importTemplate = download({
  path: '/employer/referrals.csv', action: 'referral.send', access: ACCESS,
  handle: async () => ({ body: writeCsv(REFERRAL_COLUMNS, []), mediaType: 'text/csv; charset=utf-8', filename: 'referrals.csv' }),
})

/** One file: what it would send, every fault with its row and column, and its outcome. It can be left and found again. */
export const importWorkPage = page<ReferralImport>({
  path: '/employer/import/:id', action: 'referral.send', desk: 'employer', access: ACCESS,
  load: (ctx, { params }) => findReferralImport(ctx, params['id'] ?? ''),
  title: ({ filename }, lang) => `${employerText(lang).import.title}: ${filename}`,
  layout: ({ lang }) => ({ back: { href: `/${lang}/employer/import`, text: employerText(lang).import.title } }),
  view: ({ data, lang, form, csrf, requestKey }) => {
    const number = (value: number) => formatNumber(value, lang)
    return (
      <div class="t-stack">
        <ErrorSummary form={form} />
        <h1>{data.filename}</h1>
        <p>{fill(employerText(lang).import.counts, { rows: number(data.rows), added: number(data.added), faults: number(data.faultCount) })}</p>
        <Standing data={data} lang={lang} csrf={csrf} requestKey={requestKey} />
      </div>
    )
  },
  async post(ctx, { params, lang }) {
    const id = params['id'] ?? ''
    await sendReferrals(ctx, id)
    return { to: `/${lang}/employer/import/${id}` }
  },
})

function Standing({ data, lang, csrf, requestKey }: { readonly data: ReferralImport; readonly lang: Language; readonly csrf: string; readonly requestKey: string }) {
  const t = employerText(lang).import
  const again = <ButtonRow><Button kind="secondary" href={`/${lang}/employer/import`}>{t.again}</Button></ButtonRow>
  if (data.appliedAt) return <><NoticeBox tone="green">{t.done}</NoticeBox><ButtonRow><Button href={`/${lang}/employer`}>{t.toList}</Button></ButtonRow></>
  if (data.faultCount > 0) {
    return (
      <>
        <NoticeBox tone="red" title={t.faultsTitle}>{t.faultsText}</NoticeBox>
        {data.faultCount > data.faults.length && <p>{fill(t.more, { shown: formatNumber(data.faults.length, lang), count: formatNumber(data.faultCount, lang) })}</p>}
        <Table caption={t.faults} columns={[{ title: t.line, numeric: true }, { title: t.column }, { title: t.reason }]}
          rows={data.faults.map((fault, place) => ({ key: place, cells: [fault.line, <code>{fault.column}</code>, blockerText(lang, { code: fault.reason })] }))} />
        {again}
      </>
    )
  }
  if (!data.kept) return <><NoticeBox>{t.gone}</NoticeBox>{again}</>
  return (
    <>
      <NoticeBox tone="green" title={t.dryTitle}>{t.dryText}</NoticeBox>
      <Form csrf={csrf} requestKey={requestKey}><Button icon="send">{fill(t.apply, { count: formatNumber(data.added, lang) })}</Button></Form>
    </>
  )
}
