import { inLanguage } from '#kernel/localized.ts'
import { Denial } from '#kernel/denial.ts'
import type { Role } from '#platform/acts/actor.ts'
import { download, page } from '#platform/http/page.ts'
import { formatDay, formatTenge } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { findPaper } from '#platform/pdf/paper-outbox.ts'
import { readTable } from '#platform/tables/read-table.ts'
import { acceptAct, enterActPayments, listActsToPay, markActAsPaid, paperOfAct, readAct, refuseAct, type ActStanding, type ActView } from '#modules/billing/index.ts'
import { dayField, namesOfProfessions, type Names } from '../centre/settings/desk-facts.ts'
import { blockerText, denialText } from '../denials.ts'
import { ActBody, ActTag, monthText } from '../money/act-view.tsx'
import { moneyText } from '../money/money-text.ts'
import { tableDownloads } from '../money/table-downloads.ts'
import { Pages, paged, type Paged } from '../paged.tsx'
import { Box } from '../ui/card.tsx'
import { Empty } from '../ui/empty.tsx'
import { Button, ButtonRow, Checkboxes, CheckboxSingle, DateFields, ErrorSummary, FileField, Form, TextArea, TextField } from '../ui/form.tsx'
import { Table } from '../ui/table.tsx'
import { IconLinks } from '../ui/ticket.tsx'

const OFFICER: readonly Role[] = ['voucher-payer-officer']
const SHOWN_FAULTS = 50

/** Acts that centres have signed for this payer, the open ones first; and the table of payments of the treasury. */
export const payerPage = page<Paged<ActStanding>>({
  path: '/payer', action: 'works.list-to-pay', desk: 'payer', access: OFFICER, files: true,
  load: async (ctx, request) => paged(await listActsToPay(ctx), request),
  title: (_data, lang) => moneyText(lang).works.deskTitle,
  async post(ctx, { lang, form }) {
    const words = moneyText(lang).works
    const file = form.file('file')
    if (!file || file.bytes.length === 0) return { errors: [{ field: 'file', message: words.missing }] }
    try {
      const dryRun = form.text('dryRun') === 'yes'
      const found = await enterActPayments(ctx, { rows: (await readTable(file.bytes, { filename: file.name })).rows, dryRun })
      if (found.faults.length > 0) return { errors: found.faults.slice(0, SHOWN_FAULTS).map((fault) => ({ field: 'file', message: fill(words.faultLine, { line: fault.line, reason: blockerText(lang, { code: fault.reason }) }) })) }
      return { to: `/${lang}/payer`, flash: fill(dryRun ? words.dryDone : words.done, { paid: found.paid, known: found.known }) }
    } catch (error) {
      if (error instanceof Denial && error.code.startsWith('table.')) return { errors: [{ field: 'file', message: denialText(lang, error) }] }
      throw error
    }
  },
  view: ({ lang, data: acts, form, csrf, requestKey }) => {
    const words = moneyText(lang).works
    return (
      <>
        <div class="t-inhead"><h1>{words.deskTitle}</h1><IconLinks links={[{ href: `/${lang}/payer/registry.csv`, text: words.registryCsv, icon: 'download' }, { href: `/${lang}/payer/registry.xlsx`, text: words.registryXlsx, icon: 'download' }]} /></div>
        <p class="t-quiet">{words.deskLead}</p>
        <ErrorSummary form={form} />
        <div class="t-stack">
          <Table inbox caption={words.deskTitle} captionHidden columns={[{ title: words.number }, { title: words.centre }, { title: words.month }, { title: words.total, numeric: true }, { title: words.dueOn, noWrap: true }, { title: words.state }]} empty={<Empty title={words.deskNone} icon="ticket">{words.deskNoneText}</Empty>}
            rows={acts.rows.map((act) => ({
              key: act.id,
              cells: [
                <a class="t-num t-nowrap" href={`/${lang}/payer/acts/${act.number}`}>{act.number}</a>, inLanguage(act.centre.name, lang), monthText(act.month), <span class="t-nowrap">{formatTenge(act.total, lang)}</span>, act.dueOn ? formatDay(act.dueOn, lang, 'numeric') : '—', <ActTag act={act} lang={lang} />,
              ],
            }))} />
          <Pages of={acts} lang={lang} path="/payer" />
          {acts.total > 0 && (
            <Box title={words.paymentsTitle}>
              <Form csrf={csrf} requestKey={requestKey} files>
                <FileField form={form} name="file" label={words.file} hint={words.paymentsLead} accept=".csv,.xlsx" />
                <CheckboxSingle form={form} name="dryRun" label={words.dryRun} />
                <Button icon="upload">{words.enter}</Button>
              </Form>
            </Box>
          )}
        </div>
      </>
    )
  },
})
export const registryDownloads = tableDownloads({
  path: '/payer/registry', action: 'works.list-to-pay', access: OFFICER, filename: 'registry',
  async make(ctx, _request, lang) {
    const words = moneyText(lang).works
    return {
      header: [words.number, words.centre, 'BIN', words.month, words.total, words.state, words.dueOn, words.on, words.reference],
      rows: (await listActsToPay(ctx)).map((act) => [act.number, inLanguage(act.centre.name, lang), act.centre.bin ?? '', monthText(act.month), act.total, words.states[act.state], act.dueOn ?? '', act.paidOn ?? '', act.paidReference ?? '']),
    }
  },
})

/** One act for the payer: accepted, refused with reasons, or marked as paid. */
export const payerActPage = page<{ view: ActView; names: Names }>({
  path: '/payer/acts/:number', action: 'works.list-to-pay', desk: 'payer', access: OFFICER,
  async load(ctx, request) {
    const view = await readAct(ctx, request.params['number'] ?? '')
    return { view, names: await namesOfProfessions(ctx, view.services.map((each) => each.professionCode)) }
  },
  title: ({ view }, lang) => fill(moneyText(lang).works.actTitle, { number: view.act.number }),
  layout: ({ lang }) => ({ back: { href: `/${lang}/payer`, text: moneyText(lang).works.deskTitle } }),
  async post(ctx, { lang, params, form }) {
    const words = moneyText(lang).works
    const number = params['number'] ?? ''
    const to = `/${lang}/payer/acts/${number}`
    const what = form.text('what')
    if (what === 'accept') {
      await acceptAct(ctx, { number })
      return { to, flash: words.accepted }
    }
    if (what === 'refuse') {
      await refuseAct(ctx, { number, reason: form.text('reason'), contested: form.list('contested') })
      return { to, flash: words.refused }
    }
    await markActAsPaid(ctx, { number, on: dayField(form, 'on') ?? '', reference: form.text('reference') })
    return { to, flash: words.marked }
  },
  view: ({ lang, data: { view, names }, form, csrf, requestKey }) => {
    const words = moneyText(lang).works
    const hidden = (what: string) => ({ csrf, requestKey: `${requestKey}-${what}`, values: { what } })
    return (
      <div class="t-stack">
        <div class="t-inhead"><h1>{fill(words.actTitle, { number: view.act.number })}</h1><IconLinks links={[{ href: `/${lang}/acts/${view.act.number}/pdf`, text: words.pdf, icon: 'file' }]} /></div>
        <ErrorSummary form={form} />
        {view.mayAnswer && <Form {...hidden('accept')}><ButtonRow><Button icon="check">{words.accept}</Button></ButtonRow></Form>}
        {view.mayMarkPaid && (
          <Box title={words.payTitle}>
            <Form {...hidden('paid')}>
              <DateFields form={form} name="on" label={words.on} />
              <TextField form={form} name="reference" label={words.reference} width="20" maxLength={100} figures />
              <Button icon="check">{words.markPaid}</Button>
            </Form>
          </Box>
        )}
        <ActBody view={view} names={names} lang={lang} />
        {view.mayAnswer && (
          <Box title={words.refuseTitle}>
            <Form {...hidden('refuse')}>
              <TextArea form={form} name="reason" label={words.reason} hint={words.reasonHint} rows={3} maxLength={1000} />
              <Checkboxes form={form} name="contested" label={words.contest} hint={words.contestHint} options={view.services.map((each) => ({ value: each.attemptId, label: `${each.voucherNumber} · ${each.caseNumber} · ${formatDay(each.heldOn, lang, 'numeric')}` }))} />
              <Button kind="warning" icon="x">{words.refuse}</Button>
            </Form>
          </Box>
        )}
      </div>
    )
  },
})

/** The act as PDF, for its centre and its payer. */
export const actDownload = download({
  path: '/acts/:number/pdf', action: 'works.list', access: 'signed-in',
  async handle(ctx, request) {
    const { id, number } = await paperOfAct(ctx, request.params['number'] ?? '')
    const found = await findPaper(ctx.db, id)
    if (!found?.fileKey) await ctx.pressPaper(id)
    const fileKey = found?.fileKey ?? (await findPaper(ctx.db, id))?.fileKey
    if (!fileKey) throw new Denial('paper.not-ready')
    return { body: await ctx.files.get(fileKey), mediaType: 'application/pdf', filename: `${number}.pdf`, inline: true }
  },
})
