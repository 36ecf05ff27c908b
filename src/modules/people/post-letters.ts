import { moment, type Moment } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import type { Ctx } from '#platform/acts/ctx.ts'

export interface WaitingLetter {
  id: string
  email: string | null
  lang: Language
  subject: string
  body: string
  tries: number
}

const now = (): Moment => moment(new Date().toISOString())

/** Claims the next letter of the outbox for a minute; a sender that dies gives it back. Letters leave in real time. */
export async function claimLetter(ctx: Ctx): Promise<WaitingLetter | undefined> {
  return ctx.db.maybe<WaitingLetter>(
    `update letter set next_try_at = $1::timestamptz + interval '1 minute', tries = tries + 1
     where id = (select id from letter where sent_at is null and next_try_at is not null and next_try_at <= $1 order by next_try_at limit 1 for update skip locked)
     returning id, email, lang, subject, body, tries`, [now()])
}
export async function markLetterSent(ctx: Ctx, id: string): Promise<void> {
  await ctx.db.run('update letter set sent_at = $2, next_try_at = null, fault = null where id = $1', [id, now()])
}
/** Tried again later and later, for about two days. */
export async function delayLetter(ctx: Ctx, letter: Pick<WaitingLetter, 'id' | 'tries'>, fault: string): Promise<void> {
  await ctx.db.run('update letter set next_try_at = case when $2 > 14 then null else $3::timestamptz + make_interval(secs => $4) end, fault = $5 where id = $1',
    [letter.id, letter.tries, now(), Math.min(6 * 3600, 30 * 2 ** letter.tries), fault.slice(0, 300)])
}
export async function refuseLetter(ctx: Ctx, id: string, fault: string): Promise<void> {
  await ctx.db.run('update letter set next_try_at = null, fault = $2 where id = $1', [id, fault.slice(0, 300)])
}
