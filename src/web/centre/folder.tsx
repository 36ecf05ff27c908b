import { inLanguage } from '#kernel/localized.ts'
import type { Language } from '#kernel/localized.ts'
import { formatDay, formatMoment, personName } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { page } from '#platform/http/page.ts'
import { hasRole } from '#platform/acts/actor.ts'
import { isClosedUnasked, readLapse, type LapseShown } from '#modules/applications/index.ts'
import { readCaseMoney, type CaseMoney } from '#modules/billing/index.ts'
import { recordView } from '#modules/audit/index.ts'
import { CENTRE_ROLES, nextStep } from '#modules/casework/index.ts'
import { appealsText } from '../appeals/appeals-text.ts'
import { CaseDeadlines, CaseFiles, CasePapers, Continuation, CaseTimeline, PracticePhotos, PracticeWork, RelatedCases } from '../case/case-parts.tsx'
import { caseText } from '../case/case-text.ts'
import { loadCase, type CaseView } from '../case/load-case.ts'
import { NextAction } from '../case/next-action.tsx'
import { roadSteps } from '../case/road-view.tsx'
import { MoneyLine } from '../money/case-money.tsx'
import { Box } from '../ui/card.tsx'
import { Facts } from '../ui/facts.tsx'
import { Road } from '../ui/road.tsx'
import { Tag, Tags } from '../ui/tag.tsx'
import { IconLinks, type IconLink } from '../ui/ticket.tsx'
import { officeOf, type OfficeView } from './office.ts'
import { stageOneText } from './stage-one/stage-one-text.ts'
import { planningText } from './planning/planning-text.ts'
import { CandidatesDay } from '../candidate/exam/day-parts.tsx'
import { LapseNote } from '../vouchers/lapse-note.tsx'

interface FolderData {
  view: CaseView
  money: CaseMoney
  lapse: LapseShown | undefined
  office: OfficeView
  /** Works at the centre of the case: as a clerk, as its head, or only in the exam. */
  hand: { clerk: boolean; head: boolean; exam: boolean; inbox: boolean }
}

const EXAM_STEPS: readonly string[] = ['notified', 'briefed', 'theory-running', 'theory-passed', 'practice-running']

/** The folder of a case at the centre: the next act, the person, the papers, the road, who did what. */
export const folderPage = page<FolderData>({
  path: '/centre/cases/:number', action: 'case.read', desk: 'centre', access: [...CENTRE_ROLES, 'ministry', 'national-body', 'auditor'],
  async load(ctx, request) {
    const view = await loadCase(ctx, request.params['number']!)
    const works = (...roles: readonly ('centre-operator' | 'centre-head' | 'invigilator' | 'assessor')[]) => hasRole(ctx.actor, roles, view.centreId)
    const hand = { clerk: works('centre-operator', 'centre-head'), head: works('centre-head'), exam: works('invigilator', 'assessor') && EXAM_STEPS.includes(view.step), inbox: works('centre-operator', 'centre-head', 'invigilator') }
    await recordView(ctx, view.number)
    return { view, money: await readCaseMoney(ctx, view.number), lapse: await readLapse(ctx, view.number), hand, office: await officeOf(ctx, view.centreId) }
  },
  title: ({ view }) => view.number,
  layout: ({ data, lang }) => ({ office: data.office.line(lang), ...(data.hand.inbox ? { back: { href: `/${lang}/centre`, text: caseText(lang).inbox.title } } : {}) }),
  view: ({ lang, data: { view, money, lapse, hand } }) => {
    const text = caseText(lang)
    const others = hand.clerk ? otherActs(view, lang, hand.head) : []
    return (
      <>
        <div class="t-inhead">
          <div>
            <p class="t-case__no t-num">{fill(text.caseNo, { number: view.number })}</p>
            <h1>{personName(view.candidate, lang, 'full')}</h1>
            <Tags>
              <Tag>{inLanguage(view.profession?.name ?? {}, lang)}</Tag>
              {view.level !== null && <Tag><span class="t-nowrap">{fill(text.level, { level: view.level })}</span></Tag>}
              <Tag tone={view.lateness?.state === 'overdue' ? 'red' : 'sky'}>{text.steps[view.step]}</Tag>
            </Tags>
          </div>
        </div>
        <div class="t-cols">
          <div class="t-stack">
            {lapse?.lapse.who !== 'candidate' && <NextAction view={view} lang={lang} reader="centre" mayAct={hand.clerk || hand.exam} />}
            <LapseNote lapse={lapse} lang={lang} reader="centre" />
            <CandidatesDay choice={view.choice} href={hand.clerk ? `/${lang}/centre/cases/${view.number}/notify` : ''} lang={lang} />
            <Continuation view={view} lang={lang} />
            <Box title={text.factsTitle}><Facts compact facts={factsOf(view, lang)} /></Box>
            {hand.clerk && <MoneyLine money={money} lang={lang} href={`/${lang}/centre/cases/${view.number}/payment`} />}
            <CasePapers view={view} lang={lang} />
            <CaseFiles view={view} lang={lang} />
            <PracticePhotos view={view} lang={lang} />
            <PracticeWork view={view} lang={lang} />
            <RelatedCases view={view} lang={lang} path="/centre/cases" />
            <Box title={text.timelineTitle}><CaseTimeline view={view} lang={lang} when={(at) => formatMoment(at, lang)} day={(on) => formatDay(on, lang)} /></Box>
          </div>
          <div class="t-stack">
            <Box title={text.roadTitle}><Road steps={roadSteps(view, lang)} mini /></Box>
            <Box title={text.deadlinesTitle}><CaseDeadlines view={view} lang={lang} /></Box>
            {others.length > 0 && <Box title={text.otherTitle}><IconLinks links={others} /></Box>}
          </div>
        </div>
      </>
    )
  },
})

function factsOf(view: CaseView, lang: Language) {
  const words = caseText(lang).facts
  return [
    { term: words.born, value: formatDay(view.candidate.birthOn, lang) },
    { term: words.iin, value: <span class="t-num">•••• •••• {view.candidate.iinLastFour}</span> },
    { term: words.phone, value: view.candidate.phone ?? '—' },
    { term: words.opened, value: formatDay(view.openedOn, lang) },
    { term: words.identity, value: view.candidate.verified ? words.seen : words.notSeen },
    ...(view.assignedName ? [{ term: caseText(lang).inbox.assigned, value: view.assignedName }] : []),
  ]
}

/** Acts besides the next one, by where the case stands. */
function otherActs(view: CaseView, lang: Language, head: boolean): IconLink[] {
  const text = caseText(lang)
  const desk = `/${lang}/centre/cases/${view.number}`
  const links: IconLink[] = []
  const at = (...steps: string[]) => steps.includes(view.step)
  if (!view.candidate.verified && !view.closed) links.push({ href: `${desk}/identity`, text: text.links.identity, icon: 'user' })
  // Rarely needed, and then nothing else helps: the candidate has lost his mailbox and his codes.
  if (view.candidate.verified && view.accountId !== null) links.push({ href: `${desk}/access`, text: stageOneText(lang).access.title, icon: 'key' })
  if (at('registered')) links.push({ href: `${desk}/refuse`, text: text.links.refuse, icon: 'x' })
  if (at('registered', 'contract-sent', 'contract-signed')) links.push({ href: `${desk}/accommodation`, text: text.links.accommodation, icon: 'accessibility' })
  // Payments are facts, also while a case waits.
  if (!['registered', 'refused', 'withdrawn'].includes(view.roadStep)) links.push({ href: `${desk}/payment`, text: text.links.payment, icon: 'receipt' })
  if (at('registered', 'contract-sent', 'contract-signed', 'notified', 'briefed', 'theory-passed', 'held')) links.push({ href: `${desk}/interests`, text: planningText(lang).interests.open, icon: 'users' })
  if (at('notified', 'briefed', 'theory-passed')) links.push({ href: `${desk}/postpone`, text: planningText(lang).postpone.open, icon: 'calendar' })
  if (at('held') && view.timeline.some((line) => line.kind === 'no-show-recorded' || line.kind === 'not-let-in-recorded')) links.push({ href: `${desk}/excuse`, text: planningText(lang).excuse.open, icon: 'calendar' })
  if (at('notified', 'briefed', 'theory-passed')) links.push({ href: `${desk}/notify`, text: text.links.newNotice, icon: 'calendar' })
  if (at('document-issued', 'fail-notice-sent') || (at('refused') && view.accountId === null)) links.push({ href: `${desk}/deliver`, text: text.links.delivery, icon: 'file-check' })
  // What came in its term may be entered when the case is closed already.
  if (view.resultKnown && view.accountId === null) links.push({ href: `${desk}/appeal`, text: appealsText(lang).paper.title, icon: 'scale' })
  // Who has no account acts on paper, through a clerk; what came in its months counts when they are over and the case is closed.
  if (view.accountId === null && (at('fail-notice-sent') || (view.closed && isClosedUnasked(view.timeline)))) links.push({ href: `${desk}/retake`, text: stageOneText(lang).onPaper.retake.title, icon: 'rotate-ccw' })
  if (view.accountId === null) links.push({ href: `${desk}/complaint`, text: appealsText(lang).paperComplaint.title, icon: 'message-square' })
  if (view.accountId === null && nextStep(view.roadStep, 'application.withdraw')) links.push({ href: `${desk}/withdraw`, text: stageOneText(lang).onPaper.withdraw.title, icon: 'x' })
  if (head && at('document-issued', 'closed') && view.documentNumber) links.push({ href: `${desk}/annul`, text: text.links.annul, icon: 'ban' })
  return links
}
