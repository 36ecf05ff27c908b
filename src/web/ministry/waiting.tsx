import { legalDay } from '#kernel/day.ts'
import { inLanguage } from '#kernel/localized.ts'
import { hasRole } from '#platform/acts/actor.ts'
import { formatDay, formatMoment, formatNumber, personName } from '#platform/i18n/format.ts'
import { page } from '#platform/http/page.ts'
import { decideWaitingCase, listWaitingCases } from '#modules/appeals/index.ts'
import { pageNumber } from '../page-number.ts'
import { appealsText } from '../appeals/appeals-text.ts'
import { qualificationOf } from '../appeals/parts.tsx'
import { CaseTimeline } from '../case/case-parts.tsx'
import { caseText } from '../case/case-text.ts'
import { loadCase, type CaseView } from '../case/load-case.ts'
import { Box } from '../ui/card.tsx'
import { Empty } from '../ui/empty.tsx'
import { Facts } from '../ui/facts.tsx'
import { Button, ErrorSummary, Form, Radios, TextArea } from '../ui/form.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { Table } from '../ui/table.tsx'
import { Tag, Tags } from '../ui/tag.tsx'

const PAGE_SIZE = 20
const ROLES = ['ministry', 'national-body'] as const

/** The cases that wait for the ministry, the oldest first. */
export const waitingCasesPage = page<{ list: Awaited<ReturnType<typeof listWaitingCases>>; page: number }>({
  path: '/ministry', action: 'waiting.list', desk: 'ministry', access: ROLES,
  async load(ctx, request) {
    const number = pageNumber(request)
    return { list: await listWaitingCases(ctx, number, PAGE_SIZE), page: number }
  },
  title: (_data, lang) => appealsText(lang).waiting.title,
  layout: ({ data }) => ({ counts: data.list.total > 0 ? { '/ministry': data.list.total } : {} }),
  view: ({ lang, data }) => {
    const text = appealsText(lang)
    const words = text.waiting
    return (
      <>
        <div class="t-inhead"><h1>{words.title}</h1></div>
        <p class="t-quiet">{words.lead}</p>
        <Table inbox caption={words.title} captionHidden columns={[text.number, text.candidate, text.profession, text.centre, words.since].map((title) => ({ title }))} empty={<Empty title={words.empty} icon="landmark">{words.emptyText}</Empty>}
          rows={data.list.rows.map((row) => ({
            key: row.number,
            cells: [
              <a class="t-num t-nowrap" href={`/${lang}/ministry/waiting/${row.number}`}>{row.number}</a>, <b>{personName(row, lang, 'full')}</b>, qualificationOf(row, lang),
              inLanguage({ kk: row.centreKk, ru: row.centreRu, en: row.centreEn }, lang), formatDay(legalDay(row.movedAt), lang, 'numeric'),
            ],
          }))} />
        <Pagination page={data.page} pages={Math.max(1, Math.ceil(data.list.total / PAGE_SIZE))} hrefFor={(each) => `/${lang}/ministry?page=${each}`}
          rows={data.list.rows.length > 0 ? { from: (data.page - 1) * PAGE_SIZE + 1, to: (data.page - 1) * PAGE_SIZE + data.list.rows.length, total: formatNumber(data.list.total, lang) } : undefined} />
      </>
    )
  },
})

/** One waiting case: the ministry lets the centre finish it, or closes it, with a ground. */
export const waitingCasePage = page<{ view: CaseView; decides: boolean }>({
  path: '/ministry/waiting/:number', action: 'waiting.decide', desk: 'ministry', access: ROLES,
  load: async (ctx, { params }) => ({ view: await loadCase(ctx, params['number']!), decides: hasRole(ctx.actor, 'ministry') }),
  title: ({ view }) => view.number,
  layout: ({ lang }) => ({ back: { href: `/${lang}/ministry`, text: appealsText(lang).waiting.title } }),
  async post(ctx, { lang, params, form }) {
    const words = appealsText(lang).waiting
    const decision = form.text('decision')
    await decideWaitingCase(ctx, { number: params['number']!, version: Number(form.text('version')), decision, ground: form.text('ground') })
    return { to: `/${lang}/ministry`, flash: decision === 'resume' ? words.resumed : words.closed }
  },
  view: (p) => {
    const { lang, data: { view, decides } } = p
    const text = appealsText(lang)
    const words = text.waiting
    return (
      <>
        <div class="t-inhead"><div>
          <p class="t-case__no t-num">{view.number}</p>
          <h1>{personName(view.candidate, lang, 'full')}</h1>
          <Tags><Tag>{inLanguage(view.profession?.name ?? {}, lang)}{view.level === null ? '' : `, ${view.level}`}</Tag><Tag tone="sky">{caseText(lang).steps[view.step]}</Tag></Tags>
        </div></div>
        <ErrorSummary form={p.form} />
        <div class="t-cols">
          <div class="t-stack">
            {view.step !== 'waiting' ? <NoticeBox>{words.decidedAlready}</NoticeBox> : !decides ? <NoticeBox>{words.onlyMinistry}</NoticeBox> : (
              <Box title={words.decideTitle}>
                <Form csrf={p.csrf} requestKey={p.requestKey} version={view.version}>
                  <Radios form={p.form} name="decision" label={words.decision} options={[{ value: 'resume', label: words.resume, hint: words.resumeHint }, { value: 'close', label: words.close, hint: words.closeHint }]} />
                  <TextArea form={p.form} name="ground" label={words.ground} hint={words.groundHint} rows={4} />
                  <Button icon="stamp">{words.decide}</Button>
                </Form>
              </Box>
            )}
            <Box title={text.timelineTitle}><CaseTimeline view={view} lang={lang} when={(at) => formatMoment(at, lang)} day={(on) => formatDay(on, lang)} /></Box>
          </div>
          <div class="t-stack">
            <Box title={words.factsTitle}><Facts compact facts={[
              { term: text.centre, value: inLanguage(view.centre.name, lang) }, { term: words.opened, value: formatDay(view.openedOn, lang) },
              { term: text.folder, value: <a href={`/${lang}/centre/cases/${view.number}`}>{text.openCase}</a> },
            ]} /></Box>
          </div>
        </div>
      </>
    )
  },
})
