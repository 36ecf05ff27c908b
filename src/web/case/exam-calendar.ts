import { inLanguage, type Language } from '#kernel/localized.ts'
import { Denial } from '#kernel/denial.ts'
import { download } from '#platform/http/page.ts'
import { fill } from '#platform/i18n/message.ts'
import { readNotice, type OwnNotice } from '#modules/exams/index.ts'
import { caseText } from './case-text.ts'
import { loadCase } from './load-case.ts'

const stamp = (moment: string): string => moment.replace(/[-:]/g, '').replace(/\.\d{3}/, '')
const escaped = (text: string): string => text.replace(/([\\;,])/g, '\\$1').replace(/\n/g, '\\n')
/** Lines of an iCalendar file are folded at 75 octets. */
function folded(line: string): string {
  const bytes = [...line]
  const parts: string[] = []
  let part = ''
  for (const sign of bytes) {
    if (Buffer.byteLength(part + sign) > 73) {
      parts.push(part)
      part = ''
    }
    part += sign
  }
  return [...parts, part].join('\r\n ')
}

/** The address of the centre, or in words where a sitting on line is held. */
function placeOf(sitting: OwnNotice['sittings'][number], notice: OwnNotice, lang: Language): string {
  const place = sitting.mode === 'online' ? { kk: sitting.roomKk, ru: sitting.roomRu } : notice.address
  return lang === 'ru' ? place.ru : place.kk
}

/** The sittings of the notification for one's own calendar (RFC 5545). */
export const examCalendarDownload = download({
  path: '/cases/:number/exam.ics', action: 'case.read', access: 'signed-in',
  async handle(ctx, request) {
    const view = await loadCase(ctx, request.params['number']!)
    if (!view.isCandidate) throw new Denial('not-found')
    const notice = await readNotice(ctx, view.number)
    const words = caseText(request.lang).ticket
    const summary = fill(words.event, { profession: inLanguage(view.profession?.name ?? {}, request.lang) })
    const events = notice.sittings.flatMap((sitting) => [
      'BEGIN:VEVENT', `UID:${sitting.id}@tanu`, `DTSTAMP:${stamp(notice.notification.sentAt)}`, `DTSTART:${stamp(sitting.startsAt)}`, `DTEND:${stamp(sitting.endsAt)}`,
      `SUMMARY:${escaped(`${summary} — ${words.stages[sitting.stage]}`)}`, `LOCATION:${escaped(`${notice.centre}, ${placeOf(sitting, notice, request.lang)}`)}`, 'END:VEVENT',
    ])
    const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Tanu//exam//KK', ...events, 'END:VCALENDAR'].map(folded).join('\r\n')
    return { body: Buffer.from(`${text}\r\n`), mediaType: 'text/calendar; charset=utf-8', filename: `${view.number}.ics` }
  },
})
