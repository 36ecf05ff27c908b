import type { Language } from '#kernel/localized.ts'
import { formatTime } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { Happening } from '#modules/exams/index.ts'
import { messages as exams } from '#modules/exams/messages/index.ts'
import { Box } from '../../ui/card.tsx'
import { Table } from '../../ui/table.tsx'
import { conductText } from './conduct-text.ts'

/** The record of the sitting as it was written: admissions, beginnings, warnings, incidents, ends. */
export function SittingRecord({ record, lang }: { record: readonly Happening[]; lang: Language }) {
  const words = conductText(lang).console
  return (
    <div class="t-record">
      <Box title={words.sittingRecord} flush={record.length > 0}>
        {record.length === 0 ? <p class="t-quiet">{words.recordEmpty}</p> : (
          <Table caption={words.sittingRecord} captionHidden
            columns={[{ title: words.recordTime, noWrap: true }, { title: words.recordWho }, { title: words.recordWhat }, { title: words.recordBy }]}
            rows={record.map((each, place) => ({
              key: String(place),
              cells: [formatTime(each.at), each.caseNumber ? <a href={`#seat-${each.caseNumber}`}>{each.name}</a> : words.everybody, <What happening={each} lang={lang} />, each.by ?? '—'],
            }))} />
        )}
      </Box>
    </div>
  )
}

function What({ happening, lang }: { happening: Happening; lang: Language }) {
  const words = conductText(lang).console
  const named: Readonly<Record<string, string>> = { ...exams[lang].timeline, ...words.entries }
  const details: Readonly<Record<string, string>> = { ...words.ends, ...exams[lang].grounds, ...(happening.entry === 'not-let-in' ? exams[lang].notLetIn : {}), ...(happening.entry === 'exam-halted' ? exams[lang].halts : {}), ...(happening.entry.startsWith('minutes') || happening.entry.startsWith('incident') ? exams[lang].incidents : {}) }
  const more = [happening.detail && (details[happening.detail] ?? happening.detail), happening.minutes ? fill(words.minutesGiven, { n: happening.minutes }) : '', happening.note].filter(Boolean)
  return <><b>{named[happening.entry] ?? happening.entry}</b>{more.length > 0 && <small class="t-line">{more.join('. ')}</small>}</>
}
