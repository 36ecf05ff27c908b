import type { Role } from '#platform/acts/actor.ts'
import { formatNumber } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { page, type Desk, type Page } from '#platform/http/page.ts'
import { listAllComplaints, readComplaint, type ComplaintView } from '#modules/appeals/index.ts'
import { readPage } from '../page-number.ts'
import { Pagination } from '../ui/pagination.tsx'
import { Tag } from '../ui/tag.tsx'
import { appealsText } from './appeals-text.ts'
import { History } from './parts.tsx'
import { ComplaintAnswer, ComplaintHead, ComplaintMatter, ComplaintTable } from './complaint-parts.tsx'

const PAGE_SIZE = 20

interface Overseer {
  desk: Desk
  access: readonly Role[]
  /** Where the list stands and where a single complaint does. */
  list: string
  one: string
  /** Who may not open the cases themselves sees no links to them. */
  seesCases: boolean
}

/** Complaints of all centres for those who oversee them: a list and one complaint, to read and not to change. */
export function complaintPagesFor({ desk, access, list, one, seesCases }: Overseer): readonly Page<never>[] {
  const listPage = page<{ found: Awaited<ReturnType<typeof listAllComplaints>>; page: number }>({
    path: list, action: 'complaint.list-all', desk, access,
    async load(ctx, request) {
      const { list: found, page: number } = await readPage(request, PAGE_SIZE, (each) => listAllComplaints(ctx, each, PAGE_SIZE), ({ total }) => total)
      return { found, page: number }
    },
    title: (_data, lang) => appealsText(lang).complaints.all,
    view: ({ lang, data }) => {
      const words = appealsText(lang).complaints
      const { rows, total, open } = data.found
      return (
        <>
          <div class="t-inhead"><h1>{words.all}</h1>{open > 0 && <Tag tone="sun" icon="clock">{fill(words.open, { n: formatNumber(open, lang) })}</Tag>}</div>
          <p class="t-quiet">{words.allLead}</p>
          <ComplaintTable rows={rows} lang={lang} title={words.all} ofAll hrefFor={(number) => `/${lang}${one}/${number}`} />
          <Pagination page={data.page} pages={Math.max(1, Math.ceil(total / PAGE_SIZE))} hrefFor={(each) => `/${lang}${list}?page=${each}`}
            rows={rows.length > 0 ? { from: (data.page - 1) * PAGE_SIZE + 1, to: (data.page - 1) * PAGE_SIZE + rows.length, total: formatNumber(total, lang) } : undefined} />
        </>
      )
    },
  })
  const onePage = page<{ view: ComplaintView }>({
    path: `${one}/:number`, action: 'complaint.read', desk, access,
    load: async (ctx, { params }) => ({ view: await readComplaint(ctx, params['number']!) }),
    title: ({ view }, lang) => fill(appealsText(lang).complaint.titleOf, { number: view.kase.number }),
    layout: ({ lang }) => ({ back: { href: `/${lang}${list}`, text: appealsText(lang).complaints.all } }),
    view: ({ lang, data: { view } }) => (
      <>
        <ComplaintHead view={view} lang={lang} />
        <div class="t-cols">
          <div class="t-stack"><ComplaintMatter view={view} lang={lang} caseHref={seesCases ? (number) => `/${lang}/centre/cases/${number}` : undefined} /></div>
          <div class="t-stack"><ComplaintAnswer view={view} lang={lang} rating /><History view={view} lang={lang} /></div>
        </div>
      </>
    ),
  })
  return [listPage, onePage] as unknown as readonly Page<never>[]
}
