import { page } from '#platform/http/page.ts'
import { formatDay, formatNumber, formatTenge } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { listRefunds, markRefundPaid, prepareRefund, readRefund, sendRefund, WAYS } from '#modules/billing/index.ts'
import { RefundTag } from '../../money/case-money.tsx'
import { moneyText } from '../../money/money-text.ts'
import { readPage } from '../../page-number.ts'
import { Box } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Button, ButtonRow, DateFields, ErrorSummary, Form, Radios, TextField } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { Table } from '../../ui/table.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { centreIdOf, CLERKS, dayField } from '../settings/desk-facts.ts'

const PAGE_SIZE = 30

/** Refunds of the centre, the unpaid first. */
export const refundsPage = page<{ list: Awaited<ReturnType<typeof listRefunds>>; page: number; office: OfficeView }>({
  path: '/centre/money/refunds', action: 'refund.list', desk: 'centre', access: CLERKS,
  async load(ctx, request) {
    const centreId = centreIdOf(ctx, CLERKS)
    return { ...(await readPage(request, PAGE_SIZE, (each) => listRefunds(ctx, centreId, each, PAGE_SIZE), ({ total }) => total)), office: await officeOf(ctx, centreId) }
  },
  title: (_data, lang) => moneyText(lang).refund.title,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}/centre/money`, text: moneyText(lang).day.title } }),
  view: ({ lang, data: { list, page: at } }) => {
    const words = moneyText(lang).refund
    return (
      <>
        <div class="t-inhead"><h1>{words.title}</h1></div>
        <p class="t-quiet">{words.lead}</p>
        <Table inbox caption={words.title} captionHidden columns={[{ title: words.number }, { title: words.ground }, { title: words.dueFrom, noWrap: true }, { title: words.amount, numeric: true }, { title: words.state }]} empty={<Empty title={words.none} icon="rotate-ccw">{words.noneText}</Empty>}
          rows={list.rows.map((row) => ({
            key: row.id,
            cells: [<a class="t-num t-nowrap" href={`/${lang}/centre/money/refunds/${row.id}`}>{row.number}</a>, moneyText(lang).grounds[row.ground], formatDay(row.dueFrom, lang, 'numeric'), <span class="t-nowrap">{formatTenge(row.amount, lang)}</span>, <RefundTag state={row.state} lang={lang} />],
          }))} />
        <Pagination page={at} pages={Math.max(1, Math.ceil(list.total / PAGE_SIZE))} hrefFor={(page) => `/${lang}/centre/money/refunds?page=${page}`}
          rows={list.total > 0 ? { from: (at - 1) * PAGE_SIZE + 1, to: (at - 1) * PAGE_SIZE + list.rows.length, total: formatNumber(list.total, lang) } : undefined} />
      </>
    )
  },
})

/** One refund: prepared by one person, sent by another, paid. */
export const refundPage = page<{ refund: Awaited<ReturnType<typeof readRefund>>; office: OfficeView }>({
  path: '/centre/money/refunds/:id', action: 'refund.list', desk: 'centre', access: CLERKS,
  async load(ctx, request) {
    const centreId = centreIdOf(ctx, CLERKS)
    return { refund: await readRefund(ctx, centreId, request.params['id'] ?? ''), office: await officeOf(ctx, centreId) }
  },
  title: ({ refund }, lang) => `${moneyText(lang).case.refundNumber} ${refund.number}`,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}/centre/money/refunds`, text: moneyText(lang).refund.title } }),
  async post(ctx, { lang, params, form }) {
    const words = moneyText(lang).refund
    const id = params['id'] ?? ''
    const to = `/${lang}/centre/money/refunds/${id}`
    const what = form.text('what')
    if (what === 'prepare') {
      await prepareRefund(ctx, { id, way: form.text('way') })
      return { to, flash: words.prepared }
    }
    if (what === 'send') {
      await sendRefund(ctx, { id })
      return { to, flash: words.sent }
    }
    await markRefundPaid(ctx, { id, on: dayField(form, 'on') ?? '', reference: form.text('reference') })
    return { to, flash: words.marked }
  },
  view: ({ lang, data: { refund }, form, csrf, requestKey }) => {
    const words = moneyText(lang).refund
    const hidden = (what: string) => ({ csrf, requestKey: `${requestKey}-${what}`, values: { what } })
    const name = (id: string | null) => (id ? refund.names.get(id) ?? '' : '')
    return (
      <div class="t-stack">
        <h1>{moneyText(lang).case.refundNumber} <span class="t-num t-nowrap">{refund.number}</span></h1>
        <ErrorSummary form={form} />
        <Box title={<span class="t-num">{refund.caseNumber}</span>} tag={<RefundTag state={refund.state} lang={lang} />}>
          <Facts compact facts={[
            { term: words.amount, value: formatTenge(refund.amount, lang) }, { term: words.ground, value: moneyText(lang).grounds[refund.ground] }, ...(refund.note === '' ? [] : [{ term: moneyText(lang).case.note, value: refund.note }]),
            { term: words.dueFrom, value: formatDay(refund.dueFrom, lang) }, ...(refund.way ? [{ term: words.way, value: words.ways[refund.way] }] : []),
            ...(refund.preparedBy ? [{ term: words.preparedBy, value: name(refund.preparedBy) }] : []), ...(refund.sentBy ? [{ term: words.sentBy, value: name(refund.sentBy) }] : []),
            ...(refund.paidOn ? [{ term: words.paid, value: fill(words.paidLine, { date: formatDay(refund.paidOn, lang), reference: refund.paidReference ?? '' }) }] : []),
          ]} />
        </Box>
        {refund.state === 'prepared' && (refund.isMine ? <NoticeBox>{words.waitsForSecond}</NoticeBox> : <Form {...hidden('send')}><ButtonRow><Button icon="send">{words.send}</Button></ButtonRow></Form>)}
        {(refund.state === 'due' || refund.state === 'prepared') && (
          <Box title={refund.state === 'due' ? words.prepare : words.again}>
            <Form {...hidden('prepare')}>
              <Radios form={form} name="way" label={words.way} options={WAYS.filter((way) => way !== 'provider' || refund.hasProvider).map((way) => ({ value: way, label: words.ways[way] }))} value={refund.way ?? undefined} />
              <Button kind={refund.state === 'due' ? 'primary' : 'secondary'} icon="check">{words.prepare}</Button>
            </Form>
          </Box>
        )}
        {refund.state === 'sent' && (
          <Box title={words.markPaid}>
            <p class="t-quiet">{refund.way === 'provider' ? words.waitsForProvider : fill(words.byStatement, { number: refund.number })}</p>
            <Form {...hidden('paid')}>
              <DateFields form={form} name="on" label={words.on} />
              <TextField form={form} name="reference" label={words.reference} width="20" maxLength={100} figures />
              <Button icon="check">{words.markPaid}</Button>
            </Form>
          </Box>
        )}
      </div>
    )
  },
})
