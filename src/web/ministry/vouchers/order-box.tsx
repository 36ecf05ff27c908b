import type { ViewProps } from '#platform/http/page.ts'
import { formatMoment, formatNumber } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { OrderShown } from '#modules/vouchers/index.ts'
import { Box } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Button, ButtonRow, Form, TextArea, TextField } from '../../ui/form.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Details } from '../../ui/why.tsx'
import type { Orders } from './orders.tsx'
import { nameOf } from './report.tsx'
import { vouchersText } from './vouchers-text.ts'

const TONES = { waiting: 'sun', approved: 'green', declined: 'plain' } as const

/** One order: what it moves, on what ground, by whom; and the press of the second person. */
export function OrderBox({ order, page: p }: { order: OrderShown; page: ViewProps<Orders> }) {
  const { lang, data } = p
  const words = vouchersText(lang).orders
  const state = order.approved === null ? 'waiting' : order.approved ? 'approved' : 'declined'
  const signed = (places: number) => (places > 0 ? `+${formatNumber(places, lang)}` : `−${formatNumber(-places, lang)}`)
  const isOwn = order.proposedBy === data.accountId
  const isReversed = data.desk.orders.some((each) => each.reverses === order.id && each.approved !== false)
  return (
    <Box title={order.reverses ? words.reverse : words.kinds[order.kind]} tag={<Tag tone={TONES[state]}>{words.states[state]}</Tag>}>
      {order.kind !== 'plan'
        ? <p class="t-num">{order.lines.map((line) => fill(words.line, { region: nameOf(data, line.region, lang), places: signed(line.places) })).join('; ')}</p>
        : <p>{fill(words.lineTotal, { places: formatNumber(order.lines.reduce((sum, line) => sum + line.places, 0), lang), regions: order.lines.length })}</p>}
      <Facts compact facts={[{ term: words.ground, value: order.ground }, { term: words.document, value: order.document }]} />
      <p class="t-small t-quiet">
        {order.origin === 'imported' ? words.imported : fill(words.proposed, { name: order.proposer ?? '—', at: formatMoment(order.proposedAt, lang) })}
        {order.decidedAt && order.origin !== 'imported' && <><br />{fill(words.decided, { name: order.decider ?? '—', at: formatMoment(order.decidedAt, lang) })}{order.decisionNote && <><br />{order.decisionNote}</>}</>}
      </p>
      {state === 'waiting' && data.mayPropose && (isOwn ? <p>{words.own}</p> : (
        <Form csrf={p.csrf} requestKey={p.requestKey} values={{ id: order.id }}>
          <TextArea name="note" label={words.note} rows={2} />
          <ButtonRow>
            <Button name="do" value="approve" icon="stamp">{words.approve}</Button>
            <Button name="do" value="decline" kind="secondary">{words.decline}</Button>
          </ButtonRow>
        </Form>
      ))}
      {state === 'approved' && order.kind === 'transfer' && !order.reverses && !isReversed && data.mayPropose && (
        <Details summary={words.reverse}>
          <Form csrf={p.csrf} requestKey={p.requestKey} values={{ do: 'reverse', id: order.id }}>
            <TextArea name="ground" label={words.groundLabel} rows={2} />
            <TextField name="document" label={words.documentLabel} />
            <Button kind="secondary">{words.reversePress}</Button>
          </Form>
        </Details>
      )}
    </Box>
  )
}
