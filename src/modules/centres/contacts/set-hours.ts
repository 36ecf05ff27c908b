import type { Day } from '#kernel/day.ts'
import { assertNone, Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import { policy } from '../policy.ts'
import { exceptionBlockers, weekBlockers, type HoursException, type Week } from './domain/hours.ts'
import { insertException, insertHours, lockContacts, selectExceptions, withdrawExceptionRow } from './store/contacts-store.ts'

/** The head writes the week of the centre, in force from today or a day to come; the weeks before stay as they were. */
export async function setHours(ctx: Ctx, input: { centreId: Uuid; from: Day; week: Week }): Promise<void> {
  await tx(ctx, 'hours.set', async (t) => {
    assertMay(t, policy, 'hours.set', input)
    await lockContacts(t.sql, input.centreId)
    assertNone('hours.wrong', weekBlockers(input, t.today))
    await keepWeek(t, input)
    await record(t, `centre:${input.centreId}`, 'hours-set', { inForceFrom: input.from, weekdays: input.week.map((day) => day.weekday) })
  })
}

/** Hours that come with the register, from whatever day; the caller writes the journal. */
export async function enterHours(t: Tx, input: { centreId: Uuid; from: Day; week: Week }): Promise<void> {
  assertMay(t, policy, 'centre.enter', undefined as never)
  assertNone('hours.wrong', weekBlockers(input, input.from))
  await keepWeek(t, input)
}

async function keepWeek(t: Tx, input: { centreId: Uuid; from: Day; week: Week }): Promise<void> {
  const week = [...input.week].sort((a, b) => a.weekday - b.weekday)
  await insertHours(t.sql, input.centreId, { id: t.newId(), inForceFrom: input.from, week, enteredBy: accountOf(t.actor) ?? null, enteredAt: t.now })
}

/** One day that is not as the week says, with the reason in both languages. */
export async function addHoursException(ctx: Ctx, input: HoursException & { centreId: Uuid }): Promise<void> {
  await tx(ctx, 'hours.set', async (t) => {
    assertMay(t, policy, 'hours.set', input)
    await lockContacts(t.sql, input.centreId)
    const exception = { onDay: input.onDay, opens: input.opens, closes: input.closes, noteKk: input.noteKk.trim(), noteRu: input.noteRu.trim() }
    const standing = (await selectExceptions(t.sql, input.centreId, t.today)).filter((each) => each.withdrawnAt === null).map((each) => each.onDay)
    assertNone('hours.exception-wrong', exceptionBlockers(exception, t.today, standing))
    await insertException(t.sql, input.centreId, { id: t.newId(), ...exception, enteredBy: accountOf(t.actor) ?? null, enteredAt: t.now, withdrawnAt: null })
    await record(t, `centre:${input.centreId}`, 'hours-exception-added', { onDay: exception.onDay, opens: exception.opens, closes: exception.closes })
  })
}

/** Takes back an exception whose day has not passed; its row stays. */
export async function withdrawHoursException(ctx: Ctx, input: { centreId: Uuid; id: string }): Promise<void> {
  await tx(ctx, 'hours.set', async (t) => {
    assertMay(t, policy, 'hours.set', input)
    const id = parseUuid(input.id)
    const by = accountOf(t.actor)
    if (!id || !by || (await withdrawExceptionRow(t.sql, input.centreId, { id, by, at: t.now, today: t.today })) === 0) throw new Denial('not-found')
    await record(t, `centre:${input.centreId}`, 'hours-exception-withdrawn', { exceptionId: id })
  })
}
