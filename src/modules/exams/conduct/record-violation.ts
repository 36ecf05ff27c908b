import { deny } from '#kernel/denial.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { getNotifiedSitting, getOpenAttempt } from '../attempts.ts'
import { policy } from '../policy.ts'
import type { IncidentKind, ViolationGround } from './domain/violations.ts'
import { writeIncident, writeViolation } from './write-violation.ts'

export interface RecordViolation {
  number: string
  stage: Stage
  ground: ViolationGround
  note: string
  /** How many violations that count in this stage stood on the page when the person decided: a removal never happens by surprise. */
  seen?: number
  /** What the person meant to do; the count decides, and a measure that does not fit it is not taken. */
  wanted?: 'warning' | 'removal'
}

/**
 * A person writes down a violation: the first is a warning, the second ends the exam at once and without discretion. The count
 * belongs to the attempt, theory and practice together, or by `violation.scope` to each stage [S][D].
 */
export async function recordViolation(ctx: Ctx, input: RecordViolation): Promise<{ outcome: 'warning' | 'removal'; ordinal: number }> {
  return tx(ctx, 'violation.record', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'exam.conduct', { ...kase, stage: input.stage })
    const attempt = await getOpenAttempt(t, kase)
    // On line it is the proctor who writes it down, with what is seen of it: an end goes at once to whoever reviews it.
    if ((await getNotifiedSitting(t, attempt.id, input.stage)).mode === 'online') deny('violation.by-proctor')
    return writeViolation(t, kase, attempt, { ...input, by: accountOf(t.actor)! })
  })
}

/** Something that is nobody's fault, with the minutes given back for it. `seen`: how many stood on the page, so that two people do not both give the same minutes. */
export async function recordIncident(ctx: Ctx, input: { number: string; kind: IncidentKind; note: string; minutes: number; seen?: number }): Promise<void> {
  await tx(ctx, 'incident.record', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'exam.conduct', { ...kase, stage: kase.step === 'practice-running' ? 'practice' : 'theory' })
    const attempt = await getOpenAttempt(t, kase)
    await writeIncident(t, kase, attempt, { ...input, by: accountOf(t.actor)! })
  })
}
