import type { Language } from '#kernel/localized.ts'
import { page } from '#platform/http/page.ts'
import { formatDay, formatNumber, formatTenge } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { listActs, presentAgain, readAct, signAct, type ActStanding, type ActView } from '#modules/billing/index.ts'
import { ActBody, ActTag, monthText } from '../../money/act-view.tsx'
import { moneyText } from '../../money/money-text.ts'
import { Pages, paged, type Paged } from '../../paged.tsx'
import { Box } from '../../ui/card.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Button, ButtonRow, Checkboxes, ErrorSummary, Form, TextArea } from '../../ui/form.tsx'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { Table } from '../../ui/table.tsx'
import { IconLinks } from '../../ui/ticket.tsx'
import { officeOf, type OfficeView } from '../office.ts'
import { centreIdOf, CLERKS, namesOfProfessions, type Names } from '../settings/desk-facts.ts'

/** The head is told on his desk that acts wait for him. */
export function ActsWaiting({ waiting, lang }: { readonly waiting: number; readonly lang: Language }) {
  return waiting === 0 ? null : <NoticeBox><a href={`/${lang}/centre/acts`}>{fill(moneyText(lang).works.waiting, { n: formatNumber(waiting, lang) })}</a></NoticeBox>
}

/** Acts of works performed of the centre, the newest month first. */
export const actsPage = page<{ acts: Paged<ActStanding>; office: OfficeView }>({
  path: '/centre/acts', action: 'works.list', desk: 'centre', access: CLERKS,
  async load(ctx, request) {
    const centreId = centreIdOf(ctx, CLERKS)
    return { acts: paged(await listActs(ctx, centreId), request), office: await officeOf(ctx, centreId) }
  },
  title: (_data, lang) => moneyText(lang).works.title,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}/centre/money`, text: moneyText(lang).day.title } }),
  view: ({ lang, data: { acts } }) => {
    const words = moneyText(lang).works
    return (
      <>
        <div class="t-inhead"><h1>{words.title}</h1></div>
        <p class="t-quiet">{words.lead}</p>
        <Table inbox caption={words.title} captionHidden columns={[{ title: words.number }, { title: words.month }, { title: words.total, numeric: true }, { title: words.dueOn, noWrap: true }, { title: words.state }]} empty={<Empty title={words.none} icon="ticket">{words.noneText}</Empty>}
          rows={acts.rows.map((act) => ({
            key: act.id,
            cells: [<a class="t-num t-nowrap" href={`/${lang}/centre/acts/${act.number}`}>{act.number}</a>, monthText(act.month), <span class="t-nowrap">{formatTenge(act.total, lang)}</span>, act.dueOn ? formatDay(act.dueOn, lang, 'numeric') : '—', <ActTag act={act} lang={lang} />],
          }))} />
        <Pages of={acts} lang={lang} path="/centre/acts" />
      </>
    )
  },
})

/** One act for its centre: the head signs it, and presents again what the payer contested. */
export const actPage = page<{ view: ActView; names: Names; office: OfficeView }>({
  path: '/centre/acts/:number', action: 'works.list', desk: 'centre', access: CLERKS,
  async load(ctx, request) {
    const view = await readAct(ctx, request.params['number'] ?? '')
    return { view, names: await namesOfProfessions(ctx, view.services.map((each) => each.professionCode)), office: await officeOf(ctx, centreIdOf(ctx, CLERKS)) }
  },
  title: ({ view }, lang) => fill(moneyText(lang).works.actTitle, { number: view.act.number }),
  layout: ({ data, lang }) => ({ office: data.office.line(lang), back: { href: `/${lang}/centre/acts`, text: moneyText(lang).works.title } }),
  async post(ctx, { lang, params, form }) {
    const number = params['number'] ?? ''
    if (form.text('what') === 'present') {
      await presentAgain(ctx, { number, services: form.list('services'), answer: form.text('answer') })
      return { to: `/${lang}/centre/acts/${number}`, flash: moneyText(lang).works.presented }
    }
    await signAct(ctx, { number })
    return { to: `/${lang}/centre/acts/${number}`, flash: moneyText(lang).works.signed }
  },
  view: ({ lang, data: { view, names }, form, csrf, requestKey }) => {
    const words = moneyText(lang).works
    return (
      <div class="t-stack">
        <div class="t-inhead"><h1>{fill(words.actTitle, { number: view.act.number })}</h1>{view.act.paperId && <IconLinks links={[{ href: `/${lang}/acts/${view.act.number}/pdf`, text: words.pdf, icon: 'file' }]} />}</div>
        <ErrorSummary form={form} />
        {view.maySign && <Form csrf={csrf} requestKey={requestKey}><ButtonRow><Button icon="signature">{words.sign}</Button></ButtonRow></Form>}
        <ActBody view={view} names={names} lang={lang} caseHref={(number) => `/${lang}/centre/cases/${number}`} />
        {view.mayPresent && (
          <Box title={words.presentTitle}>
            <Form csrf={csrf} requestKey={requestKey} values={{ what: 'present' }}>
              <p class="t-quiet">{words.presentLead}</p>
              <Checkboxes form={form} name="services" label={words.present} options={view.services.filter((each) => each.contestedWhy !== null && each.answer === null).map((each) => ({ value: each.attemptId, label: `${each.voucherNumber} · ${each.caseNumber} · ${formatDay(each.heldOn, lang, 'numeric')}` }))} />
              <TextArea form={form} name="answer" label={words.answer} hint={words.answerHint} rows={3} maxLength={1000} />
              <Button icon="send">{words.presentAgain}</Button>
            </Form>
          </Box>
        )}
      </div>
    )
  },
})
