import { buildCalendar, type WorkingCalendar } from '#kernel/calendar.ts'
import type { Day } from '#kernel/day.ts'
import { parseNormEdition } from '#kernel/norm-edition.ts'
import type { NormEdition } from '#kernel/norms.ts'
import type { Sql } from '#platform/db/database.ts'
import type { LawBook } from './ctx.ts'

const KEPT_MS = 5_000

/** Calendars and norm editions as the database holds them; kept in the process, and looked up anew every few seconds. */
export function lawBook(): LawBook {
  const calendars = new Map<string, WorkingCalendar>()
  const editions = new Map<string, NormEdition>()
  let newest: { version: string; editions: { edition: string; validFrom: Day }[]; at: number } | undefined

  async function look(sql: Sql) {
    if (newest && Date.now() - newest.at < KEPT_MS) return newest
    const version = await sql.maybe<{ version: string }>('select version from calendar_version order by loaded_at desc, version desc limit 1')
    if (!version) throw new Error('no working calendar is loaded')
    const list = await sql.many<{ edition: string; validFrom: Day }>('select edition, valid_from from norm_edition order by valid_from, edition')
    newest = { version: version.version, editions: list, at: Date.now() }
    return newest
  }

  const book: LawBook = {
    async calendar(sql, wanted) {
      const version = wanted ?? (await look(sql)).version
      const kept = calendars.get(version)
      if (kept) return kept
      const head = await sql.one<{ source: string; years: number[] }>('select source, years from calendar_version where version = $1', [version])
      const rows = await sql.many<{ date: Day; day: 'off' | 'work'; kind: string; status: string }>(
        'select date, day, kind, status from calendar_day where version = $1 order by date', [version])
      const calendar = buildCalendar(rows, { version, source: head.source, years: head.years })
      calendars.set(version, calendar)
      return calendar
    },
    async norms(sql, edition) {
      const kept = editions.get(edition)
      if (kept) return kept
      const row = await sql.one<{ norms: unknown }>('select norms from norm_edition where edition = $1', [edition])
      const parsed = parseNormEdition(row.norms)
      editions.set(edition, parsed)
      return parsed
    },
    async normsInForce(sql, on) {
      const known = await look(sql)
      const current = known.editions.filter((each) => each.validFrom <= on).at(-1)
      if (!current) throw new Error(`no norm edition is in force on ${on}`)
      return book.norms(sql, current.edition)
    },
    forget() {
      newest = undefined
    },
  }
  return book
}
