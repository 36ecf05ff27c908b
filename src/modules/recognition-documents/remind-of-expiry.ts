import { normList } from '#kernel/norms.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { eachInTurn } from '#platform/acts/each-in-turn.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { writeToCandidate } from './frame.ts'
import { policy } from './policy.ts'
import { selectDocumentOfCase } from './store/document-store.ts'
import { insertReminder, selectDueReminders, type DueReminder } from './store/reminder-store.ts'

const BATCH = 100

/** Writes to holders whose document will expire, so many days before as the norm says [D]; one transaction each, each reminder once. Answers how many were written to. */
export async function remindOfExpiry(ctx: Ctx): Promise<number> {
  const due = await read(ctx, 'sweep.remind', async (t) => {
    assertMay(t, policy, 'sweep.remind', undefined as never)
    const norms = await t.law.normsInForce(t.sql, t.today)
    return selectDueReminders(t.sql, t.today, normList(norms, 'document.remindDaysBefore').map(Number), BATCH)
  })
  return eachInTurn(due, (each) => remindOne(ctx, each))
}

async function remindOne(ctx: Ctx, { documentId, caseId, daysBefore }: DueReminder): Promise<boolean> {
  return tx(ctx, 'sweep.remind', async (t) => {
    assertMay(t, policy, 'sweep.remind', undefined as never)
    const kase = await casework.lockCase(t, caseId)
    const document = await selectDocumentOfCase(t.sql, caseId)
    if (document?.id !== documentId || document.annulledOn !== null || document.validUntil === null) return false
    if ((await insertReminder(t.sql, { documentId, daysBefore, at: t.now })) === 0) return false
    await casework.record(t, caseId, 'expiry-reminded', { documentId, daysBefore, validUntil: document.validUntil })
    await writeToCandidate(t, kase, 'expiry-ahead', { document: document.number, until: document.validUntil })
    return true
  })
}
