import { assertNone, deny } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { normNumberOr } from '#kernel/norms.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { getNotifiedSitting, getOpenAttempt, type Attempt } from '../attempts.ts'
import { admitBlockers } from '../conduct/domain/violations.ts'
import { updateLetIn } from '../conduct/store/not-let-in-store.ts'
import { conflictBlockers } from '../interests/find-conflicts.ts'
import { drawForm, examLanguageOf, faultyItems, getProgrammeVersion, listItems, payerBlockers, SEED_BYTES } from '../neighbours.ts'
import { policy } from '../policy.ts'
import { isFullyAcknowledged } from '../preparation/domain/acknowledgement.ts'
import { staffOf } from '../preparation/notice-offer.ts'
import { selectAcknowledgements } from '../preparation/store/preparation-store.ts'
import { readmitTheory } from '../postponing/store/breakdown-store.ts'
import { admissionBlockers } from './domain/exam-time.ts'
import { insertTheoryRun, selectTheoryRun, updateSeatCode } from './store/theory-store.ts'
import { newSeatCode, seatHash } from './seat.ts'

/** How long before the beginning the door is open, where the edition of the norms does not say. */
const MINUTES_BEFORE = 30

/**
 * The invigilator has seen the identity document and lets the candidate in. A form is drawn from a stored seed; the seat code is
 * shown once, and may be used once. Admitting again only gives a new code: a browser was lost.
 */
export async function admitToTheory(ctx: Ctx, input: { number: string; identitySeen: boolean }): Promise<{ seatCode: string }> {
  return tx(ctx, 'exam.admit', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'exam.admit', { ...kase, stage: 'theory' })
    const attempt = await getOpenAttempt(t, kase)
    const sitting = await getNotifiedSitting(t, attempt.id, 'theory')
    if (sitting.mode === 'online') deny('admission.by-proctor')
    const acknowledged = isFullyAcknowledged(await selectAcknowledgements(t.sql, attempt.id))
    const code = newSeatCode(t.random(8))
    const admitted = await selectTheoryRun(t.sql, attempt.id, { lock: true })
    assertNone('admission.not-possible', [
      ...admitBlockers({ sittingOn: sitting.onDay, today: t.today, identitySeen: input.identitySeen, acknowledged }),
      ...(admitted?.startedAt && !admitted.interruptedAt ? [] : admissionBlockers({ startsAt: sitting.startsAt, endsAt: sitting.endsAt, now: t.now, minutesBefore: await minutesBefore(t, kase) })),
      ...(admitted && !admitted.interruptedAt ? [] : await conflictBlockers(t, kase, staffOf(sitting))),
      ...(admitted?.endKind ? [{ code: 'theory.ended' }] : []),
      ...(await payerBlockers(t, kase)),
    ])
    if (admitted?.interruptedAt) {
      await updateLetIn(t.sql, attempt.id, sitting.id, t.now)
      await readmitTheory(t.sql, admitted.id, { sittingId: sitting.id, by: accountOf(t.actor)!, at: t.now, seatCodeHash: seatHash(t, code) })
      await casework.record(t, kase.id, 'theory-readmitted', { attemptId: attempt.id, runId: admitted.id, sittingId: sitting.id })
      return { seatCode: code }
    }
    if (admitted) {
      await updateSeatCode(t.sql, admitted.id, seatHash(t, code))
      await casework.record(t, kase.id, 'seat-code-renewed', { attemptId: attempt.id, runId: admitted.id })
      return { seatCode: code }
    }
    const id = await drawTheoryRun(t, kase, attempt, sitting.id)
    await updateSeatCode(t.sql, id, seatHash(t, code))
    return { seatCode: code }
  })
}

/** Draws the form of a candidate who is let in, from a stored seed. The case must be locked and the caller has asked its own policy. */
async function drawTheoryRun(t: Tx, kase: casework.CaseFile, attempt: Attempt, sittingId: Uuid): Promise<Uuid> {
  casework.assertStep(kase, 'theory.start')
  const { content } = await getProgrammeVersion(t.sql, attempt.programmeVersionId)
  // A question found faulty is drawn no more, whatever the norm says of those who had it.
  const faulty = new Set(await faultyItems(t.sql, attempt.programmeVersionId))
  const items = new Map((await listItems(t.sql, attempt.programmeVersionId)).filter((item) => !faulty.has(item.id)).map((item) => [item.id as string, item]))
  const short = content.blueprint.find((line) => [...items.values()].filter((item) => item.topic === line.topic).length < line.count)
  if (short) deny('theory.too-few-questions', { topic: short.topic })
  const seed = t.random(SEED_BYTES)
  const form = drawForm([...items.values()], content.blueprint, seed).map((drawn, place) => {
    const item = items.get(drawn.itemId)!
    return { no: place + 1, itemId: drawn.itemId, kind: item.kind, topic: item.topic, options: drawn.optionOrder }
  })
  await updateLetIn(t.sql, attempt.id, sittingId, t.now)
  const id = t.newId()
  await insertTheoryRun(t.sql, {
    id, attemptId: attempt.id, caseId: kase.id, sittingId, accountId: kase.accountId, seed, language: await examLanguageOf(t, kase.id), form,
    admittedBy: accountOf(t.actor)!, identityCheckedAt: t.now,
  })
  await casework.record(t, kase.id, 'theory-admitted', { attemptId: attempt.id, runId: id, sittingId, questions: form.length })
  return id
}

/** A candidate of a sitting on line, whom its proctor lets in: no seat code, for he sits in his account. The case must be locked and the caller has asked its own policy. */
export async function admitOnline(t: Tx, kase: casework.CaseFile, input: { identitySeen: boolean }): Promise<{ runId: Uuid }> {
  const attempt = await getOpenAttempt(t, kase)
  const sitting = await getNotifiedSitting(t, attempt.id, 'theory')
  if (sitting.mode !== 'online') deny('not-found')
  const admitted = await selectTheoryRun(t.sql, attempt.id, { lock: true })
  // What a failure broke off on another day goes on in this sitting; what broke off in this one, its proctor lets go on.
  const goesOn = admitted?.interruptedAt && admitted.sittingId !== sitting.id
  if (admitted && !goesOn) return { runId: admitted.id }
  assertNone('admission.not-possible', [
    ...admitBlockers({ sittingOn: sitting.onDay, today: t.today, identitySeen: input.identitySeen, acknowledged: isFullyAcknowledged(await selectAcknowledgements(t.sql, attempt.id)) }),
    ...admissionBlockers({ startsAt: sitting.startsAt, endsAt: sitting.endsAt, now: t.now, minutesBefore: await minutesBefore(t, kase) }),
    ...(await conflictBlockers(t, kase, staffOf(sitting))),
    ...(await payerBlockers(t, kase)),
  ])
  if (goesOn) {
    await updateLetIn(t.sql, attempt.id, sitting.id, t.now)
    await readmitTheory(t.sql, admitted.id, { sittingId: sitting.id, by: accountOf(t.actor)!, at: t.now, seatCodeHash: null })
    await casework.record(t, kase.id, 'theory-readmitted', { attemptId: attempt.id, runId: admitted.id, sittingId: sitting.id })
    return { runId: admitted.id }
  }
  return { runId: await drawTheoryRun(t, kase, attempt, sitting.id) }
}

export async function minutesBefore(t: Tx, kase: casework.CaseFile): Promise<number> {
  return normNumberOr(await casework.normsOf(t, kase), 'exam.admitMinutesBefore', MINUTES_BEFORE)
}
