import { legalDay } from '#kernel/day.ts'
import { inLanguage, type Language } from '#kernel/localized.ts'
import { formatDay, formatNumber, formatTenge } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { worksLines, type ActStanding, type ActView } from '#modules/billing/index.ts'
import type { Names } from '../centre/settings/desk-facts.ts'
import { Box } from '../ui/card.tsx'
import { Facts } from '../ui/facts.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { Table } from '../ui/table.tsx'
import { Tag, type TagTone } from '../ui/tag.tsx'
import { moneyText } from './money-text.ts'

const TONES: Readonly<Record<ActStanding['state'], TagTone>> = { made: 'sun', signed: 'sky', accepted: 'sun', refused: 'red', paid: 'green' }
export function ActTag({ act, lang }: { readonly act: Pick<ActStanding, 'state' | 'late'>; readonly lang: Language }) {
  const words = moneyText(lang).works
  return <><Tag tone={TONES[act.state]}>{words.states[act.state]}</Tag>{act.late > 0 && <> <Tag tone="red">{fill(words.late, { days: act.late })}</Tag></>}</>
}
export const monthText = (month: string): string => `${month.slice(5, 7)}.${month.slice(0, 4)}`

/** The act in the shape of Annex 50, with its register of vouchers; the same for both sides. */
export function ActBody({ view, names, lang, caseHref }: { readonly view: ActView; readonly names: Names; readonly lang: Language; readonly caseHref?: ((number: string) => string) | undefined }) {
  const words = moneyText(lang).works
  const { act } = view
  const who = (id: string | null, at: ActStanding['signedAt']) => (id && at ? `${view.names.get(id) ?? ''}, ${formatDay(legalDay(at), lang)}` : '—')
  const service = (of: { professionCode: string; level: number }) => fill(words.serviceLine, { profession: inLanguage(names.get(of.professionCode) ?? {}, lang) || of.professionCode, level: of.level })
  const period = (from: typeof act.month, to: typeof act.month) => (from === to ? formatDay(from, lang, 'numeric') : `${formatDay(from, lang, 'numeric')} – ${formatDay(to, lang, 'numeric')}`)
  return (
    <>
      {act.refusal && <NoticeBox tone="red" title={words.refusal}>{act.refusal}</NoticeBox>}
      <Box title={monthText(act.month)} tag={<ActTag act={act} lang={lang} />}>
        <Facts compact facts={[
          { term: words.centre, value: inLanguage(act.centre.name, lang) }, { term: words.payer, value: view.payer ? inLanguage(view.payer, lang) : '—' }, { term: words.count, value: formatNumber(view.services.length, lang) }, { term: words.sum, value: formatTenge(act.total, lang) },
          { term: words.signedBy, value: who(act.signedBy, act.signedAt) }, { term: words.acceptedBy, value: who(act.acceptedBy, act.acceptedAt) },
          ...(act.dueOn ? [{ term: words.dueOn, value: formatDay(act.dueOn, lang) }] : []), ...(act.paidOn ? [{ term: words.payTitle, value: fill(words.paidLine, { date: formatDay(act.paidOn, lang), reference: act.paidReference ?? '' }) }] : []),
        ]} />
        <p class="t-quiet">{fill(words.madeBySystem, { date: formatDay(legalDay(act.madeAt), lang) })} {words.source}</p>
      </Box>
      <Box title={fill(words.actTitle, { number: act.number })} flush>
        <Table caption={fill(words.actTitle, { number: act.number })} captionHidden
          columns={[{ title: words.no, numeric: true }, { title: words.service }, { title: words.period }, { title: words.unit }, { title: words.count, numeric: true }, { title: words.price, numeric: true }, { title: words.cost, numeric: true }]}
          rows={worksLines(view.services).map((line, place) => ({ key: place, cells: [place + 1, service(line), period(line.from, line.to), words.person, line.count, <span class="t-nowrap">{formatTenge(line.price, lang)}</span>, <span class="t-nowrap">{formatTenge(line.total, lang)}</span>] }))} />
      </Box>
      <Box title={words.vouchersTitle} flush>
        <Table caption={words.vouchersTitle} captionHidden columns={[{ title: words.voucher }, { title: words.kase }, { title: words.heldOn, noWrap: true }, { title: words.price, numeric: true }]}
          rows={view.services.map((each) => ({
            key: each.attemptId,
            cells: [
              <><span class="t-num">{each.voucherNumber}</span>{each.contestedWhy && <span class="t-sub">{fill(words.contested, { why: each.contestedWhy })}</span>}{each.answer && <span class="t-sub">{fill(words.answered, { answer: each.answer })}</span>}</>,
              caseHref ? <a class="t-num t-nowrap" href={caseHref(each.caseNumber)}>{each.caseNumber}</a> : <span class="t-num t-nowrap">{each.caseNumber}</span>, formatDay(each.heldOn, lang, 'numeric'), <span class="t-nowrap">{formatTenge(each.price, lang)}</span>,
            ],
          }))} />
      </Box>
    </>
  )
}
