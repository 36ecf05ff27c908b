import type { Language } from '#kernel/localized.ts'
import { inLanguage } from '#kernel/localized.ts'
import { legalDay } from '#kernel/day.ts'
import { centresOf } from '#platform/acts/actor.ts'
import { dueText, formatDay, formatNumber, personName } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { page } from '#platform/http/page.ts'
import { countActsWaiting, countPaperLettersWaiting } from '#modules/billing/index.ts'
import { assignCase, INBOX_TABS, readInbox, STEPS, type Inbox, type InboxTab } from '#modules/casework/index.ts'
import { messages as certificateWords } from '#modules/centres/messages/index.ts'
import { caseText } from '../case/case-text.ts'
import { Button, ErrorSummary, Form } from '../ui/form.tsx'
import { Due } from '../ui/due.tsx'
import { Empty } from '../ui/empty.tsx'
import { Filters, FilterSelect } from '../ui/filters.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { Table } from '../ui/table.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { Tag, Tags } from '../ui/tag.tsx'
import { readPage } from '../page-number.ts'
import { ActsWaiting } from './money/acts.tsx'
import { officeOf, type OfficeView } from './office.ts'
import { LettersWaiting } from './paper-letters.tsx'
import { Reminders, remindersOf, type DeskReminders } from './own-desk/reminders.tsx'
import { askedOneOf } from '../asked.ts'

const PAGE_SIZE = 20

interface InboxData {
  inbox: Inbox
  tab: InboxTab
  page: number
  step: string
  mine: boolean
  own: string
  reminders: DeskReminders
  lettersWaiting: number
  actsWaiting: number
  office: OfficeView
}

/** The desk of the clerk: whose move, what is late, what is due today. */
export const inboxPage = page<InboxData>({
  path: '/centre', action: 'inbox.read', desk: 'centre', access: ['centre-operator', 'centre-head', 'invigilator'],
  async load(ctx, request) {
    const centreId = centresOf(ctx.actor)[0]!
    const own = ctx.actor.kind === 'person' ? ctx.actor.accountId : ''
    const tab = askedOneOf(request, 'tab', INBOX_TABS) ?? 'ours'
    const step = askedOneOf(request, 'step', STEPS) ?? ''
    const mine = askedOneOf(request, 'assigned', ['mine', 'all']) === 'mine'
    const filter = { centreId, tab, step: step || null, professionCode: null, assignedTo: mine ? own : null, kind: null }
    const { list: inbox, page: number } = await readPage(request, PAGE_SIZE, (each) => readInbox(ctx, filter, each, PAGE_SIZE), ({ counts, countLimit }) => Math.min(counts[tab], countLimit))
    const lettersWaiting = await countPaperLettersWaiting(ctx, centreId)
    const actsWaiting = await countActsWaiting(ctx, centreId)
    return { inbox, tab, page: number, step, mine, own, lettersWaiting, actsWaiting, reminders: await remindersOf(ctx, centreId), office: await officeOf(ctx, centreId) }
  },
  title: (_data, lang) => caseText(lang).inbox.title,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), counts: { '/centre': data.inbox.counts.ours, ...(data.lettersWaiting > 0 ? { '/centre/paper-letters': data.lettersWaiting } : {}), ...(data.actsWaiting > 0 ? { '/centre/acts': data.actsWaiting } : {}) } }),
  async post(ctx, { form, lang }) {
    const number = form.text('number')
    const own = ctx.actor.kind === 'person' ? ctx.actor.accountId : null
    const take = form.text('do') === 'take'
    await assignCase(ctx, { number, to: take ? own : null })
    const words = caseText(lang).inbox
    return { to: `/${lang}/centre?tab=${INBOX_TABS.find((each) => each === form.text('tab')) ?? 'ours'}`, flash: take ? words.takenFlash : words.givenFlash }
  },
  view: ({ lang, data, csrf, requestKey, form }) => {
    const text = caseText(lang)
    const words = text.inbox
    const count = (n: number): string => (n >= data.inbox.countLimit ? fill(words.more, { n: formatNumber(data.inbox.countLimit, lang) }) : formatNumber(n, lang))
    const total = data.inbox.counts[data.tab]
    const href = (change: Record<string, string | number>): string => {
      const query = new URLSearchParams()
      for (const [name, value] of Object.entries({ tab: data.tab, step: data.step, assigned: data.mine ? 'mine' : '', ...change })) if (value !== '') query.set(name, String(value))
      return `/${lang}/centre?${query}`
    }
    return (
      <>
        <div class="t-inhead">
          <h1>{words.title}</h1>
          <Tags>
            {data.inbox.late > 0 && <Tag tone="red" icon="alert">{fill(words.late, { n: count(data.inbox.late) })}</Tag>}
            {data.inbox.dueToday > 0 && <Tag tone="sun" icon="clock">{fill(words.today, { n: count(data.inbox.dueToday) })}</Tag>}
          </Tags>
        </div>
        <ErrorSummary form={form} />
        {data.office.lost && <NoticeBox tone="red" title={fill(words.lostTitle, { state: certificateWords[lang].certificates.states[data.office.lost] })}>{words.lostText} <a href={`/${lang}/centre/certificate`}>{words.lostLink}</a></NoticeBox>}
        <LettersWaiting waiting={data.lettersWaiting} lang={lang} />
        <ActsWaiting waiting={data.actsWaiting} lang={lang} />
        <Reminders reminders={data.reminders} lang={lang} />
        <Tabs label={words.title} items={INBOX_TABS.map((tab) => ({ href: href({ tab, page: '' }), text: words.tabs[tab], count: count(data.inbox.counts[tab]), current: tab === data.tab }))} />
        <Filters action={`/${lang}/centre`} kept={{ tab: data.tab }} resetHref={data.step || data.mine ? `/${lang}/centre?tab=${data.tab}` : undefined}>
          <FilterSelect name="step" label={words.filterStep} value={data.step} options={[{ value: '', label: words.all }, ...STEPS.map((step) => ({ value: step, label: text.steps[step] }))]} />
          <FilterSelect name="assigned" label={words.filterAssigned} value={data.mine ? 'mine' : ''} options={[{ value: '', label: words.all }, { value: 'mine', label: words.mine }]} />
        </Filters>
        <Table inbox caption={words.tabs[data.tab]} captionHidden
          columns={[words.number, words.candidate, words.profession, words.step, words.due, words.assigned].map((title) => ({ title }))}
          empty={<Empty title={words.empty[data.tab]}>{words.emptyText}</Empty>}
          rows={data.inbox.rows.map((row) => ({
            key: row.id, tone: row.lateness?.state === 'overdue' ? 'late' : row.lateness?.state === 'today' ? 'today' : undefined,
            cells: [
              <a class="t-num" href={`/${lang}${row.kind === 'recognition' ? '/centre/cases' : row.kind === 'appeal' ? '/centre/appeals' : '/centre/complaints'}/${row.number}`}>{row.number}</a>,
              <b>{personName(row, lang, 'full')}</b>,
              row.professionCode ? `${inLanguage({ kk: row.professionKk ?? undefined, ru: row.professionRu ?? undefined, en: row.professionEn ?? undefined }, lang)}, ${row.level ?? ''}` : text.kinds[row.kind as 'appeal'],
              <>{text.steps[row.step as 'held'] ?? row.step}<span class="t-sub">{text.todo[row.step as 'held'] ?? ''}</span></>,
              <DueCell row={row} lang={lang} />,
              <AssignCell row={row} data={data} lang={lang} csrf={csrf} requestKey={requestKey} />,
            ],
          }))} />
        <Pagination page={data.page} pages={Math.max(1, Math.ceil(Math.min(total, data.inbox.countLimit) / PAGE_SIZE))} hrefFor={(page) => href({ page })}
          rows={total > 0 ? { from: (data.page - 1) * PAGE_SIZE + 1, to: (data.page - 1) * PAGE_SIZE + data.inbox.rows.length, total: count(total) } : undefined} />
      </>
    )
  },
})

type Row = Inbox['rows'][number]

function DueCell({ row, lang }: { row: Row; lang: Language }) {
  const words = caseText(lang).inbox
  if (row.closedAt) return <span class="t-quiet">{fill(words.closedOn, { date: formatDay(legalDay(row.closedAt), lang, 'short') })}</span>
  if (!row.nextDueOn || !row.lateness) return <span class="t-quiet">{words.noDue}</span>
  return <Due words={dueText(lang, row.lateness)} date={formatDay(row.nextDueOn, lang, 'short')} tone={row.lateness.state === 'overdue' ? 'late' : row.lateness.state === 'today' ? 'today' : 'plain'} />
}

function AssignCell({ row, data, lang, csrf, requestKey }: { row: Row; data: InboxData; lang: Language; csrf: string; requestKey: string }) {
  const words = caseText(lang).inbox
  if (row.closedAt) return null
  const mine = row.assignedTo === data.own
  return (
    <Form csrf={csrf} requestKey={`${requestKey}-${row.id}`} values={{ number: row.number, tab: data.tab }}>
      {row.assignedTo && !mine
        ? <span>{personName({ surname: row.assignedSurname ?? '', givenName: row.assignedGivenName ?? '', patronymic: null }, lang, 'initials')}</span>
        : <Button kind="link" name="do" value={mine ? 'give' : 'take'}>{mine ? words.giveBack : words.take}</Button>}
    </Form>
  )
}

