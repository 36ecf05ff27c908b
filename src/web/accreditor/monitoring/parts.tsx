import type { Lateness } from '#kernel/deadline-rule.ts'
import type { Day } from '#kernel/day.ts'
import { inLanguage, type Language } from '#kernel/localized.ts'
import type { Role } from '#platform/acts/actor.ts'
import type { Desk, FormBody } from '#platform/http/page.ts'
import { dueText, formatBytes, formatDay, formatMoment } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { CentreFile, FindingGravity, OrderView } from '#modules/monitoring/index.ts'
import { messages } from '#modules/monitoring/messages/index.ts'
import { Box } from '../../ui/card.tsx'
import { Due } from '../../ui/due.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FileRow } from '../../ui/file-row.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { ListPages, type FilePages } from './file-pages.tsx'
import { monitoringText } from './monitoring-text.ts'

export interface Watcher {
  desk: Desk
  access: readonly Role[]
  base: string
}
export const WATCHERS: Readonly<Record<'accreditor' | 'ministry', Watcher>> = {
  accreditor: { desk: 'accreditor', access: ['accreditor'], base: '/accreditor/monitoring' },
  ministry: { desk: 'ministry', access: ['ministry', 'national-body', 'auditor'], base: '/ministry/monitoring' },
}

/** At which field of the form a reason belongs. */
export const FIELDS: Readonly<Record<string, string>> = {
  'monitoring.kind-missing': 'kind', 'monitoring.day-missing': 'on', 'monitoring.day-past': 'on', 'monitoring.day-ahead': 'on', 'monitoring.same-day': 'on', 'monitoring.not-later': 'on', 'monitoring.reason-missing': 'reason', 'monitoring.ground-missing': 'ground',
  'monitoring.outcome-missing': 'outcome', 'monitoring.subject-missing': 'subject', 'monitoring.gravity-missing': 'gravity', 'monitoring.requirement-missing': 'requirement', 'monitoring.description-missing': 'description', 'monitoring.demand-missing': 'demand',
  'monitoring.answer-missing': 'body', 'monitoring.words-missing': 'words', 'monitoring.responsible-missing': 'responsible',
}

const DAY_CODES = ['monitoring.day-missing', 'monitoring.day-past', 'monitoring.day-ahead', 'monitoring.same-day', 'monitoring.not-later']
/** The same for a form whose fields have names of their own beside the other forms of its page. */
export function fieldsNamed({ on, words, demand }: { on?: string; words?: string; demand?: string }): Readonly<Record<string, string>> {
  return { ...FIELDS, ...(on ? Object.fromEntries(DAY_CODES.map((code) => [code, on])) : {}), ...(words ? { 'monitoring.words-missing': words } : {}), ...(demand ? { 'monitoring.demand-missing': demand } : {}) }
}

export const filesOf = (form: FormBody): { name: string; bytes: Uint8Array }[] => form.files.filter((file) => file.field === 'files' && file.bytes.length > 0)

export function DueDay({ on, late, lang }: { on: Day | null; late: Lateness | undefined; lang: Language }) {
  if (!on) return <span class="t-quiet">{monitoringText(lang).noDay}</span>
  if (!late) return <>{formatDay(on, lang, 'short')}</>
  return <Due words={dueText(lang, late)} date={formatDay(on, lang, 'short')} tone={late.state === 'overdue' ? 'late' : late.state === 'today' ? 'today' : 'plain'} />
}

const GRAVITY_TONES = { minor: 'plain', major: 'sun', critical: 'red' } as const
export const Gravity = ({ gravity, lang }: { gravity: FindingGravity; lang: Language }) => <Tag tone={GRAVITY_TONES[gravity]} icon={gravity === 'minor' ? 'info' : 'alert'}>{messages[lang].gravities[gravity]}</Tag>

interface BoxOfFile {
  pages: FilePages
  lang: Language
}

/** The checks of a centre, the newest first. */
export function ChecksBox({ pages, lang, base }: BoxOfFile & { base: string }) {
  const text = monitoringText(lang)
  const words = messages[lang]
  return (
    <Box title={text.checks} id="checks" flush>
      <Table caption={text.checks} captionHidden columns={[text.no, text.kind, text.day, text.state, text.reason].map((title) => ({ title }))} empty={<p class="t-quiet">{text.checksEmpty}</p>}
        rows={pages.checks.rows.map((check) => ({
          key: check.id,
          cells: [
            <a href={`/${lang}${base}/checks/${check.id}`}>{fill(text.check, { no: check.no })}</a>, words.kinds[check.kind], formatDay(check.heldOn ?? check.plannedOn, lang, 'short'),
            <Tag tone={check.heldOn ? 'green' : 'sky'}>{words.states[check.heldOn ? 'held' : 'planned']}</Tag>, <>{check.reason}{!check.announced && check.heldOn === null && <> · <span class="t-quiet">{text.unannounced}</span></>}</>,
          ],
        }))} />
      <ListPages pages={pages} list="checks" label={text.checks} lang={lang} />
    </Box>
  )
}

/** The orders of a centre, the open ones first. */
export function OrdersBox({ pages, lang, base }: BoxOfFile & { base: string }) {
  const text = monitoringText(lang)
  return (
    <Box title={text.orders} id="orders" flush>
      <Table caption={text.orders} captionHidden columns={[text.no, text.demand, text.move, text.due].map((title) => ({ title }))} empty={<p class="t-quiet">{text.ordersEmpty}</p>}
        rows={pages.orders.rows.map((order) => ({
          key: order.id, tone: order.lateness?.state === 'overdue' ? 'late' : undefined,
          cells: [
            <a href={`/${lang}${base}/orders/${order.id}`}>{fill(text.order, { no: order.no })}</a>, order.demand, order.remediedOn ? <Tag tone="green">{text.remedied}</Tag> : messages[lang].movers[order.whoseMove],
            <DueDay on={order.remediedOn ?? order.dueOn} late={order.lateness} lang={lang} />,
          ],
        }))} />
      <ListPages pages={pages} list="orders" label={text.orders} lang={lang} />
    </Box>
  )
}

/** What happened with the monitoring of the centre, the newest first. */
export function HistoryBox({ pages, lang }: BoxOfFile) {
  const text = monitoringText(lang)
  const events = messages[lang].events as Readonly<Record<string, string>>
  return (
    <Box title={text.history} id="history">
      {pages.history.total === 0 ? <p class="t-quiet">{text.historyEmpty}</p> : (
        <Timeline items={pages.history.rows.map((entry) => ({ when: formatMoment(entry.at, lang), who: entry.who, title: fill(events[entry.kind] ?? entry.kind, { no: String(entry.payload['no'] ?? '') }) }))} />
      )}
      <ListPages pages={pages} list="history" label={text.history} lang={lang} />
    </Box>
  )
}

export function PaperRows({ papers, lang }: { papers: OrderView['answers'][number]['papers']; lang: Language }) {
  return <>{papers.map((paper) => <FileRow key={paper.id} name={paper.name} about={formatBytes(paper.size, lang)} href={`/${lang}/monitoring/papers/${paper.id}`} />)}</>
}

/** The order with its finding, its days and everything answered to it. */
export function OrderFacts({ view, lang }: { view: OrderView; lang: Language }) {
  const text = monitoringText(lang)
  const { order, finding } = view
  return (
    <>
      <Box title={fill(text.finding, { no: finding.no })} tag={<Gravity gravity={finding.gravity} lang={lang} />}>
        <Facts compact facts={[{ term: text.requirement, value: finding.requirement }, { term: text.description, value: finding.description }, { term: text.demand, value: order.demand }, { term: text.issuedOn, value: formatMoment(order.issuedAt, lang) },
          { term: text.dueOn, value: <DueDay on={order.dueOn} late={order.lateness} lang={lang} />, ...(view.extensions.length > 0 ? { note: view.extensions.map((each) => `${fill(text.extended, { from: formatDay(each.dueBefore, lang, 'short'), to: formatDay(each.dueAfter, lang, 'short') })}: ${each.ground}`).join('; ') } : {}) },
          ...(order.remediedOn ? [{ term: text.remediedOn, value: formatDay(order.remediedOn, lang), note: order.remediedWords }] : [])]} />
      </Box>
      <Box title={text.answers}>
        {view.answers.length === 0 ? <p class="t-quiet">{text.answersEmpty}</p> : (
          <Timeline items={view.answers.map((answer) => ({
            when: formatMoment(answer.writtenAt, lang), who: answer.who, title: answer.side === 'centre' ? text.fromCentre : text.fromAccreditor, tone: answer.side === 'centre' ? 'plain' as const : 'sun' as const,
            body: <><p>{answer.body}</p><PaperRows papers={answer.papers} lang={lang} /></>,
          }))} />
        )}
      </Box>
    </>
  )
}

/** What is known of the centre beside its checks: norms, complaints. */
export function AboutBox({ file, lang }: { file: CentreFile; lang: Language }) {
  const text = monitoringText(lang)
  return (
    <Box title={inLanguage(file.centre.name, lang)}><Facts compact facts={[
      { term: text.frequency, value: file.frequencyMonths === undefined ? text.frequencyNotSet : fill(text.frequencyMonths, { n: file.frequencyMonths }) },
      { term: text.remedyTerm, value: file.remedyDays === undefined ? text.remedyNotSet : fill(text.remedyDays, { n: file.remedyDays }) },
      { term: text.complaints, value: fill(text.complaintsLine, { all: file.complaints.all, open: file.complaints.open, upheld: file.complaints.upheld }) },
    ]} /></Box>
  )
}
