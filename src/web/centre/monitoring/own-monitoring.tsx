import { page, type Page } from '#platform/http/page.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { answerOrder, readCentreFile, readCheck, readOrder, type OrderView } from '#modules/monitoring/index.ts'
import { messages } from '#modules/monitoring/messages/index.ts'
import { monitoringText } from '../../accreditor/monitoring/monitoring-text.ts'
import { filePages, type FilePages } from '../../accreditor/monitoring/file-pages.tsx'
import { FindingsList } from '../../accreditor/monitoring/findings.tsx'
import { ChecksBox, FIELDS, filesOf, HistoryBox, OrderFacts, OrdersBox } from '../../accreditor/monitoring/parts.tsx'
import { atFields } from '../../appeals/field-errors.ts'
import { Box } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Button, ErrorSummary, FileField, Form, TextArea } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Tag } from '../../ui/tag.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { centreIdOf, CLERKS, revisionOf } from '../settings/desk-facts.ts'

const BASE = '/centre/monitoring'

/** The centre sees its own checks, findings and orders. */
export const ownMonitoringPage = page<{ pages: FilePages; office: OfficeView }>({
  path: BASE, action: 'monitoring.read', desk: 'centre', access: CLERKS,
  async load(ctx, request) {
    const centreId = centreIdOf(ctx, CLERKS)
    return { pages: filePages(await readCentreFile(ctx, centreId), request, BASE), office: await officeOf(ctx, centreId) }
  },
  title: (_data, lang) => monitoringText(lang).own.title,
  layout: ({ data, lang }) => ({ office: data.office.line(lang) }),
  view: ({ lang, data: { pages } }) => {
    const text = monitoringText(lang)
    return (
      <>
        <div class="t-inhead"><h1>{text.own.title}</h1></div>
        <p class="t-quiet">{text.own.lead}</p>
        <div class="t-cols">
          <div class="t-stack"><OrdersBox pages={pages} lang={lang} base={BASE} /><ChecksBox pages={pages} lang={lang} base={BASE} /><FindingsList base={BASE} pages={pages} lang={lang} /></div>
          <div class="t-stack"><HistoryBox pages={pages} lang={lang} /></div>
        </div>
      </>
    )
  },
})

/** One check of the centre as its people see it. */
export const ownCheckPage = page<Awaited<ReturnType<typeof readCheck>> & { pages: FilePages; office: OfficeView }>({
  path: `${BASE}/checks/:id`, action: 'monitoring.read', desk: 'centre', access: CLERKS,
  async load(ctx, { params, query }) {
    const view = await readCheck(ctx, params['id']!)
    return { ...view, pages: filePages(view.file, { query }, `${BASE}/checks/${params['id']!}`, view.file.findings.filter((finding) => finding.checkId === view.check.id)), office: await officeOf(ctx, view.file.centre.id) }
  },
  title: ({ check }, lang) => fill(monitoringText(lang).check, { no: check.no }),
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}${BASE}`, text: monitoringText(lang).own.title } }),
  view: ({ lang, data: { check, pages } }) => {
    const text = monitoringText(lang)
    const words = messages[lang]
    return (
      <>
        <div class="t-inhead"><div><h1>{fill(text.check, { no: check.no })}</h1><Tag tone={check.heldOn ? 'green' : 'sky'}>{words.states[check.heldOn ? 'held' : 'planned']}</Tag></div></div>
        <div class="t-stack">
          <Box title={words.kinds[check.kind]}><Facts compact facts={[{ term: text.on, value: formatDay(check.plannedOn, lang) }, { term: text.reason, value: check.reason }, { term: text.responsible, value: check.who },
            ...(check.heldOn ? [{ term: text.heldOn, value: formatDay(check.heldOn, lang) }, { term: text.outcome, value: check.outcome }] : [])]} /></Box>
          {check.heldOn && <FindingsList base={BASE} pages={pages} lang={lang} />}
        </div>
      </>
    )
  },
})

/** One order at the desk of the centre: its head answers with words and files. */
export const ownOrderPage = page<{ view: OrderView; office: OfficeView }>({
  path: `${BASE}/orders/:id`, action: 'monitoring.read', desk: 'centre', access: CLERKS, files: true,
  async load(ctx, { params }) {
    const view = await readOrder(ctx, params['id']!)
    return { view, office: await officeOf(ctx, view.file.centre.id) }
  },
  title: ({ view }, lang) => fill(monitoringText(lang).order, { no: view.order.no }),
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}${BASE}`, text: monitoringText(lang).own.title } }),
  post: (ctx, { lang, params, form }) => atFields(lang, async () => {
    await answerOrder(ctx, { id: params['id']!, version: revisionOf(form), body: form.text('body'), files: filesOf(form) })
    return { to: `/${lang}${BASE}/orders/${params['id']!}`, flash: monitoringText(lang).own.sent }
  }, FIELDS),
  view: (p) => {
    const { lang, data: { view } } = p
    const text = monitoringText(lang)
    const { order, file } = view
    return (
      <>
        <div class="t-inhead"><div><h1>{fill(text.order, { no: order.no })}</h1>{order.remediedOn ? <Tag tone="green">{text.remedied}</Tag> : <Tag tone="sky">{text.move}: {messages[lang].movers[order.whoseMove]}</Tag>}</div></div>
        <ErrorSummary form={p.form} />
        <div class="t-stack">
          <OrderFacts view={view} lang={lang} />
          {order.whoseMove === 'accreditor' && <NoticeBox>{text.own.waiting}</NoticeBox>}
          {!order.remediedOn && !file.mayAnswer && <NoticeBox tone="sun">{text.own.onlyHead}</NoticeBox>}
          {!order.remediedOn && file.mayAnswer && (
            <Box title={text.own.answerTitle}>
              <Form csrf={p.csrf} requestKey={p.requestKey} version={file.version} files>
                <TextArea form={p.form} name="body" label={text.own.body} hint={text.own.bodyHint} rows={5} />
                <FileField form={p.form} name="files" label={text.files} hint={text.filesHint} multiple optional />
                <Button icon="send">{text.own.answer}</Button>
              </Form>
            </Box>
          )}
        </div>
      </>
    )
  },
})

export const ownMonitoringPages = [ownMonitoringPage, ownCheckPage, ownOrderPage] as unknown as readonly Page<never>[]
