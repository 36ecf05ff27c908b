import type { Day } from '#kernel/day.ts'
import { assertNone, deny, Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { violatedConstraint } from '#platform/db/database.ts'
import { record } from '#platform/journal/journal.ts'
import * as centres from '#modules/centres/index.ts'
import { policy } from '../policy.ts'
import { insertBookings, releaseAbsence, TAKEN_TWICE } from '../store/booking-store.ts'
import { absenceBlockers, absenceTime } from './domain/staff-calendar.ts'
import { insertAbsence, lockAbsence, selectAbsencesOf, selectSittingDaysOf, withdrawAbsenceRow } from './store/staff-calendar-store.ts'

/** Somebody of the centre will not be there on these days; the reason is not asked. He is on no sitting of them, or another is named first. */
export async function enterAbsence(ctx: Ctx, input: { centreId: Uuid; accountId: string; fromDay: Day; untilDay: Day }): Promise<Uuid> {
  return tx(ctx, 'absence.enter', async (t) => {
    assertMay(t, policy, 'absence.enter', input)
    const person = (await centres.listStaff(t.sql, input.centreId, t.today)).find((each) => each.accountId === input.accountId)
    assertNone('absence.not-possible', absenceBlockers(input, {
      today: t.today, isStaff: person !== undefined, standing: parseUuid(input.accountId) ? await selectAbsencesOf(t.sql, [input.accountId], input.fromDay, input.untilDay) : [],
      sittingDays: parseUuid(input.accountId) ? await selectSittingDaysOf(t.sql, input.accountId, input.fromDay < t.today ? t.today : input.fromDay, input.untilDay) : [],
    }))
    const id = t.newId()
    await insertAbsence(t.sql, { id, centreId: input.centreId, accountId: person!.accountId, fromDay: input.fromDay, untilDay: input.untilDay, enteredBy: accountOf(t.actor)!, enteredAt: t.now })
    try {
      await insertBookings(t.sql, [{ kind: 'person', resourceId: person!.accountId, ...absenceTime(input), absenceId: id }], () => t.newId())
    } catch (error) {
      if (violatedConstraint(error) === TAKEN_TWICE) deny('absence.taken-meanwhile')
      throw error
    }
    await record(t, `centre:${input.centreId}`, 'absence-entered', { absenceId: id, accountId: person!.accountId, fromDay: input.fromDay, untilDay: input.untilDay })
    return id
  })
}

/** He will be there after all: the days are his again. */
export async function withdrawAbsence(ctx: Ctx, input: { id: string }): Promise<void> {
  await tx(ctx, 'absence.enter', async (t) => {
    const absence = parseUuid(input.id) && (await lockAbsence(t.sql, input.id))
    if (!absence) throw new Denial('not-found')
    assertMay(t, policy, 'absence.enter', absence)
    if (absence.untilDay < t.today) deny('absence.past', { field: 'until' })
    await withdrawAbsenceRow(t.sql, absence.id, accountOf(t.actor)!, t.now)
    await releaseAbsence(t.sql, absence.id, t.now)
    await record(t, `centre:${absence.centreId}`, 'absence-withdrawn', { absenceId: absence.id, accountId: absence.accountId })
  })
}
