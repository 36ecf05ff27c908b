import { moment, type Moment } from '#kernel/day.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import * as store from './store/letter-store.ts'
import type { WaitingLetter } from './store/letter-store.ts'

const now = (): Moment => moment(new Date().toISOString())

/** Claims the next letter of the outbox for a minute; a sender that dies gives it back. Letters leave in real time. */
export async function claimLetter(ctx: Ctx): Promise<WaitingLetter | undefined> {
  return store.claimWaiting(ctx.db, now())
}
export async function markLetterSent(ctx: Ctx, id: string): Promise<void> {
  await store.markSent(ctx.db, id, now())
}
/** Tried again later and later, for about two days. */
export async function delayLetter(ctx: Ctx, letter: Pick<WaitingLetter, 'id' | 'tries'>, fault: string): Promise<void> {
  await store.markDelayed(ctx.db, letter, now(), { seconds: Math.min(6 * 3600, 30 * 2 ** letter.tries), fault: fault.slice(0, 300) })
}
export async function refuseLetter(ctx: Ctx, id: string, fault: string): Promise<void> {
  await store.markRefused(ctx.db, id, fault.slice(0, 300))
}
