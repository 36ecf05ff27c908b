import type { Language } from '#kernel/localized.ts'
import { inLanguage } from '#kernel/localized.ts'
import { fill } from '#platform/i18n/message.ts'
import { formatDay, formatMoment } from '#platform/i18n/format.ts'
import { page } from '#platform/http/page.ts'
import { readLapse, type LapseShown } from '#modules/applications/index.ts'
import { readCaseMoney, type CaseMoney } from '#modules/billing/index.ts'
import { listViewsOfOwnCase } from '#modules/audit/index.ts'
import { messages as auditWords } from '#modules/audit/messages/index.ts'
import { appealsText } from '../appeals/appeals-text.ts'
import { proctorText } from '../proctor/proctor-text.ts'
import { MoneyLine } from '../money/case-money.tsx'
import { Button } from '../ui/button.tsx'
import { NextMove } from '../ui/next-move.tsx'
import { caseText } from '../case/case-text.ts'
import { CaseFiles, CasePapers, Continuation, CaseTimeline, PracticePhotos, PracticeWork, RelatedCases } from '../case/case-parts.tsx'
import { loadCase, type CaseView } from '../case/load-case.ts'
import { NextAction } from '../case/next-action.tsx'
import { noticeOf, NoticeTicket } from '../case/notice-ticket.tsx'
import { roadSteps } from '../case/road-view.tsx'
import { Road } from '../ui/road.tsx'
import { Tag, Tags } from '../ui/tag.tsx'
import { IconLinks, type IconLink } from '../ui/ticket.tsx'
import { Timeline } from '../ui/timeline.tsx'
import { Details } from '../ui/why.tsx'
import { planningText } from '../centre/planning/planning-text.ts'
import { OwnDay } from './exam/day-parts.tsx'
import { LapseNote } from '../vouchers/lapse-note.tsx'

const BEFORE_EXAM = ['registered', 'contract-sent', 'contract-signed', 'notified', 'briefed']
const APPEALABLE = ['document-issued', 'fail-notice-sent']

interface OwnCase {
  view: CaseView
  money: CaseMoney
  lapse: LapseShown | undefined
  notice: Awaited<ReturnType<typeof noticeOf>>
  views: Awaited<ReturnType<typeof listViewsOfOwnCase>>
}

/** The candidate's case: what happens next, the notice, the whole road, the papers. */
export const ownCasePage = page<OwnCase>({
  path: '/cases/:number', action: 'case.read', desk: 'candidate', access: 'signed-in',
  async load(ctx, request) {
    const view = await loadCase(ctx, request.params['number']!)
    return { view, money: await readCaseMoney(ctx, view.number), lapse: await readLapse(ctx, view.number), notice: await noticeOf(ctx, view), views: await listViewsOfOwnCase(ctx, view.number) }
  },
  title: ({ view }, lang) => `${inLanguage(view.profession?.name ?? {}, lang)} · ${view.number}`,
  layout: ({ lang }) => ({ back: { href: `/${lang}/account`, text: caseText(lang).myCases } }),
  view: ({ lang, data: { view, money, lapse, notice, views } }) => {
    const text = caseText(lang)
    const own = `/${lang}/cases/${view.number}`
    const appeal = view.related.find((each) => each.kind === 'appeal' && !each.closed)
    const links: IconLink[] = []
    if (BEFORE_EXAM.includes(view.roadStep)) links.push({ href: `${own}/withdraw`, text: text.links.withdraw, icon: 'rotate-ccw' })
    // A closed case has no term left, unless its panel may restore it.
    if ((APPEALABLE.includes(view.step) || (view.closed && view.resultKnown && view.mayRestoreAppeal)) && !appeal) links.push({ href: `${own}/appeal`, text: text.links.appeal, icon: 'scale' })
    if (['notified', 'briefed', 'theory-passed'].includes(view.step)) links.push({ href: `${own}/postpone`, text: planningText(lang).postpone.open, icon: 'calendar' })
    if (BEFORE_EXAM.includes(view.roadStep)) links.push({ href: `${own}/interests`, text: planningText(lang).interests.open, icon: 'users' })
    if (view.timeline.some((line) => line.kind === 'watch-consented')) links.push({ href: `${own}/watch`, text: proctorText(lang).own.link, icon: 'eye' })
    links.push({ href: `${own}/complaint`, text: text.links.complaint, icon: 'message-square' })
    if (view.documentNumber) links.push({ href: `/${lang}/verify/${view.documentNumber}`, text: text.links.verify, icon: 'qr' })
    return (
      <div class="t-gap">
        <div>
          <p class="t-case__no t-num">{fill(text.caseNo, { number: view.number })}</p>
          <h1>{inLanguage(view.profession?.name ?? {}, lang)}</h1>
          <Tags>
            {view.level !== null && <Tag><span class="t-nowrap">{fill(text.level, { level: view.level })}</span></Tag>}
            <Tag>{text.voluntary}</Tag>
            <Tag>{inLanguage(view.centre.name, lang)}</Tag>
          </Tags>
        </div>
        {appeal ? <OpenAppeal number={appeal.number} step={appeal.step} lang={lang} /> : lapse?.lapse.who !== 'candidate' && <NextAction view={view} lang={lang} reader="candidate" />}
        <LapseNote lapse={lapse} lang={lang} reader="candidate" />
        <Continuation view={view} lang={lang} />
        {view.isCandidate && <OwnDay choice={view.choice} number={view.number} lang={lang} />}
        <NoticeTicket notice={notice} lang={lang} />
        <section aria-labelledby="road">
          <h2 id="road">{text.roadTitle}</h2>
          <Road steps={roadSteps(view, lang)} />
        </section>
        <MoneyLine money={money} lang={lang} href={`${own}/payment`} />
        <CasePapers view={view} lang={lang} />
        <CaseFiles view={view} lang={lang} />
        <PracticePhotos view={view} lang={lang} />
        <PracticeWork view={view} lang={lang} />
        <RelatedCases view={view} lang={lang} path="/cases" />
        <section aria-label={text.otherTitle}><IconLinks links={links} /></section>
        <Details summary={text.timelineTitle}><CaseTimeline view={view} lang={lang} when={(at) => formatMoment(at, lang)} day={(on) => formatDay(on, lang)} /></Details>
        <Details summary={auditWords[lang].views.own}>
          {views.length === 0 ? <p>{auditWords[lang].views.ownEmpty}</p> : <Timeline items={views.map((look) => ({ when: formatMoment(look.at, lang), title: look.name }))} />}
        </Details>
      </div>
    )
  },
})

/** While an appeal is heard it is what happens next; a retake can be asked for only afterwards. */
function OpenAppeal({ number, step, lang }: { number: string; step: string; lang: Language }) {
  const words = appealsText(lang).appeal
  const next = words.next[step === 'panel-called' ? 'panel-called' : 'lodged']
  return <NextMove whose="centre" title={next.title} action={<Button href={`/${lang}/cases/${number}/appeal`} iconAfter="arrow-right">{words.open}</Button>}>{next.text}</NextMove>
}
