import type { Moment } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import { policy } from './policy.ts'

export interface Letter {
  kind: string
  /** Finished text in the language of the person it goes to. */
  write(lang: Language): { subject: string; body: string }
  caseId?: string
}

/** Puts a letter into the outbox in the act's own transaction: to an account, or to an e-mail address without one. */
export async function sendLetter(t: Tx, to: { accountId: string | null; email?: string | null; lang?: Language }, letter: Letter): Promise<void> {
  const account = to.accountId ? await t.sql.maybe<{ email: string; lang: Language }>('select email, lang from account where id = $1', [to.accountId]) : undefined
  const email = account?.email ?? to.email ?? null
  if (!account && !email) return
  const lang = account?.lang ?? to.lang ?? 'kk'
  const { subject, body } = letter.write(lang)
  await t.sql.run(
    `insert into letter (id, kind, case_id, account_id, email, lang, subject, body, created_at, next_try_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, statement_timestamp())`,
    [t.newId(), letter.kind, letter.caseId ?? null, to.accountId, email, lang, subject, body, t.now])
}

export interface OwnLetter {
  id: string
  kind: string
  caseNumber: string | null
  subject: string
  body: string
  createdAt: Moment
  readAt: Moment | null
  sentAt: Moment | null
}

/** One's own letters, newest first. */
export async function listOwnLetters(ctx: Ctx, page: number, pageSize = 20): Promise<{ letters: OwnLetter[]; total: number }> {
  return read(ctx, 'letter.read-own', async (t) => {
    assertMay(t, policy, 'letter.read-own', undefined as never)
    const accountId = t.actor.kind === 'person' ? t.actor.accountId : null
    const letters = await t.sql.many<OwnLetter>(
      `select l.id, l.kind, c.number as case_number, l.subject, l.body, l.created_at, l.read_at, l.sent_at from letter l left join case_file c on c.id = l.case_id
       where l.account_id = $1 order by l.created_at desc, l.id desc limit $2 offset $3`, [accountId, pageSize, (page - 1) * pageSize])
    const { total } = await t.sql.one<{ total: number }>('select count(*) as total from letter where account_id = $1', [accountId])
    return { letters, total }
  })
}

export async function countUnreadLetters(ctx: Ctx): Promise<number> {
  if (ctx.actor.kind !== 'person') return 0
  return (await ctx.db.one<{ count: number }>('select count(*) as count from letter where account_id = $1 and read_at is null', [ctx.actor.accountId])).count
}

/** Takes the mark of the new from all of one's own letters. */
export async function markLettersRead(ctx: Ctx): Promise<void> {
  await tx(ctx, 'letter.mark-read', async (t) => {
    assertMay(t, policy, 'letter.read-own', undefined as never)
    await t.sql.run('update letter set read_at = $2 where account_id = $1 and read_at is null', [t.actor.kind === 'person' ? t.actor.accountId : null, t.now])
  })
}
