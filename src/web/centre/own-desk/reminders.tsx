import type { Language } from '#kernel/localized.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { formatDay, formatNumber } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { readCompetenceReminders } from '#modules/centres/index.ts'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { ownDeskText } from './own-desk-text.ts'

export type DeskReminders = Awaited<ReturnType<typeof readCompetenceReminders>>
export async function remindersOf(ctx: Ctx, centreId: Uuid): Promise<DeskReminders> {
  return readCompetenceReminders(ctx, centreId)
}

/** What the desk is reminded of beside its cases: competences that end soon, and entries that wait for the reader. */
export function Reminders({ reminders, lang }: { reminders: DeskReminders; lang: Language }) {
  const words = ownDeskText(lang).competences
  if (reminders.waiting === 0 && reminders.ending.length === 0) return null
  return (
    <NoticeBox tone="sun" title={words.reminderTitle}>
      <ul>
        {reminders.waiting > 0 && <li><a href={`/${lang}/centre/competences`}>{fill(words.reminderWaiting, { n: formatNumber(reminders.waiting, lang) })}</a></li>}
        {reminders.ending.map((row) => <li key={row.id}><a href={`/${lang}/centre/competences/${row.id}`}>{fill(words.endingLine, { name: row.person, profession: row.professionCode, day: formatDay(row.validUntil!, lang) })}</a></li>)}
      </ul>
    </NoticeBox>
  )
}
