import type { Language } from '#kernel/localized.ts'
import { formatCountdown, formatTime } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { ExamRoom, PracticeRoom } from '#modules/exams/index.ts'
import { messages as exams } from '#modules/exams/messages/index.ts'
import { Button, Form } from '../ui/form.tsx'
import { NoticeBox } from '../ui/notice-box.tsx'
import { examRoomText } from './exam-room-text.ts'

interface BrokenProps {
  broken: NonNullable<ExamRoom['broken']> | NonNullable<PracticeRoom['broken']>
  leftMs: number
  here: string
  lang: Language
  /** His proctor lets him go on, and the button stands on this page. */
  go?: { csrf: string; requestKey: string } | undefined
}

/** The candidate's own failure at an exam on line: why, what is kept, how it goes on. The watch of the page looks whether it does; without script a link does. */
export function BrokenDown({ broken, leftMs, here, lang, go }: BrokenProps) {
  const words = examRoomText(lang).broken
  return (
    <div class="t-q t-stack" data-broken>
      <h1>{words.title}</h1>
      <NoticeBox tone="sun">{fill(words.text, { at: formatTime(broken.at), ground: exams[lang].incidents[broken.ground] })}</NoticeBox>
      <p>{fill(words.note, { note: broken.note })}</p>
      <p><b class="t-num">{fill(words.left, { time: formatCountdown(leftMs) })}</b></p>
      <p>{words.kept}</p>
      {go ? <p>{words.letOn}</p> : <p>{words.next}</p>}
      <p class="t-quiet">{fill(words.until, { at: formatTime(broken.sittingEndsAt) })}</p>
      {go ? <Form csrf={go.csrf} requestKey={go.requestKey} values={{ do: 'begin', device: '' }}><Button icon="circle-play">{words.go}</Button></Form> : <p><Button kind="secondary" href={here} icon="refresh-cw">{words.refresh}</Button></p>}
    </div>
  )
}
