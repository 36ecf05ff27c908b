import { inLanguage } from '#kernel/localized.ts'
import { download, page, type Page } from '#platform/http/page.ts'
import { fill } from '#platform/i18n/message.ts'
import { confirmRemedy, extendOrder, openMonitoringPaper, readOrder, returnAnswer, type OrderView } from '#modules/monitoring/index.ts'
import { messages } from '#modules/monitoring/messages/index.ts'
import { atFields } from '../../appeals/field-errors.ts'
import { dayField, revisionOf } from '../../centre/settings/desk-facts.ts'
import { Box } from '../../ui/card.tsx'
import { Button, DateFields, ErrorSummary, Form, TextArea } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Tag } from '../../ui/tag.tsx'
import { IconLinks } from '../../ui/ticket.tsx'
import { filePages, type FilePages } from './file-pages.tsx'
import { monitoringText } from './monitoring-text.ts'
import { fieldsNamed, HistoryBox, OrderFacts, type Watcher } from './parts.tsx'

/** One order to remedy: confirm, give the answer back, move the due day, or go on to propose a withdrawal. */
export function orderFor({ desk, access, base }: Watcher): Page<never> {
  return page<OrderView & { pages: FilePages }>({
    path: `${base}/orders/:id`, action: 'monitoring.read', desk, access,
    async load(ctx, { params, query }) {
      const view = await readOrder(ctx, params['id']!)
      return { ...view, pages: filePages(view.file, { query }, `${base}/orders/${params['id']!}`) }
    },
    title: ({ order }, lang) => fill(monitoringText(lang).order, { no: order.no }),
    layout: ({ lang, data }) => ({ back: { href: `/${lang}${base}/centres/${data.file.centre.id}`, text: inLanguage(data.file.centre.name, lang) } }),
    post: (ctx, { lang, params, form }) => atFields(lang, async () => {
      const seen = { id: params['id']!, version: revisionOf(form) }
      const act = form.text('do')
      if (act === 'extend') await extendOrder(ctx, { ...seen, dueOn: dayField(form, 'dueOn'), ground: form.text('ground') })
      else if (act === 'return') await returnAnswer(ctx, { ...seen, words: form.text('returnWords') })
      else await confirmRemedy(ctx, { ...seen, remediedOn: dayField(form, 'on'), words: form.text('words') })
      return { to: `/${lang}${base}/orders/${seen.id}`, flash: monitoringText(lang).saved }
    }, fieldsNamed(form.text('do') === 'extend' ? { on: 'dueOn' } : form.text('do') === 'return' ? { words: 'returnWords' } : {})),
    view: (p) => {
      const { lang, data: view } = p
      const text = monitoringText(lang)
      const { order, file } = view
      const open = order.remediedOn === null
      return (
        <>
          <div class="t-inhead"><div><h1>{fill(text.order, { no: order.no })}</h1><p>{inLanguage(file.centre.name, lang)}</p>
            {open ? <Tag tone="sky">{text.move}: {messages[lang].movers[order.whoseMove]}</Tag> : <Tag tone="green">{text.remedied}</Tag>}</div></div>
          <ErrorSummary form={p.form} />
          <div class="t-cols">
            <div class="t-stack">
              <OrderFacts view={view} lang={lang} />
              {file.mayWrite && open && (
                <Box title={text.confirmTitle}>
                  <Form csrf={p.csrf} requestKey={`${p.requestKey}-confirm`} version={file.version}>
                    <DateFields form={p.form} name="on" label={text.remediedOn} />
                    <TextArea form={p.form} name="words" label={text.confirmWords} hint={text.confirmHint} rows={3} />
                    <Button name="do" value="confirm" icon="check">{text.confirm}</Button>
                  </Form>
                </Box>
              )}
            </div>
            <div class="t-stack">
              {file.mayWrite && order.whoseMove === 'accreditor' && (
                <Box title={text.giveBackTitle}>
                  <Form csrf={p.csrf} requestKey={`${p.requestKey}-return`} version={file.version}><TextArea form={p.form} name="returnWords" label={text.words} rows={3} /><Button kind="secondary" name="do" value="return" icon="rotate-ccw">{text.giveBack}</Button></Form>
                </Box>
              )}
              {file.mayWrite && open && (
                <Box title={text.extendTitle}>
                  <Form csrf={p.csrf} requestKey={`${p.requestKey}-extend`} version={file.version}><DateFields form={p.form} name="dueOn" label={text.newDay} /><TextArea form={p.form} name="ground" label={text.ground} rows={2} /><Button kind="secondary" name="do" value="extend">{text.extend}</Button></Form>
                </Box>
              )}
              {file.mayWrite && open && (
                <Box title={text.withdrawal}>
                  <p>{text.withdrawalText}</p>
                  <IconLinks links={file.certificates.filter((each) => each.state === 'valid').map((each) => ({ href: `/${lang}/accreditor/certificates/${each.id}?order=${order.id}`, text: fill(text.certificate, { number: each.number }), icon: 'file-x' as const }))} />
                </Box>
              )}
              {!file.mayWrite && <NoticeBox>{text.readOnly}</NoticeBox>}
              <HistoryBox pages={view.pages} lang={lang} />
            </div>
          </div>
        </>
      )
    },
  }) as unknown as Page<never>
}

/** A file of a report or an answer, for those who may read the file of its centre. */
export const monitoringPaperDownload = download({
  path: '/monitoring/papers/:id', action: 'monitoring.read', access: 'signed-in',
  async handle(ctx, { params }) {
    const { paper, bytes } = await openMonitoringPaper(ctx, params['id']!)
    return { body: bytes, mediaType: paper.mediaType, filename: paper.name, inline: true }
  },
})
