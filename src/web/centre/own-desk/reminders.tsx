import { inLanguage, type Language, type Localized } from '#kernel/localized.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { formatDay, formatNumber } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { readCompetenceReminders, type CompetenceShown } from '#modules/centres/index.ts'
import { NoticeBox } from '../../ui/notice-box.tsx'
import { ownDeskText } from './own-desk-text.ts'

export type DeskReminders = Awaited<ReturnType<typeof readCompetenceReminders>>
export async function remindersOf(ctx: Ctx, centreId: Uuid): Promise<DeskReminders> {
  return readCompetenceReminders(ctx, centreId)
}

/** One line for each person and last day, with the professions together. */
export function EndingLines({ rows, names, lang }: { rows: readonly CompetenceShown[]; names: ReadonlyMap<string, Partial<Localized>>; lang: Language }) {
  const words = ownDeskText(lang).competences
  const groups = new Map<string, CompetenceShown[]>()
  for (const row of rows) groups.set(`${row.accountId}/${row.validUntil}`, [...(groups.get(`${row.accountId}/${row.validUntil}`) ?? []), row])
  return (
    <>
      {[...groups].map(([key, [first, ...more]]) => (
        <li key={key}>
          <a href={`/${lang}/centre/competences/${first!.id}`}>{fill(words.endingLine, { name: first!.person, profession: [first!, ...more].map((row) => inLanguage(names.get(row.professionCode) ?? {}, lang) || row.professionCode).join(', '), day: formatDay(first!.validUntil!, lang) })}</a>
        </li>
      ))}
    </>
  )
}

/** What the desk is reminded of beside its cases: competences that end soon, and entries that wait for the reader. */
export function Reminders({ reminders, lang }: { reminders: DeskReminders; lang: Language }) {
  const words = ownDeskText(lang).competences
  if (reminders.waiting === 0 && reminders.ending.length === 0) return null
  return (
    <NoticeBox tone="sun" title={words.reminderTitle}>
      <ul>
        {reminders.waiting > 0 && <li><a href={`/${lang}/centre/competences`}>{fill(words.reminderWaiting, { n: formatNumber(reminders.waiting, lang) })}</a></li>}
        <EndingLines rows={reminders.ending} names={reminders.names} lang={lang} />
      </ul>
    </NoticeBox>
  )
}
