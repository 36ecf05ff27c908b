import type { Language } from '#kernel/localized.ts'
import { dueText, formatDay, termDays } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { Step } from '#modules/casework/index.ts'
import { practiceText } from '../exam-room/practice/practice-text.ts'
import { Button } from '../ui/form.tsx'
import { Due } from '../ui/due.tsx'
import { NextMove, type Mover } from '../ui/next-move.tsx'
import { caseText } from './case-text.ts'
import type { CaseView } from './load-case.ts'

type Reader = 'candidate' | 'centre'

/** Where the one thing to do next is done. */
function pathOf(view: CaseView, reader: Reader): string | undefined {
  const own = `/cases/${view.number}`
  const desk = `/centre/cases/${view.number}`
  const apply = view.profession ? `/apply/${view.profession.code}` : '/professions'
  const sitting = view.sittingId ? `/centre/sittings/${view.sittingId}` : '/centre/sittings'
  const document = view.documentNumber ? `/verify/${view.documentNumber}` : undefined
  const paths: Readonly<Record<Reader, Partial<Record<Step, string | undefined>>>> = {
    candidate: {
      'contract-sent': `${own}/contract`, notified: `${own}/briefing`, briefed: `${own}/notice`, 'theory-running': `/exam/${view.number}`, 'theory-passed': `${own}/notice`,
      ...(view.practiceOnLine ? { 'practice-running': `/exam/${view.number}/practice` } : {}),
      'document-issued': document, 'fail-notice-sent': `${own}/retake`, refused: apply, withdrawn: apply,
    },
    centre: {
      registered: `${desk}/check`, 'contract-sent': `${desk}/contract`, 'contract-signed': `${desk}/notify`, notified: `${desk}/briefing`, briefed: sitting, 'theory-running': sitting,
      'theory-passed': sitting, 'practice-running': sitting, held: `${desk}/panel`, 'decided-pass': `${desk}/document`, 'decided-fail': `${desk}/fail-notice`, 'document-issued': document,
    },
  }
  return view.briefAnew ? `${reader === 'candidate' ? own : desk}/briefing` : paths[reader][view.step]
}

/** The card at the top of a case: what happens next, who must act, by which date. Who may not act sees no button. */
export function NextAction({ view, lang, reader, mayAct = true }: { view: CaseView; lang: Language; reader: Reader; mayAct?: boolean }) {
  const text = caseText(lang)
  const words = (view.briefAnew ? text.briefingAnew[reader] : view.step === 'waiting' && view.roadStep === 'fail-notice-sent' ? text.waitingRetake[reader] : text.next[reader][view.step]) as { title: string; text: string; action?: string }
  const path = pathOf(view, reader)
  const mine = reader === 'candidate' ? view.whoseMove === 'candidate' : ['centre', 'assessor', 'panel'].includes(view.whoseMove)
  const whose: Mover = mine ? (reader === 'candidate' ? 'you' : 'us') : view.whoseMove === 'candidate' ? 'candidate' : ['centre', 'assessor', 'panel'].includes(view.whoseMove) ? 'centre' : 'other'
  const moveWords = whose === 'other' ? (view.whoseMove === 'ministry' ? text.ministryMove : text.nobodyMove) : undefined
  // The road has no act of the candidate at a practice; one on line is done by himself.
  const action = words.action ?? (reader === 'candidate' && view.practiceOnLine && view.step === 'practice-running' ? practiceText(lang).title : undefined)
  return (
    <NextMove whose={whose} moveWords={moveWords} title={words.title} due={view.nextDueOn && view.lateness ? <DueOfCase view={view} lang={lang} /> : undefined}
      action={action && path && mayAct ? <Button href={`/${lang}${path}`} iconAfter="arrow-right">{action}</Button> : undefined}>
      <p>{fill(words.text, { notice: termDays(view.terms.notice, lang, 'whole') })}</p>
    </NextMove>
  )
}

/** "in 2 working days · 5 March", in the tone of its urgency. */
export function DueOfCase({ view, lang }: { view: Pick<CaseView, 'nextDueOn' | 'lateness'>; lang: Language }) {
  if (!view.nextDueOn || !view.lateness) return null
  const tone = view.lateness.state === 'overdue' ? 'late' : view.lateness.state === 'today' ? 'today' : 'plain'
  return <Due words={dueText(lang, view.lateness)} date={formatDay(view.nextDueOn, lang)} tone={tone} />
}
