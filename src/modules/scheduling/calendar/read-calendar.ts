import { addDays, type Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { accountOf } from '#platform/acts/actor.ts'
import { assertMay, may } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import * as centres from '#modules/centres/index.ts'
import type * as people from '#modules/people/index.ts'
import { policy } from '../policy.ts'
import { selectKitsOfSittings } from '../store/booking-store.ts'
import { selectSittings, type Sitting } from '../store/sitting-store.ts'
import type { StaffDay } from './domain/staff-calendar.ts'
import { weekOf } from './staff-hours.ts'
import { selectAbsences, selectStaffHours, type AbsenceRow } from './store/staff-calendar-store.ts'

export interface CalendarWeek {
  today: Day
  days: Day[]
  rooms: centres.Room[]
  sittings: Sitting[]
  /** People who invigilate or assess, with the hours that hold on the first day of the week. */
  staff: (people.Holder & { week: readonly StaffDay[] })[]
  /** Those of the week and all to come, in order of days. */
  absences: AbsenceRow[]
  equipment: centres.EquipmentShown[]
  kits: { sittingId: Uuid; equipmentId: Uuid; quantity: number }[]
  /** Whose absences the reader may enter: everybody's, or his own. */
  mayEnter: { all: boolean; self: Uuid | undefined }
}

/** A week of a centre: which rooms, people and pieces of equipment are taken when. */
export async function readCalendar(ctx: Ctx, { centreId, monday }: { centreId: Uuid; monday: Day }): Promise<CalendarWeek> {
  return read(ctx, 'sitting.read', async (t) => {
    assertMay(t, policy, 'sitting.read', { centreId })
    const days = Array.from({ length: 7 }, (_, n) => addDays(monday, n))
    const [from, until] = [days[0]!, days[6]!]
    const hours = await selectStaffHours(t.sql, centreId)
    const staff = (await centres.listStaff(t.sql, centreId, t.today)).filter((each) => each.roles.some((role) => role === 'assessor' || role === 'invigilator'))
    const self = accountOf(t.actor)
    return {
      today: t.today, days, rooms: await centres.listRooms(t.sql, centreId), sittings: await selectSittings(t.sql, { centreId, from, to: until }),
      staff: staff.map((each) => ({ ...each, week: weekOf(hours, each.accountId, from) })), absences: await selectAbsences(t.sql, centreId, from < t.today ? from : t.today),
      equipment: (await centres.listEquipmentOn(t.sql, centreId, from < t.today ? t.today : from)).filter((piece) => piece.state !== 'gone'),
      kits: await selectKitsOfSittings(t.sql, centreId, from, until),
      mayEnter: { all: may(t.actor, policy, 'absence.enter', { centreId, accountId: '' }), self: self && may(t.actor, policy, 'absence.enter', { centreId, accountId: self }) ? self : undefined },
    }
  })
}
