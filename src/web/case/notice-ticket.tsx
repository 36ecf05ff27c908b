import type { Language } from '#kernel/localized.ts'
import { inLanguage } from '#kernel/localized.ts'
import { formatDay, formatMoment, formatTime } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { readNotice, type OwnNotice } from '#modules/exams/index.ts'
import { NotLetInBox } from '../exam-room/not-let-in-box.tsx'
import { Ticket } from '../ui/ticket.tsx'
import { caseText } from './case-text.ts'
import type { CaseView } from './load-case.ts'

const WHILE = ['notified', 'briefed', 'theory-running', 'theory-passed']

/** The notification in force, while its exam is still ahead. */
export async function noticeOf(ctx: Ctx, view: CaseView): Promise<OwnNotice | undefined> {
  return WHILE.includes(view.step) ? readNotice(ctx, view.number) : undefined
}

/** The notice of the exam as a ticket: when, where, what to bring, what to leave at home. */
export function NoticeTicket({ notice, lang }: { notice: OwnNotice | undefined; lang: Language }) {
  const first = notice?.sittings[0]
  if (!notice || !first) return null
  const words = caseText(lang).ticket
  const address = lang === 'ru' ? notice.address.ru : notice.address.kk
  const rooms = notice.sittings.map((sitting) => `${words.stages[sitting.stage]}: ${formatTime(sitting.startsAt)}, ${lang === 'ru' ? sitting.roomRu : sitting.roomKk}`)
  const own = `/${lang}/cases/${notice.number}`
  return (
    <>
      {notice.notLetIn && <NotLetInBox number={notice.number} notLetIn={notice.notLetIn} lang={lang} />}
      <Ticket title={words.title} when={`${formatDay(first.onDay, lang, 'full')}, ${formatTime(first.startsAt)}`}
        rows={[
          { icon: 'map-pin', text: <><b>{notice.centre}</b>{notice.sittings.some((sitting) => sitting.mode === 'offline') && <><br />{address}</>}</> },
          { icon: 'clock', text: <>{rooms.map((room) => <span key={room} class="t-line">{room}</span>)}</> },
          { icon: 'user', text: <>{words.identity} {inLanguage(notice.needs, lang)}</> },
          { icon: 'ban', text: <>{words.forbidden} <a href={`${own}/notice`}>{words.fullList}</a></> },
          { icon: 'send', text: fill(words.sent, { at: formatMoment(notice.notification.sentAt, lang) }) },
        ]}
        links={[{ href: `${own}/exam.ics`, text: words.calendar, icon: 'calendar-plus' }, { href: `/${lang}/papers/${notice.notification.paperId}`, text: words.print, icon: 'printer' }]} />
    </>
  )
}
