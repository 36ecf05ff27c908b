import type { Moment } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import { formatTime } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { NotLetIn } from '#modules/exams/index.ts'
import { messages as exams } from '#modules/exams/messages/index.ts'
import { NoticeBox } from '../ui/notice-box.tsx'
import { examRoomText } from './exam-room-text.ts'

/** Why he was not let in as he was; while he may still be, what he can do, and where he complains. */
export function NotLetInBox({ number, notLetIn, lang, over = false }: { number: string; notLetIn: NotLetIn & { until: Moment }; lang: Language; over?: boolean }) {
  const words = examRoomText(lang).waiting
  return (
    <NoticeBox tone="red" title={over ? words.closedNotLetIn : fill(words.notLetInTitle, { at: formatTime(notLetIn.at) })}>
      <p><b>{exams[lang].notLetIn[notLetIn.ground]}.</b> {notLetIn.note}</p>
      <p>{over ? words.askCentre : fill(words.notLetInText, { until: formatTime(notLetIn.until) })}</p>
      <p><a href={`/${lang}/cases/${number}/complaint`}>{words.complain}</a></p>
    </NoticeBox>
  )
}
