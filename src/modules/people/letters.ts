import type { Language } from '#kernel/localized.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import type { Sql } from '#platform/db/database.ts'
import { policy } from './policy.ts'
import * as store from './store/letter-store.ts'
import { selectLetterAddress, selectLetterAddresses } from './store/people-store.ts'

export type { OwnLetter } from './store/letter-store.ts'

export interface Letter {
  kind: string
  /** Finished text in the language of the person it goes to. */
  write(lang: Language): { subject: string; body: string }
  caseId?: string
}

/** Puts a letter into the outbox in the act's own transaction: to an account, or to an e-mail address without one. */
export async function sendLetter(t: Tx, to: { accountId: string | null; email?: string | null; lang?: Language }, letter: Letter): Promise<void> {
  const account = to.accountId ? await selectLetterAddress(t.sql, to.accountId) : undefined
  const email = account?.email ?? to.email ?? null
  if (!account && !email) return
  const lang = account?.lang ?? to.lang ?? 'kk'
  const { subject, body } = letter.write(lang)
  await store.insertLetter(t.sql, { id: t.newId(), kind: letter.kind, caseId: letter.caseId ?? null, accountId: to.accountId, email, lang, subject, body, createdAt: t.now })
}

/** Letters of several acts that share a transaction, each to an account; who has none any more gets none. */
export async function sendLetters(sql: Sql, letters: readonly { t: Tx; accountId: string; letter: Letter }[]): Promise<void> {
  if (letters.length === 0) return
  const addresses = new Map((await selectLetterAddresses(sql, letters.map((each) => each.accountId))).map((row) => [row.id as string, row]))
  await store.insertLetters(sql, letters.flatMap(({ t, accountId, letter }) => {
    const account = addresses.get(accountId)
    return account ? [{ id: t.newId(), kind: letter.kind, caseId: letter.caseId ?? null, accountId, email: account.email, lang: account.lang, ...letter.write(account.lang), createdAt: t.now }] : []
  }))
}

/** One's own letters, newest first. */
export async function listOwnLetters(ctx: Ctx, page: number, pageSize = 20): Promise<{ letters: store.OwnLetter[]; total: number }> {
  return read(ctx, 'letter.read-own', async (t) => {
    assertMay(t, policy, 'letter.read-own', undefined as never)
    const accountId = t.actor.kind === 'person' ? t.actor.accountId : null
    const letters = await store.selectOwnLetters(t.sql, accountId, pageSize, (page - 1) * pageSize)
    return { letters, total: await store.countOwnLetters(t.sql, accountId) }
  })
}

export async function countUnreadLetters(ctx: Ctx): Promise<number> {
  if (ctx.actor.kind !== 'person') return 0
  return store.countUnread(ctx.db, ctx.actor.accountId)
}

/** Takes the mark of the new from all of one's own letters. */
export async function markLettersRead(ctx: Ctx): Promise<void> {
  await tx(ctx, 'letter.mark-read', async (t) => {
    assertMay(t, policy, 'letter.read-own', undefined as never)
    await store.markRead(t.sql, t.actor.kind === 'person' ? t.actor.accountId : null, t.now)
  })
}
