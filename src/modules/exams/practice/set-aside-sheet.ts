import { assertNone, deny, Denial } from '#kernel/denial.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { findNotifiedSitting, getOpenAttempt } from '../attempts.ts'
import { conflictBlockers } from '../interests/find-conflicts.ts'
import { policy } from '../policy.ts'
import { assessorsNow, SET_ASIDE_GROUNDS, setAsideBlockers, type SetAsideGround } from './domain/set-aside.ts'
import { callableThirds } from './settle-dispute.ts'
import { sheetsOf } from './sheets-of.ts'
import { selectMarks, selectPracticeRun } from './store/practice-store.ts'
import { insertSetAside, selectSetAside } from './store/set-aside-store.ts'

const NOTE_MAX = 1000

/** The head sets aside the sheet of an assessor who cannot go on, with a ground. His marks are kept and do not count; another takes over from the first operation, or those who are left go on. Setting it aside again is harmless. */
export async function setAsideSheet(ctx: Ctx, input: { number: string; assessorId: string; ground: SetAsideGround; note: string; successorId: string | null }): Promise<void> {
  await tx(ctx, 'practice.set-aside', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'practice.set-aside', kase)
    const attempt = await getOpenAttempt(t, kase)
    const run = await selectPracticeRun(t.sql, attempt.id, { lock: true })
    if (!run || run.endKind) throw new Denial('practice.not-running')
    const before = await selectSetAside(t.sql, run.id)
    if (before.some((each) => each.assessorId === input.assessorId)) return
    const named = (await findNotifiedSitting(t, attempt.id, 'practice'))?.assessorIds ?? []
    const now = assessorsNow(named, before)
    const sheets = await sheetsOf(t, kase, run.id)
    assertNone('practice.not-set-aside', setAsideBlockers(input.assessorId, input.successorId, { assessors: now, accepted: sheets.accepted, assessorsRequired: sheets.assessorsRequired, by: accountOf(t.actor)! }))
    if (!SET_ASIDE_GROUNDS.includes(input.ground)) deny('practice.ground-unknown', { field: 'ground' })
    const note = input.note.trim()
    if (note === '') deny('practice.set-aside-note', { field: 'note' })
    if (note.length > NOTE_MAX) deny('practice.note-too-long', { field: 'note', most: NOTE_MAX })
    let successor
    if (input.successorId !== null) {
      // Whoever marks already, or marked and was set aside, is no new pair of eyes.
      const taken = [...now, ...before.map((each) => each.assessorId as string), input.assessorId]
      successor = (await callableThirds(t, kase, { marks: await selectMarks(t.sql, run.id) })).find((each) => each.accountId === input.successorId && !taken.includes(each.accountId))
      if (!successor) deny('practice.not-a-successor', { field: 'successor' })
      assertNone('practice.not-set-aside', await conflictBlockers(t, kase, [successor.accountId]))
    }
    const gone = now.find((id) => id === input.assessorId)!
    await insertSetAside(t.sql, run.id, { assessorId: gone as never, ground: input.ground, note, successorId: successor?.accountId ?? null, setAsideBy: accountOf(t.actor)!, setAsideAt: t.now })
    await casework.record(t, kase.id, 'sheet-set-aside', { attemptId: attempt.id, runId: run.id, assessorId: gone, ground: input.ground, ...(successor ? { successorId: successor.accountId } : {}) })
  })
}
