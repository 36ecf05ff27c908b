import type { Day, Moment } from '#kernel/day.ts'
import type { Sql } from '#platform/db/database.ts'
import type { CalendarDay } from '../domain/holiday-table.ts'

export async function selectDays(sql: Sql, version: string, from: Day, to: Day): Promise<CalendarDay[]> {
  return sql.many('select date, day, kind, name_kk, name_ru, name_en, status from calendar_day where version = $1 and date between $2 and $3 order by date', [version, from, to])
}

export async function insertCalendar(sql: Sql, head: { version: string; source: string; years: readonly number[]; loadedAt: Moment }, days: readonly CalendarDay[], onRow: (done: number) => void = () => {}): Promise<void> {
  await sql.run('insert into calendar_version (version, source, years, loaded_at) values ($1, $2, $3, $4)', [head.version, head.source, head.years, head.loadedAt])
  for (const [place, each] of days.entries()) {
    await sql.run('insert into calendar_day (version, date, day, kind, name_kk, name_ru, name_en, status) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      [head.version, each.date, each.day, each.kind, each.nameKk, each.nameRu, each.nameEn, each.status])
    onRow(place + 1)
  }
}
export async function selectLoadedAt(sql: Sql, version: string): Promise<Moment> {
  return (await sql.one<{ loadedAt: Moment }>('select loaded_at from calendar_version where version = $1', [version])).loadedAt
}
export async function hasCalendar(sql: Sql, version: string): Promise<boolean> {
  return (await sql.maybe('select 1 as one from calendar_version where version = $1', [version])) !== undefined
}
