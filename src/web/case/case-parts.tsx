import { Fragment } from 'preact'
import { legalDay, type Day, type Moment } from '#kernel/day.ts'
import { inLanguage, type Language } from '#kernel/localized.ts'
import { formatDay, formatMoment, formatTenge } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { appealsText } from '../appeals/appeals-text.ts'
import { applyText } from '../candidate/apply/apply-text.ts'
import { practiceText } from '../exam-room/practice/practice-text.ts'
import { WorkFileList } from '../exam-room/practice/work-files.tsx'
import { FileRow } from '../ui/file-row.tsx'
import { Facts } from '../ui/facts.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { Timeline } from '../ui/timeline.tsx'
import { caseText } from './case-text.ts'
import type { CaseView } from './load-case.ts'
import { timelineText } from './timeline-text.ts'

/** The papers of the case, each as PDF. */
export function CasePapers({ view, lang }: { view: CaseView; lang: Language }) {
  const text = caseText(lang)
  if (view.papers.length === 0) return null
  // One contract is sent and then signed; whatever comes after is an addendum.
  const contracts = view.papers.filter((paper) => paper.kind === 'contract')
  const nameOf = (paper: CaseView['papers'][number]) => (paper.kind === 'contract' && contracts.length > 1 ? text.contractParts[Math.min(contracts.indexOf(paper), 2)]! : text.papers[paper.kind])
  return (
    <section aria-labelledby="papers">
      <h2 id="papers">{text.papersTitle}</h2>
      {view.papers.map((paper) => (
        <FileRow key={paper.id} state="made" name={nameOf(paper)} about={`${formatDay(legalDay(paper.createdAt), lang)} · ${text.pdf}`} href={`/${lang}/papers/${paper.id}`} />
      ))}
    </section>
  )
}

/** Where the ministry moved the case, and what is owed back after a closing. */
export function Continuation({ view, lang }: { view: Pick<CaseView, 'moves' | 'refund'>; lang: Language }) {
  const words = caseText(lang).continuation
  const { moves, refund } = view
  if (moves.length === 0 && !refund) return null
  return (
    <NoticeBox>
      {moves.map((move) => <p key={move.on}>{fill(words.moved, { on: formatDay(move.on, lang), from: inLanguage(move.from, lang), to: inLanguage(move.to, lang) })}</p>)}
      {refund && <p>{fill(words.refund, { amount: formatTenge(refund.amount, lang), on: formatDay(refund.owedFrom, lang) })} {refund.settledOn ? fill(words.refunded, { on: formatDay(refund.settledOn, lang) }) : words.notRefunded}</p>}
    </NoticeBox>
  )
}

/** What was attached to the case, by the candidate or as a scan of what was signed. */
export function CaseFiles({ view, lang }: { view: CaseView; lang: Language }) {
  const text = caseText(lang)
  if (view.files.length === 0) return null
  return (
    <section aria-labelledby="files">
      <h2 id="files">{text.filesTitle}</h2>
      {view.files.map((file) => (
        <FileRow key={file.id} state="made" name={applyText(lang).papers[file.kind]} about={`${formatDay(legalDay(file.uploadedAt), lang)} · ${file.name}`} href={`/${lang}/attachments/${file.id}`} />
      ))}
    </section>
  )
}

/** Photos and videos that the assessors took of operations; they are seen when the practice has ended. */
export function PracticePhotos({ view, lang }: { view: CaseView; lang: Language }) {
  const text = caseText(lang)
  if (view.photos.length === 0) return null
  return (
    <section aria-labelledby="photos">
      <h2 id="photos">{text.photosTitle}</h2>
      {view.photos.map((photo) => {
        const href = `/${lang}/examiner/marking/${view.number}/photos/${photo.id}`
        const name = fill(photo.kind === 'video' ? text.video : text.photo, { n: photo.stepNo })
        return (
          <Fragment key={photo.id}>
            <FileRow state="made" name={name} about={formatMoment(photo.takenAt, lang)} href={href} />
            {photo.kind === 'video' && <video class="t-film" controls preload="none" src={href} aria-label={name} />}
          </Fragment>
        )
      })}
    </section>
  )
}

/** What the candidate sent of his practice on line, with the digest by which each is known in the protocol. */
export function PracticeWork({ view, lang }: { view: CaseView; lang: Language }) {
  if (view.workFiles.length === 0) return null
  return (
    <section aria-labelledby="work">
      <h2 id="work">{practiceText(lang).caseTitle}</h2>
      <WorkFileList files={view.workFiles} number={view.number} lang={lang} digests />
    </section>
  )
}

/** Appeals and complaints that point at this case, and the case this one points at. */
export function RelatedCases({ view, lang, path }: { view: CaseView; lang: Language; path: string }) {
  const text = caseText(lang)
  if (view.related.length === 0 && !view.parentNumber) return null
  const placeOf = (kind: string) => (path === '/cases' || kind === 'recognition' ? path : kind === 'appeal' ? '/centre/appeals' : '/centre/complaints')
  return (
    <section aria-labelledby="related">
      <h2 id="related">{text.relatedTitle}</h2>
      <ul class="t-stack">
        {view.parentNumber && <li><a href={`/${lang}${path}/${view.parentNumber}`}>{text.kinds.recognition} {view.parentNumber}</a></li>}
        {view.related.map((kase) => (
          <li key={kase.number}>
            <a href={`/${lang}${placeOf(kase.kind)}/${kase.number}${path === '/cases' ? `/${kase.kind}` : ''}`}>{text.kinds[kase.kind as keyof typeof text.kinds]} {kase.number}</a>
            {' · '}{formatDay(kase.openedOn, lang)} · {appealsText(lang).steps[kase.step as 'lodged'] ?? kase.step}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Who did what and when: the journal seen from this case. */
export function CaseTimeline({ view, lang, when, day }: { view: Pick<CaseView, 'timeline'>; lang: Language; when(at: Moment): string; day(on: Day): string }) {
  const text = caseText(lang)
  return <Timeline items={[...view.timeline].reverse().map((line) => ({ when: when(line.at), title: timelineText(lang, line, day), who: line.by || text.system }))} />
}

/** The legal clocks of the case with what became of them. */
export function CaseDeadlines({ view, lang }: { view: CaseView; lang: Language }) {
  const text = caseText(lang)
  const words = text.deadline
  const facts = view.deadlines.map((deadline) => {
    const date = deadline.dueOn ? formatDay(deadline.dueOn, lang) : ''
    const state = deadline.cancelledAt ? words.cancelled : deadline.pausedOn ? fill(words.paused, { date: formatDay(deadline.pausedOn, lang) }) : !deadline.dueOn ? words.notSet : fill(deadline.metAt ? words.met : deadline.lapsedAt ? words.lapsed : words.running, { date })
    return { term: text.rules[deadline.rule as keyof typeof text.rules] ?? deadline.rule, value: state }
  })
  return facts.length > 0 ? <Facts facts={facts} compact /> : null
}
