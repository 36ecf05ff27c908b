import { legalDay } from '#kernel/day.ts'
import { inLanguage, type Language } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { formatDay, formatNumber } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { listOwnProposals, type ProposalListed, type ProposalsDesk } from '#modules/register/index.ts'
import { readPage } from '../../page-number.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { Table } from '../../ui/table.tsx'
import { professionOf, StepTag, UpdateDue } from './parts.tsx'
import { proposalText } from './proposal-text.ts'

const PAGE_SIZE = 20

/** The proposals of one's own sector body, and the round that is open. */
export const proposalsPage = page<ProposalsDesk & { page: number }>({
  path: '/sector/proposals', action: 'proposal.list-own', desk: 'sector', access: ['sector-officer'],
  async load(ctx, request) {
    const { list, page: number } = await readPage(request, PAGE_SIZE, (each) => listOwnProposals(ctx, { page: each, pageSize: PAGE_SIZE }), ({ total }) => total)
    return { ...list, page: number }
  },
  title: (_data, lang) => proposalText(lang).list.title,
  view: ({ lang, data }) => {
    const text = proposalText(lang).list
    return (
      <>
        <div class="t-inhead"><h1>{text.title}</h1><Button href={`/${lang}/sector/proposals/new`} icon="plus">{text.open}</Button></div>
        <div class="t-stack">
          <p class="t-quiet">{fill(text.lead, { body: inLanguage(data.body.name, lang) })}</p>
          {data.round
            ? <NoticeBox title={fill(text.round, { on: formatDay(data.round.closesOn, lang) })}>{fill(text.roundText, { from: formatDay(data.round.opensOn, lang) })}</NoticeBox>
            : <NoticeBox tone="sun">{text.roundUnknown}</NoticeBox>}
          <ProposalTable rows={data.rows} lang={lang} base="/sector/proposals" empty={text.empty} emptyText={text.emptyText} />
          <Pagination page={data.page} pages={Math.max(1, Math.ceil(data.total / PAGE_SIZE))} hrefFor={(each) => `/${lang}/sector/proposals?page=${each}`}
            rows={data.rows.length > 0 ? { from: (data.page - 1) * PAGE_SIZE + 1, to: (data.page - 1) * PAGE_SIZE + data.rows.length, total: formatNumber(data.total, lang) } : undefined} />
        </div>
      </>
    )
  },
})

interface TableProps {
  readonly rows: readonly ProposalListed[]
  readonly lang: Language
  readonly base: string
  readonly empty: string
  readonly emptyText: string
  /** The rows are of several bodies and all at one step, which the list they stand in says already. */
  readonly bodies?: boolean
  readonly steps?: boolean
}

/** Proposals as rows, each leading to its page. */
export function ProposalTable({ rows, lang, base, empty, emptyText, bodies = false, steps = true }: TableProps) {
  const { list: text, kinds } = proposalText(lang)
  const titles = [text.number, text.profession, text.kind, ...(bodies ? [text.body] : []), ...(steps ? [text.step] : []), text.due, ...(bodies ? [] : [text.moved])]
  return (
    <Table inbox caption={text.caption} captionHidden columns={titles.map((title) => ({ title }))} empty={<Empty title={empty} icon="book-open">{emptyText}</Empty>}
      rows={rows.map((row) => ({
        key: row.id, ...(row.late && row.closedAt === null ? { tone: 'late' as const } : {}),
        cells: [
          <a class="t-num t-nowrap" href={`/${lang}${base}/${row.id}`}>{row.number ?? text.draft}<span class="t-vh">: {professionOf(row, lang)}</span></a>, <b>{professionOf(row, lang)}</b>, kinds[row.kind],
          ...(bodies ? [inLanguage(row.bodyName, lang)] : []), ...(steps ? [<StepTag step={row.step} lang={lang} />] : []), <UpdateDue row={row} lang={lang} />,
          ...(bodies ? [] : [formatDay(legalDay(row.movedAt), lang, 'numeric')]),
        ],
      }))} />
  )
}
