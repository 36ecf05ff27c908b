import type { Language } from '#kernel/localized.ts'
import { formatCountdown, formatTime } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { ExamRoom } from '#modules/exams/index.ts'
import { Button } from '../ui/form.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { examRoomText } from './exam-room-text.ts'

/** Everybody was stopped: no time runs and no answer is taken. The island looks whether it goes on; without script a link does. */
export function Halted({ room, lang, csrf }: { room: ExamRoom; lang: Language; csrf: string }) {
  const words = examRoomText(lang).halted
  const here = `/${lang}/exam/${room.number}`
  return (
    <div class="t-q" id="halted" data-run={room.runId ?? ''} data-csrf={csrf} data-answers={`${here}/answers`}>
      <h1>{words.title}</h1>
      <NoticeBox tone="red">{fill(words.text, { at: formatTime(room.haltedAt!) })}</NoticeBox>
      <p><b class="t-num">{fill(words.left, { time: formatCountdown(room.leftMs) })}</b></p>
      <p>{words.kept}</p>
      <p><Button kind="secondary" href={here} icon="refresh-cw">{words.refresh}</Button></p>
    </div>
  )
}
