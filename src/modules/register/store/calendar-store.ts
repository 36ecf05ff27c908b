import type { Day } from '#kernel/day.ts'
import type { Sql } from '#platform/db/database.ts'

/** One day on which the calendar departs from the plain week, with the name of the feast. */
export interface CalendarDay {
  date: Day
  day: 'off' | 'work'
  kind: string
  nameKk: string
  nameRu: string
  nameEn: string
  status: string
}

export async function selectDays(sql: Sql, version: string, from: Day, to: Day): Promise<CalendarDay[]> {
  return sql.many('select date, day, kind, name_kk, name_ru, name_en, status from calendar_day where version = $1 and date between $2 and $3 order by date', [version, from, to])
}
