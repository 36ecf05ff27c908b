import { centresOf } from '#platform/acts/actor.ts'
import { inLanguage } from '#kernel/localized.ts'
import { dueText, formatDay, personName } from '#platform/i18n/format.ts'
import { page } from '#platform/http/page.ts'
import { readInbox, type Inbox } from '#modules/casework/index.ts'
import { messages } from '#modules/decisions/messages/index.ts'
import { caseText } from '../../case/case-text.ts'
import { Due } from '../../ui/due.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Table } from '../../ui/table.tsx'
import { officeOf, type OfficeView } from '../office.ts'

const STEPS = ['held', 'decided-pass', 'decided-fail'] as const
const WHERE: Readonly<Record<(typeof STEPS)[number], string>> = { held: 'panel', 'decided-pass': 'document', 'decided-fail': 'fail-notice' }

/** Cases between the exam and the result, by their terms. */
export const decisionsPage = page<{ rows: Inbox['rows']; office: OfficeView }>({
  path: '/centre/decisions', action: 'inbox.read', desk: 'centre', access: ['centre-operator', 'centre-head'],
  async load(ctx) {
    const centreId = centresOf(ctx.actor)[0]!
    const rows: Inbox['rows'] = []
    for (const step of STEPS) rows.push(...(await readInbox(ctx, { centreId, tab: 'ours', step, professionCode: null, assignedTo: null, kind: 'recognition' }, 1, 100)).rows)
    return { rows: rows.sort((a, b) => ((a.nextDueOn ?? '9999') < (b.nextDueOn ?? '9999') ? -1 : 1)), office: await officeOf(ctx, centreId) }
  },
  title: (_data, lang) => messages[lang].page.listTitle,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), counts: { '/centre/decisions': data.rows.length } }),
  view: ({ lang, data }) => {
    const words = messages[lang].page
    const cases = caseText(lang)
    return (
      <>
        <div class="t-inhead"><h1>{words.listTitle}</h1></div>
        <Table inbox caption={words.listTitle} captionHidden columns={[cases.inbox.number, cases.inbox.candidate, cases.inbox.profession, cases.inbox.step, cases.inbox.due].map((title) => ({ title }))}
          empty={<Empty title={words.listEmpty} icon="scale">{words.listEmptyText}</Empty>}
          rows={data.rows.map((row) => ({
            key: row.id, tone: row.lateness?.state === 'overdue' ? 'late' : row.lateness?.state === 'today' ? 'today' : undefined,
            cells: [
              <a class="t-num" href={`/${lang}/centre/cases/${row.number}/${WHERE[row.step as 'held']}`}>{row.number}</a>, <b>{personName(row, lang, 'full')}</b>,
              `${inLanguage({ kk: row.professionKk ?? undefined, ru: row.professionRu ?? undefined, en: row.professionEn ?? undefined }, lang)}, ${row.level ?? ''}`,
              <>{cases.steps[row.step as 'held']}<span class="t-sub">{cases.todo[row.step as 'held']}</span></>,
              row.nextDueOn && row.lateness ? <Due words={dueText(lang, row.lateness)} date={formatDay(row.nextDueOn, lang, 'short')} tone={row.lateness.state === 'overdue' ? 'late' : row.lateness.state === 'today' ? 'today' : 'plain'} /> : cases.inbox.noDue,
            ],
          }))} />
      </>
    )
  },
})
