import { addDays, type Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Language, Localized } from '#kernel/localized.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import type { Sql } from '#platform/db/database.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import * as people from '#modules/people/index.ts'
import { messages } from '../messages/index.ts'
import { policy } from '../policy.ts'
import { weekOn, weekRuns, type HoursException, type OpenDay, type Week } from './domain/hours.ts'
import { selectExceptions, selectHours, type ExceptionRow, type HoursRow } from './store/contacts-store.ts'

/** How far ahead days that are not as the week says are told to everybody. */
const SPOKEN_OF_DAYS = 30

/** One opening in words: `09:00–18:00, break 13:00–14:00`. */
export function openDayInWords(day: OpenDay, lang: Language): string {
  const words = messages[lang].desk.hours
  return `${day.opens}–${day.closes}${day.breakFrom === null ? '' : fill(words.withBreak, { from: day.breakFrom, until: day.breakUntil! })}`
}
/** A week in words, as on a door. */
export function weekInWords(week: Week, lang: Language): string {
  const words = messages[lang].desk.hours
  const day = (n: number) => words.short[n - 1]!
  return weekRuns(week).map((run) => `${run.from === run.until ? day(run.from) : `${day(run.from)}–${day(run.until)}`} ${openDayInWords(run.hours, lang)}`).join('; ')
}
export function exceptionInWords(exception: HoursException, lang: Language): string {
  const note = lang === 'kk' ? exception.noteKk : exception.noteRu
  return `${exceptionWithoutNote(exception, lang)} (${note})`
}
/** The day and its hours alone: the note is a person's own words, in Kazakh and in Russian. */
function exceptionWithoutNote(exception: HoursException, lang: Language): string {
  return `${formatDay(exception.onDay, lang)} – ${exception.opens === null ? messages[lang].desk.hours.closed : `${exception.opens}–${exception.closes!}`}`
}

/** When the centre is open, in words for everybody: the week in force and the nearest days that differ; undefined while only the words of the register are known. */
export async function findHoursInWords(sql: Sql, centreId: string, on: Day): Promise<Localized | undefined> {
  const edition = weekOn(await selectHours(sql, centreId), on)
  if (!edition) return undefined
  const near = (await selectExceptions(sql, centreId, on)).filter((each) => each.withdrawnAt === null && each.onDay <= addDays(on, SPOKEN_OF_DAYS))
  const inWords = (lang: Language, exceptionIn: typeof exceptionInWords) => [weekInWords(edition.week, lang), ...near.map((each) => exceptionIn(each, lang))].join('; ')
  return { kk: inWords('kk', exceptionInWords), ru: inWords('ru', exceptionInWords), en: inWords('en', exceptionWithoutNote) }
}

export interface HoursView {
  today: Day
  editions: (HoursRow & { state: 'in-force' | 'coming' | 'past' | 'replaced'; by: string | undefined })[]
  exceptions: ExceptionRow[]
}
/** Every week that was ever written, the newest first, and the exceptions from today on. */
export async function readHours(ctx: Ctx, centreId: Uuid): Promise<HoursView> {
  return read(ctx, 'contacts.read', async (t) => {
    assertMay(t, policy, 'contacts.read', { centreId })
    const rows = await selectHours(t.sql, centreId)
    const names = await people.namesOf(t, rows.map((row) => row.enteredBy))
    const current = weekOn(rows, t.today)
    return {
      today: t.today, exceptions: await selectExceptions(t.sql, centreId, t.today),
      editions: rows.map((row, place) => ({
        ...row, by: row.enteredBy ? names.get(row.enteredBy) : undefined,
        state: row === current ? 'in-force' : rows[place - 1]?.inForceFrom === row.inForceFrom ? 'replaced' : row.inForceFrom > t.today ? 'coming' : 'past',
      })),
    }
  })
}
