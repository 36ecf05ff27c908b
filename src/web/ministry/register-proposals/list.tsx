import { page } from '#platform/http/page.ts'
import { listProposals, PROPOSAL_TABS, publishEdition, type ProposalsInbox } from '#modules/register/index.ts'
import { accountOf, hasRole } from '#platform/acts/actor.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { readPage } from '../../page-number.ts'
import { withReasons } from '../../sector/proposals/field-answers.ts'
import { ProposalTable } from '../../sector/proposals/list.tsx'
import { professionOf } from '../../sector/proposals/parts.tsx'
import { proposalText } from '../../sector/proposals/proposal-text.ts'
import { Box } from '../../ui/card.tsx'
import { Button, Checkboxes, ErrorSummary, Form } from '../../ui/form.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { askedOneOf } from '../../asked.ts'

const PAGE_SIZE = 20
const PATH = '/ministry/register-proposals'

interface InboxData {
  inbox: ProposalsInbox
  page: number
  /** Prepared versions that this person may approve. */
  ready: ProposalsInbox['rows']
}

/** The proposals of all sector bodies by where they stand, and the prepared ones to publish as one edition. */
export const registerProposalsPage = page<InboxData>({
  path: PATH, action: 'proposal.list', desk: 'ministry', access: ['ministry', 'national-body', 'auditor'],
  async load(ctx, request) {
    const tab = askedOneOf(request, 'tab', PROPOSAL_TABS) ?? 'agreed'
    const { list: inbox, page: number } = await readPage(request, PAGE_SIZE, (each) => listProposals(ctx, tab, { page: each, pageSize: PAGE_SIZE }), ({ counts }) => counts[tab])
    const ready = hasRole(ctx.actor, 'ministry') && tab === 'proposed' ? (await listProposals(ctx, 'proposed', { page: 1, pageSize: 100 })).rows.filter((row) => row.preparedBy !== accountOf(ctx.actor)) : []
    return { inbox, page: number, ready }
  },
  title: (_data, lang) => proposalText(lang).ministry.title,
  layout: ({ data: { inbox: { counts } } }) => {
    const waiting = counts.agreed + counts.recommended + counts.proposed
    return { counts: waiting > 0 ? { [PATH]: waiting } : {} }
  },
  post: (ctx, { lang, form }) => withReasons(lang, async () => {
    const proposals = form.list('proposals').map((each) => ({ id: each.split('/')[0]!, version: Number(each.split('/')[1]) }))
    const no = await publishEdition(ctx, { proposals })
    return { to: `/${lang}/register/editions/${no}`, flash: fill(proposalText(lang).ministry.approved, { no }) }
  }),
  view: (p) => {
    const { lang, data: { inbox, page: number, ready } } = p
    const { ministry: text, kinds } = proposalText(lang)
    const count = inbox.counts[inbox.tab]
    return (
      <>
        <div class="t-inhead"><h1>{text.title}</h1></div>
        <p class="t-quiet">{text.lead}</p>
        <ErrorSummary form={p.form} />
        <Tabs label={text.title} items={PROPOSAL_TABS.map((tab) => ({ href: `/${lang}${PATH}?tab=${tab}`, text: text.tabs[tab], count: inbox.counts[tab], current: tab === inbox.tab }))} />
        <div class="t-stack">
          <ProposalTable rows={inbox.rows} lang={lang} base={PATH} empty={text.empty} emptyText={text.emptyText} bodies steps={inbox.tab === 'ended'} />
          <Pagination page={number} pages={Math.max(1, Math.ceil(count / PAGE_SIZE))} hrefFor={(each) => `/${lang}${PATH}?tab=${inbox.tab}&page=${each}`} />
          {ready.length > 0 && (
            <Box title={text.publish}>
              <p class="t-quiet">{text.publishText}</p>
              <Form csrf={p.csrf} requestKey={p.requestKey} action={`/${lang}${PATH}?tab=proposed`}>
                <Checkboxes form={p.form} name="proposals" label={text.choose} options={ready.map((row) => ({
                  value: `${row.id}/${row.version}`, label: fill(text.line, { number: row.number ?? '', profession: professionOf(row, lang), kind: kinds[row.kind], on: formatDay(row.firstDay!, lang) }),
                }))} />
                <Button icon="stamp">{text.publishButton}</Button>
              </Form>
            </Box>
          )}
        </div>
      </>
    )
  },
})
