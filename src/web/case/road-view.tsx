import type { Day } from '#kernel/day.ts'
import { legalDay } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import { formatDay, termDays } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { RoadAct, Step } from '#modules/casework/index.ts'
import type { RoadState, RoadStep } from '../ui/road.tsx'
import { caseText } from './case-text.ts'
import type { CaseView } from './load-case.ts'

/** The stations of the road as people know them; each is passed by an act. */
const STATIONS = ['registered', 'contract', 'notified', 'briefed', 'exam', 'decision', 'result', 'appealRight'] as const
type Station = (typeof STATIONS)[number]

/** Where a case stands, counted in stations: everything before is done, this one is now. */
const STATION_NOW: Readonly<Record<Step, Station>> = {
  registered: 'contract', waiting: 'contract', 'contract-sent': 'contract', 'contract-signed': 'notified', notified: 'briefed', briefed: 'exam', 'theory-running': 'exam',
  'theory-passed': 'exam', 'practice-running': 'exam', held: 'decision', 'decided-pass': 'result', 'decided-fail': 'result', 'document-issued': 'appealRight',
  'fail-notice-sent': 'appealRight', refused: 'contract', withdrawn: 'contract', closed: 'appealRight',
}

const PASSED_BY: Readonly<Record<Station, readonly RoadAct[]>> = {
  registered: [], contract: ['contract.accept', 'retake.request', 'stage.again', 'theory.credit'], notified: ['notification.send'], briefed: ['briefing.complete'],
  exam: ['practice.end', 'theory.fail', 'attempt.end'], decision: ['decision.pass', 'decision.fail'], result: ['document.issue', 'fail-notice.send'], appealRight: ['case.close'],
}

/** The whole road as a vertical line: done with date and name, the present one with its term, the coming ones in grey. */
export function roadSteps(view: CaseView, lang: Language): RoadStep[] {
  const text = caseText(lang)
  const words = text.road
  const day = (on: Day): string => formatDay(on, lang)
  const lastRestart = view.road.findLastIndex((entry) => entry.again)
  const recent = lastRestart >= 0 ? view.road.slice(lastRestart) : view.road
  const passed = (station: Station) => (station === 'contract' ? view.road : recent).findLast((entry) => PASSED_BY[station].includes(entry.act))
  const now = STATIONS.indexOf(STATION_NOW[view.roadStep])
  const ended = view.step === 'refused' || view.step === 'withdrawn'
  const steps = STATIONS.filter((station) => !(ended && STATIONS.indexOf(station) > now)).map((station): RoadStep => {
    const place = STATIONS.indexOf(station)
    const state: RoadState = view.step === 'closed' ? (place <= now ? 'done' : 'skipped') : place < now ? 'done' : place === now && !ended ? 'now' : ended && place === now ? 'done' : 'next'
    const entry = passed(station)
    const detail = state === 'done' && entry ? fill(words.by, { date: day(legalDay(entry.at)), name: entry.by || text.system }) : termOf(station)
    return { state, title: titleOf(station, state), detail: station === 'registered' ? day(view.openedOn) : detail }
  })
  // A retake at another centre begins with its contract.
  if (view.attempt > 1) steps.splice(now < 2 ? 1 : 2, 0, { state: 'done', title: fill(words.retake, { n: view.attempt }), detail: undefined })
  return steps

  function titleOf(station: Station, state: RoadState): string {
    switch (station) {
      case 'registered': return words.registered
      case 'contract': return view.step === 'refused' ? words.refused : view.step === 'withdrawn' ? words.withdrawn : state === 'done' ? words.contract : words.contractNow
      case 'notified': return state === 'done' ? words.notified : words.notifiedNow
      case 'briefed': return words.briefed
      case 'exam': return words.exam
      case 'decision': return words.decision
      case 'result': {
        const result = passed('result')
        return state !== 'done' || !result ? words.result : result.act === 'document.issue' ? words.document : words.failNotice
      }
      case 'appealRight': return view.step === 'closed' ? words.closed : words.appealRight
    }
  }
  function termOf(station: Station): string | undefined {
    const isNow = STATIONS.indexOf(station) === now && !ended
    const until = isNow && view.nextDueOn ? `${fill(words.until, { date: day(view.nextDueOn) })} ` : ''
    const term = (text: string, n: number) => `${until}${fill(text, { days: termDays(n, lang) })}`
    switch (station) {
      case 'registered': return undefined
      case 'contract': return view.terms.check === undefined ? until.trim() || undefined : term(words.contractTerm, view.terms.check)
      case 'notified': return term(view.terms.notifyAfterPayment ? words.notifyTermPaid : words.notifyTerm, view.terms.notify)
      case 'briefed': return words.briefTerm
      // Of a notice in force only: before a retake is notified the day of the former attempt is past.
      case 'exam': return view.examOn && now > STATIONS.indexOf('notified') ? day(view.examOn) : fill(words.examTerm, { days: termDays(view.terms.notice, lang, 'whole') })
      case 'decision': return term(words.decideTerm, view.terms.decide)
      case 'result': return term(words.resultTerm, view.terms.result)
      case 'appealRight': return term(words.appealTerm, view.terms.appeal)
    }
  }
}
