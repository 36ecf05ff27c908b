import type { Language } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { formatNumber } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { applyOutcomes, findOutcomeImport, type OutcomeImport } from '#modules/mandatory-outcomes/index.ts'
import { blockerText } from '../../denials.ts'
import { Button, ButtonRow, ErrorSummary, Form } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Table } from '../../ui/table.tsx'
import { sectorText } from '../sector-text.ts'

/** One file: what it would register, every fault with its row and column, and its outcome. It can be left and found again. */
export const importWorkPage = page<OutcomeImport>({
  path: '/sector/mandatory/import/:id', action: 'mandatory-outcome.import', desk: 'sector', access: ['sector-officer'],
  load: (ctx, { params }) => findOutcomeImport(ctx, params['id'] ?? ''),
  title: ({ filename }, lang) => `${sectorText(lang).import.title}: ${filename}`,
  layout: ({ lang }) => ({ back: { href: `/${lang}/sector/mandatory/import`, text: sectorText(lang).import.title } }),
  view: ({ data, lang, form, csrf, requestKey }) => {
    const t = sectorText(lang).import
    const number = (value: number) => formatNumber(value, lang)
    return (
      <div class="t-stack">
        <ErrorSummary form={form} />
        <h1>{data.filename}</h1>
        <p>{fill(t.counts, { rows: number(data.rows), added: number(data.added), unchanged: number(data.unchanged), faults: number(data.faultCount) })}</p>
        <Standing data={data} lang={lang} csrf={csrf} requestKey={requestKey} />
      </div>
    )
  },
  async post(ctx, { params, lang }) {
    const id = params['id'] ?? ''
    await applyOutcomes(ctx, id)
    return { to: `/${lang}/sector/mandatory/import/${id}` }
  },
})

function Standing({ data, lang, csrf, requestKey }: { readonly data: OutcomeImport; readonly lang: Language; readonly csrf: string; readonly requestKey: string }) {
  const t = sectorText(lang).import
  const again = <ButtonRow><Button kind="secondary" href={`/${lang}/sector/mandatory/import`}>{t.again}</Button></ButtonRow>
  if (data.appliedAt) return <><NoticeBox tone="green">{t.done}</NoticeBox>{again}</>
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
  if (data.added === 0) return <><NoticeBox>{t.nothing}</NoticeBox>{again}</>
  if (!data.kept) return <><NoticeBox>{t.gone}</NoticeBox>{again}</>
  return (
    <>
      <NoticeBox tone="green" title={t.dryTitle}>{t.dryText}</NoticeBox>
      <Form csrf={csrf} requestKey={requestKey}><Button>{fill(t.apply, { count: formatNumber(data.added, lang) })}</Button></Form>
    </>
  )
}
