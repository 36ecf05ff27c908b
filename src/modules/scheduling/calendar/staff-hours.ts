import type { Day } from '#kernel/day.ts'
import { assertNone, deny } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import * as centres from '#modules/centres/index.ts'
import { policy } from '../policy.ts'
import { staffWeekBlockers, type StaffDay } from './domain/staff-calendar.ts'
import { insertStaffHours, type StaffHoursRow } from './store/staff-calendar-store.ts'

/** The week of one person in force on a day; empty where there is no limit. Rows stand the newest first. */
export function weekOf(rows: readonly StaffHoursRow[], accountId: string, on: Day): readonly StaffDay[] {
  return rows.find((row) => row.accountId === accountId && row.inForceFrom <= on)?.week ?? []
}

/** In which hours somebody may be named to sittings, from today or a day to come; an empty week takes the limit away. What stands in the schedule stays. */
export async function setStaffHours(ctx: Ctx, input: { centreId: Uuid; accountId: string; from: Day; week: readonly StaffDay[] }): Promise<void> {
  await tx(ctx, 'staff-hours.set', async (t) => {
    assertMay(t, policy, 'staff-hours.set', input)
    const person = (await centres.listStaff(t.sql, input.centreId, t.today)).find((each) => each.accountId === input.accountId)
    if (!person) deny('absence.no-staff', { field: 'person' })
    assertNone('staff-hours.wrong', staffWeekBlockers(input, t.today))
    const week = [...input.week].sort((a, b) => a.weekday - b.weekday)
    await insertStaffHours(t.sql, { id: t.newId(), centreId: input.centreId, accountId: person.accountId, inForceFrom: input.from, week, enteredBy: accountOf(t.actor)!, enteredAt: t.now })
    await record(t, `centre:${input.centreId}`, 'staff-hours-set', { accountId: person.accountId, inForceFrom: input.from, weekdays: week.map((day) => day.weekday) })
  })
}
