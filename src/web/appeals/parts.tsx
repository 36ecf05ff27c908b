import type { Language } from '#kernel/localized.ts'
import { inLanguage } from '#kernel/localized.ts'
import { legalDay } from '#kernel/day.ts'
import type { Lateness } from '#kernel/deadline-rule.ts'
import type { Day } from '#kernel/day.ts'
import { dueText, formatDay, formatMoment } from '#platform/i18n/format.ts'
import type { PaperRow } from '#platform/pdf/paper-outbox.ts'
import type { AppealView } from '#modules/appeals/index.ts'
import { CaseTimeline } from '../case/case-parts.tsx'
import { caseText } from '../case/case-text.ts'
import { Box } from '../ui/card.tsx'
import { Due } from '../ui/due.tsx'
import { FileRow } from '../ui/file-row.tsx'
import { appealsText } from './appeals-text.ts'

/** "in 2 working days · 5 March", or that no term is set, or nothing once the case is closed. */
export function DueLine({ due, lateness, closed, lang }: { due: Day | null; lateness: Lateness | undefined; closed: boolean; lang: Language }) {
  if (closed) return <span class="t-quiet">—</span>
  if (!due || !lateness) return <span class="t-quiet">{appealsText(lang).noTerm}</span>
  return <Due words={dueText(lang, lateness)} date={formatDay(due, lang, 'short')} tone={lateness.state === 'overdue' ? 'late' : lateness.state === 'today' ? 'today' : 'plain'} />
}

/** The papers of an appeal or a complaint, each as PDF. */
export function Papers({ papers, lang }: { papers: readonly PaperRow[]; lang: Language }) {
  const text = caseText(lang)
  return <>{papers.map((paper) => <FileRow key={paper.id} state="made" name={text.papers[paper.kind]} about={`${formatDay(legalDay(paper.createdAt), lang)} · ${text.pdf}`} href={`/${lang}/papers/${paper.id}`} />)}</>
}

/** Who did what and when in an appeal or a complaint. */
export function History({ view, lang }: { view: Pick<AppealView, 'timeline'>; lang: Language }) {
  return <Box title={appealsText(lang).timelineTitle}><CaseTimeline view={view} lang={lang} when={(at) => formatMoment(at, lang)} day={(on) => formatDay(on, lang)} /></Box>
}

/** A text that a person wrote, line by line as he wrote it. */
export function Written({ text }: { text: string }) {
  return <>{text.split(/\n+/).filter((line) => line.trim() !== '').map((line, place) => <p key={place}>{line}</p>)}</>
}

/** Profession and level of a row or a case. */
export function qualificationOf(row: { professionKk: string | null; professionRu: string | null; professionEn: string | null; level: number | null }, lang: Language): string {
  const name = inLanguage({ kk: row.professionKk ?? undefined, ru: row.professionRu ?? undefined, en: row.professionEn ?? undefined }, lang)
  return row.level === null ? name : `${name}, ${row.level}`
}
