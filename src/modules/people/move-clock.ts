import { addDays, legalDay, momentAt, msBetween, plusMs, type Moment } from '#kernel/day.ts'
import { addWorkingDays } from '#kernel/calendar.ts'
import { Denial } from '#kernel/denial.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { lockInstance, updateClockOffset } from '#platform/acts/instance.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import { policy } from './policy.ts'
import * as store from './store/letter-store.ts'

const HOUR = 3_600_000
/** How far one move of the demonstration clock goes. */
export type ClockMove = { by: 'hours' | 'days' | 'working-days'; count: number }

/** Moves the demonstration clock forward; never back, never beyond the years of the working calendar. */
export async function moveClock(ctx: Ctx, move: ClockMove): Promise<Moment> {
  const at = await tx(ctx, 'demo.move-clock', async (t) => {
    assertMay(t, policy, 'demo.move-clock', { demo: t.demo })
    const { clockOffsetMs } = await lockInstance(t.sql)
    const to = targetOf(t, move)
    const offset = clockOffsetMs + msBetween(t.now, to)
    await updateClockOffset(t.sql, offset)
    await record(t, 'instance:clock', 'clock-moved', { to, offsetMs: offset })
    return to
  })
  await ctx.clock.refresh(ctx.db)
  return at
}

function targetOf(t: Tx, { by, count }: ClockMove): Moment {
  if (!Number.isInteger(count) || count < 1 || count > (by === 'hours' ? 240 : 400)) throw new Denial('clock.step-wrong')
  const to = by === 'hours' ? plusMs(t.now, count * HOUR)
    : momentAt(by === 'days' ? addDays(t.today, count) : addWorkingDays(t.calendar, t.today, count), '09:00')
  if (!t.calendar.years.includes(Number(legalDay(to).slice(0, 4)))) throw new Denial('clock.beyond-calendar')
  return to
}

/** Every letter of a demonstration, the newest first: there is no post office in it. */
export async function listMailbox(ctx: Ctx, page: number, pageSize = 20): Promise<{ letters: store.MailboxLetter[]; total: number }> {
  return read(ctx, 'demo.read-mailbox', async (t) => {
    assertMay(t, policy, 'demo.read-mailbox', { demo: t.demo })
    return { letters: await store.selectMailbox(t.sql, pageSize, (page - 1) * pageSize), total: await store.countMailbox(t.sql) }
  })
}
export type { MailboxLetter } from './store/letter-store.ts'
