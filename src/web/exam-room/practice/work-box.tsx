import type { Language } from '#kernel/localized.ts'
import { formatMoment } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { MarkingView } from '#modules/exams/index.ts'
import { Box } from '../../ui/card.tsx'
import { practiceText } from './practice-text.ts'
import { TaskFiles, WorkFileList } from './work-files.tsx'

/** The work of the candidate beside the sheet on which it is marked: how it stands, what he sent, what the task gave him. */
export function WorkBox({ view, lang }: { view: MarkingView; lang: Language }) {
  const words = practiceText(lang)
  const { work } = view
  if (!work) return null
  return (
    <Box title={words.sheet.title}>
      <div class="t-stack">
        <p>{work.endKind && work.endedAt ? fill(words.sheet.ended[work.endKind], { at: formatMoment(work.endedAt, lang) }) : fill(words.sheet.working, { at: formatMoment(work.endsAt, lang) })}</p>
        <WorkFileList files={work.files} number={view.number} lang={lang} digests />
        {work.taskFiles.length > 0 && <section aria-label={words.work.taskFiles}><p><b>{words.work.taskFiles}</b></p><TaskFiles files={work.taskFiles} number={view.number} lang={lang} /></section>}
      </div>
    </Box>
  )
}
