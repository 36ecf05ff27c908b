import type { Language } from '#kernel/localized.ts'
import { formatDay, formatMoment } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { download, page } from '#platform/http/page.ts'
import { writeCsv } from '#platform/tables/write-table.ts'
import { readJournal, type JournalLine, type JournalQuery, type JournalView } from '#modules/audit/index.ts'
import { messages } from '#modules/audit/messages/index.ts'
import { timelineText } from '../case/timeline-text.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { Filters, FilterSearch, FilterSelect } from '../ui/filters.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { Table } from '../ui/table.tsx'
import { IconLinks } from '../ui/ticket.tsx'
import { askedDay, askedOneOf, askedUuid } from '../asked.ts'

const PAGE_SIZE = 50
const EXPORTED = 5_000

interface JournalData {
  view: JournalView
  query: JournalQuery
  before: string | undefined
}

function queryOf(query: URLSearchParams): JournalQuery {
  const text = (name: string) => (query.get(name) ?? '').trim().slice(0, 80)
  return { chain: text('chain'), kind: text('kind'), from: askedDay({ query }, 'from'), until: askedDay({ query }, 'until'), actor: askedUuid({ query }, 'actor') ?? '' }
}

/** Every act of everybody: filtered, in words, with the proof that a chain is whole. */
export const journalPage = page<JournalData>({
  path: '/auditor', action: 'journal.read', desk: 'auditor', access: ['auditor'],
  async load(ctx, request) {
    const query = queryOf(request.query)
    const before = askedUuid(request, 'before')
    const view = await readJournal(ctx, query, before, PAGE_SIZE)
    askedOneOf(request, 'kind', view.kinds)
    return { query, before, view }
  },
  title: (_data, lang) => messages[lang].journal.title,
  view: ({ lang, data: { view, query, before } }) => {
    const words = messages[lang].journal
    const href = (change: Record<string, string>, path = '/auditor') => {
      const values = { chain: query.chain, kind: query.kind, from: query.from ?? '', until: query.until ?? '', actor: query.actor, ...change }
      const kept = new URLSearchParams(Object.entries(values).filter((entry) => entry[1] !== ''))
      return `/${lang}${path}${kept.size > 0 ? `?${kept}` : ''}`
    }
    const filtered = Object.values(query).some((value) => value)
    return (
      <>
        <div class="t-inhead"><h1>{words.title}</h1></div>
        <p>{words.lead}</p>
        <Filters action={`/${lang}/auditor`} kept={query.actor ? { actor: query.actor } : {}} resetHref={filtered ? `/${lang}/auditor` : undefined}>
          <FilterSearch name="chain" label={words.find} value={query.chain} />
          <FilterSelect name="kind" label={words.kind} value={query.kind} options={[{ value: '', label: words.all }, ...view.kinds.map((kind) => ({ value: kind, label: actWords(lang, { kind, payload: {} }) }))]} />
          <FilterSearch name="from" label={`${words.from}, ${words.dayHint}`} value={query.from ?? ''} />
          <FilterSearch name="until" label={`${words.until}, ${words.dayHint}`} value={query.until ?? ''} />
        </Filters>
        {view.chainBreak && (view.chainBreak.at === null
          ? <NoticeBox tone="green" icon="shield-check">{fill(words.whole, { n: view.chainBreak.length })}</NoticeBox> : <NoticeBox tone="red">{fill(words.broken, { at: view.chainBreak.at })}</NoticeBox>)}
        <Table caption={words.title} captionHidden columns={[{ title: words.columns.at, noWrap: true }, { title: words.columns.actor }, { title: words.columns.act }, { title: words.columns.where }, { title: words.columns.seq, numeric: true }]}
          empty={<Empty title={words.empty} icon="shield">{words.emptyText}</Empty>}
          rows={view.lines.map((line) => ({
            key: line.id,
            cells: [
              formatMoment(line.at, lang), line.actorId && line.actorName ? <a href={href({ actor: line.actorId })} title={words.onlyOf}>{line.actorName}</a> : actorWords(lang, line), actWords(lang, line),
              <a class="t-num" href={href({ chain: line.caseNumber ?? line.chain })}>{line.caseNumber ?? chainWords(lang, line.chain)}</a>, String(line.seq),
            ],
          }))} />
        <div class="t-row">
          {before && <Button kind="secondary" href={href({})} icon="arrow-up">{words.newest}</Button>}
          {view.next && <Button kind="secondary" href={href({ before: view.next })} iconAfter="arrow-down">{words.more}</Button>}
        </div>
        <IconLinks links={[{ href: href({}, '/auditor/journal.csv'), text: words.csv, icon: 'download' }]} />
      </>
    )
  },
})

/** The same lines as a table for the auditor's own tools; at most five thousand, the newest. */
export const journalCsv = download({
  path: '/auditor/journal.csv', action: 'journal.read', access: ['auditor'],
  async handle(ctx, request) {
    const { lang } = request
    const view = await readJournal(ctx, queryOf(request.query), undefined, EXPORTED)
    const words = messages[lang].journal.columns
    const rows = view.lines.map((line) => [line.at, line.actorName ?? actorWords(lang, line), actWords(lang, line), line.caseNumber ?? line.chain, line.seq, line.kind, JSON.stringify(line.payload)])
    return { body: writeCsv([words.at, words.actor, words.act, words.where, words.seq, 'kind', 'payload'], rows), mediaType: 'text/csv; charset=utf-8', filename: 'journal.csv' }
  },
})

function actWords(lang: Language, line: Pick<JournalLine, 'kind' | 'payload'>): string {
  const own = (messages[lang].kinds as Readonly<Record<string, string>>)[line.kind]
  return own ?? timelineText(lang, line, (on) => formatDay(on, lang))
}
/** What a chain belongs to: an account, a programme, a register. */
function chainWords(lang: Language, chain: string): string {
  const kind = chain.split(':')[0]!
  return (messages[lang].chains as Readonly<Record<string, string>>)[kind] ?? kind
}
function actorWords(lang: Language, line: JournalLine): string {
  const words = messages[lang].journal
  return line.actorKind === 'system' ? words.system : line.actorKind === 'partner' ? words.partner : line.actorName ?? words.anonymous
}
