import { accountOf, hasRole } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { page, type ViewProps } from '#platform/http/page.ts'
import { formatNumber } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { decideOrder, proposePlan, proposeRevision, proposeTransfer, reverseTransfer, type RegionFigures, type RegionPlaces } from '#modules/vouchers/index.ts'
import { atFields } from '../../appeals/field-errors.ts'
import { Box } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Chips } from '../../ui/filters.tsx'
import { Button, ErrorSummary, Form, SelectField, TextArea, TextField } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Details } from '../../ui/why.tsx'
import { OrderBox } from './order-box.tsx'
import { loadReport, MINISTRY, nameOf, type Report } from './report.tsx'
import { vouchersText } from './vouchers-text.ts'

export interface Orders extends Report {
  before: readonly RegionFigures[]
  mayPropose: boolean
  accountId: string | undefined
}
const PATH = '/ministry/vouchers/orders'
const whole = (text: string): number | undefined => (/^\d{1,6}$/.test(text.replace(/\s/g, '')) ? Number(text.replace(/\s/g, '')) : undefined)

/** What was typed beside the regions; one left empty, or nought, has no line. What is no number is for the act to refuse. */
function linesOf(form: { text(name: string): string }, regions: Report['regions'], prefix: 'base' | 'change'): RegionPlaces[] {
  return regions.flatMap(({ kato }) => {
    const text = form.text(`${prefix}-${kato}`).replace(/\s/g, '').replace(/^[−–]/, '-')
    return /^[+-]?0*$/.test(text) ? [] : [{ region: kato, places: /^[+-]?\d{1,6}$/.test(text) ? Number(text) : Number.NaN }]
  })
}

async function load(ctx: Ctx, year: string | null): Promise<Orders> {
  const report = await loadReport(ctx, year)
  const before = report.desk.planned ? [] : (await loadReport(ctx, String(report.desk.year - 1))).desk.figures
  return { ...report, before, mayPropose: hasRole(ctx.actor, 'ministry'), accountId: accountOf(ctx.actor) }
}

/** Orders by which places come and move: proposed by one, decided by another, undone by a mirror. */
export const voucherOrdersPage = page<Orders>({
  path: PATH, action: 'voucher-plan.read', desk: 'ministry', access: MINISTRY,
  load: (ctx, { query }) => load(ctx, query.get('year')),
  title: (_data, lang) => vouchersText(lang).orders.title,
  layout: ({ lang, data }) => ({ back: { href: `/${lang}/ministry/vouchers?year=${data.desk.year}`, text: vouchersText(lang).title } }),
  async post(ctx, { lang, query, form }) {
    const { desk, regions } = await loadReport(ctx, query.get('year'))
    const words = vouchersText(lang).orders
    const to = `/${lang}${PATH}?year=${desk.year}`
    const said = { ground: form.text('ground'), document: form.text('document') }
    return atFields(lang, async () => {
      switch (form.text('do')) {
        case 'plan':
          await proposePlan(ctx, { ...said, year: desk.year, total: whole(form.text('total')) ?? 0, lines: linesOf(form, regions, 'base') })
          return { to, flash: words.sent }
        case 'transfer':
          await proposeTransfer(ctx, { ...said, year: desk.year, from: form.text('from'), to: form.text('to'), places: whole(form.text('places')) })
          return { to, flash: words.sent }
        case 'revision':
          await proposeRevision(ctx, { ground: form.text('revisionGround'), document: form.text('revisionDocument'), year: desk.year, lines: linesOf(form, regions, 'change') })
          return { to, flash: words.sent }
        case 'reverse':
          await reverseTransfer(ctx, { ...said, orderId: form.text('id') })
          return { to, flash: words.sent }
        default: {
          const approve = form.text('do') === 'approve'
          await decideOrder(ctx, { id: form.text('id'), approve, note: form.text('note') })
          return { to, flash: approve ? words.approved : words.declined }
        }
      }
    }, form.text('do') === 'revision' ? REVISION_FIELDS : FIELDS)
  },
  view: (p) => {
    const { lang, data } = p
    const { desk } = data
    const words = vouchersText(lang)
    const isLive = !desk.imported
    return (
      <div class="t-stack">
        <div class="t-inhead"><h1>{words.orders.title}</h1></div>
        <p class="t-quiet">{words.orders.lead}</p>
        <Chips label={words.year} items={desk.years.map((year) => ({ href: `/${lang}${PATH}?year=${year}`, text: String(year), current: year === desk.year }))} />
        <ErrorSummary form={p.form} />
        {!data.mayPropose && <NoticeBox>{words.orders.onlyMinistry}</NoticeBox>}
        {desk.orders.length === 0 && <Empty title={words.orders.empty} icon="stamp">{words.orders.emptyText}</Empty>}
        {desk.orders.map((order) => <OrderBox key={order.id} order={order} page={p} />)}
        {data.mayPropose && isLive && (desk.planned ? <><TransferForm page={p} /><RevisionForm page={p} /></> : !desk.orders.some((order) => order.kind === 'plan' && order.approved === null) && <PlanForm page={p} />)}
      </div>
    )
  },
})

const FIELDS: Readonly<Record<string, string>> = {
  'voucher-order.ground-missing': 'ground', 'voucher-order.document-missing': 'document', 'voucher-order.same-region': 'to', 'voucher-order.not-so-many-free': 'places',
  'voucher-order.region-unknown': 'from', 'voucher-order.total-differs': 'total',
}

/** Beside the form of a transfer: it has words of its own. */
const REVISION_FIELDS = { 'voucher-order.ground-missing': 'revisionGround', 'voucher-order.document-missing': 'revisionDocument' }

function TransferForm({ page: p }: { page: ViewProps<Orders> }) {
  const { lang, data } = p
  const words = vouchersText(lang).orders
  const options = data.regions.map((region) => ({ value: region.kato, label: nameOf(data, region.kato, lang) }))
  return (
    <Box title={words.newTransfer}>
      <Form csrf={p.csrf} requestKey={p.requestKey} values={{ do: 'transfer' }}>
        <SelectField form={p.form} name="from" label={words.from} hint={words.fromHint} options={options} />
        <SelectField form={p.form} name="to" label={words.to} options={options} />
        <TextField form={p.form} name="places" label={words.places} width="5" inputMode="numeric" figures />
        <TextArea form={p.form} name="ground" label={words.groundLabel} rows={2} />
        <TextField form={p.form} name="document" label={words.documentLabel} />
        <Button icon="stamp">{words.send}</Button>
      </Form>
    </Box>
  )
}

/** Places that come from the nation or go back to it; closed until somebody wants it, for it is seldom. */
function RevisionForm({ page: p }: { page: ViewProps<Orders> }) {
  const { lang, data } = p
  const words = vouchersText(lang).orders
  const own = new Map(data.desk.figures.map((row) => [row.region, row]))
  return (
    <Box title={words.newRevision}>
      <p class="t-quiet">{words.revisionLead}</p>
      <Form csrf={p.csrf} requestKey={`${p.requestKey}-revision`} values={{ do: 'revision' }}>
        <Details summary={words.revisionRegions} open={p.form.errors.some((error) => error.field?.startsWith('change-'))}>
          <div class="t-sets">{data.regions.map(({ kato }) => (
            <TextField key={kato} form={p.form} name={`change-${kato}`} label={nameOf(data, kato, lang)} hint={fill(words.inForceNow, { places: formatNumber(own.get(kato)?.planInForce ?? 0, lang) })} width="5" figures />
          ))}</div>
        </Details>
        <TextArea form={p.form} name="revisionGround" label={words.groundLabel} rows={2} />
        <TextField form={p.form} name="revisionDocument" label={words.documentLabel} />
        <Button icon="stamp">{words.send}</Button>
      </Form>
    </Box>
  )
}

function PlanForm({ page: p }: { page: ViewProps<Orders> }) {
  const { lang, data } = p
  const words = vouchersText(lang).orders
  const before = new Map(data.before.map((row) => [row.region, row.plan]))
  const total = data.before.reduce((sum, row) => sum + row.plan, 0)
  return (
    <Box title={fill(words.newPlan, { year: data.desk.year })}>
      <Form csrf={p.csrf} requestKey={p.requestKey} values={{ do: 'plan' }}>
        <TextField form={p.form} name="total" label={words.planTotal} hint={words.planTotalHint} value={total ? String(total) : ''} width="5" inputMode="numeric" figures />
        <Details summary={words.planLead} open>
          <p class="t-quiet">{words.planEmpty}</p>
          <div class="t-sets">{data.regions.map((region) => <TextField key={region.kato} form={p.form} name={`base-${region.kato}`} label={nameOf(data, region.kato, lang)} value={String(before.get(region.kato) ?? '')} width="5" inputMode="numeric" figures />)}</div>
        </Details>
        <TextArea form={p.form} name="ground" label={words.groundLabel} rows={2} />
        <TextField form={p.form} name="document" label={words.documentLabel} />
        <Button icon="stamp">{words.send}</Button>
      </Form>
    </Box>
  )
}
