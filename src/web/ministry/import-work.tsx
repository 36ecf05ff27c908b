import type { Language } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { fill } from '#platform/i18n/message.ts'
import * as register from '#modules/register/index.ts'
import { blockerText } from '../denials.ts'
import { Button, ButtonRow, ErrorSummary, Form } from '../ui/form.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { Progress } from '../ui/progress.tsx'
import { Table } from '../ui/table.tsx'
import { REGISTERS } from './registers-texts.ts'

/** One import: what it would change, its faults, its progress and its outcome. It can be left and found again. */
export const importWorkPage = page<register.ImportWork>({
  path: '/ministry/import/:id', action: 'register.import', desk: 'ministry', access: ['ministry', 'national-body'],
  load: (ctx, { params }) => register.findImport(ctx, params['id'] ?? ''),
  title: ({ kind }, lang) => `${REGISTERS[lang].importTitle}: ${REGISTERS[lang].kinds[kind]}`,
  layout: ({ lang }) => ({ back: { href: `/${lang}/ministry/import`, text: REGISTERS[lang].importTitle } }),
  view: ({ data, lang, form, csrf, requestKey }) => {
    const t = REGISTERS[lang]
    const { outcome } = data
    return (
      <div class="t-stack">
        <ErrorSummary form={form} />
        <h1>{t.kinds[data.kind]}</h1>
        <p class="t-quiet">{fill(t.fileName, { name: data.filename })}</p>
        <p>{fill(t.counts, { rows: outcome.rows, added: outcome.added, changed: outcome.changed, unchanged: outcome.unchanged, faults: outcome.faults.length })}</p>
        <Outcome data={data} lang={lang} csrf={csrf} requestKey={requestKey} />
      </div>
    )
  },
  async post(ctx, { params, lang }) {
    const id = params['id'] ?? ''
    await register.applyImport(ctx, id)
    return { to: `/${lang}/ministry/import/${id}`, flash: REGISTERS[lang].started1 }
  },
})

function Outcome({ data, lang, csrf, requestKey }: { readonly data: register.ImportWork; readonly lang: Language; readonly csrf: string; readonly requestKey: string }) {
  const t = REGISTERS[lang]
  const { outcome } = data
  const here = `/${lang}/ministry/import/${data.id}`
  if (data.state === 'running') {
    return (
      <>
        <Progress label={t.progress} done={data.done} total={Math.max(data.total, 1)} note={t.runningText} />
        <ButtonRow><Button kind="secondary" href={here} icon="refresh-cw">{t.refresh}</Button></ButtonRow>
      </>
    )
  }
  if (outcome.applied) return <NoticeBox tone="green">{t.done}</NoticeBox>
  if (outcome.faults.length > 0) {
    return (
      <>
        <NoticeBox tone="red" title={t.faultsTitle}>{t.faultsText}</NoticeBox>
        <Table caption={t.faults} columns={[{ title: t.line, numeric: true }, { title: t.column }, { title: t.reason }]}
          rows={outcome.faults.map((fault, place) => ({ key: place, cells: [fault.line || '—', fault.column ? <code>{fault.column}</code> : '—', blockerText(lang, { code: fault.reason })] }))} />
        <ButtonRow><Button href={`/${lang}/ministry/import`}>{t.again}</Button></ButtonRow>
      </>
    )
  }
  const count = outcome.added + outcome.changed
  if (count === 0) return <NoticeBox>{t.nothing}</NoticeBox>
  return (
    <>
      <NoticeBox tone="green" title={t.dryTitle}>{t.dryText}</NoticeBox>
      <Form csrf={csrf} requestKey={requestKey}><Button>{fill(t.apply, { count })}</Button></Form>
    </>
  )
}
