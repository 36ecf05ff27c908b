import type { ComponentChildren } from 'preact'
import type { Language } from '#kernel/localized.ts'
import { fill } from '#platform/i18n/message.ts'
import type { ExamRoom } from '#modules/exams/index.ts'
import { Button } from '../ui/form.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { examRoomText } from './exam-room-text.ts'

/** What came of the theory, and what happens now. */
export function EndOfTheory({ room, lang, onward }: { room: ExamRoom; lang: Language; onward?: ComponentChildren }) {
  const words = examRoomText(lang)
  const result = room.result!
  const removed = result.endKind === 'removal'
  return (
    <div class="t-q t-stack" data-ended>
      <h1>{removed ? words.end.failed : result.passed ? words.end.passed : words.end.failed}</h1>
      {removed ? <NoticeBox tone="red">{words.end.removal}</NoticeBox> : (
        <>
          <p class="t-lead t-num">{fill(words.end.score, { correct: result.correct, total: result.total })}</p>
          {result.endKind === 'time' && <NoticeBox tone="sun">{words.end.time}</NoticeBox>}
          <NoticeBox tone={result.passed ? 'green' : 'sky'}>{onward ?? (result.passed || result.practiceNext ? words.end.passedNext : words.end.failedNext)}</NoticeBox>
        </>
      )}
      <p><Button kind="secondary" href={`/${lang}/cases/${room.number}`} icon="folder">{words.toCase}</Button></p>
    </div>
  )
}
