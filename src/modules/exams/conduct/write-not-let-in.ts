import { notLetInGrounds, notLetInNoteFault, type NotLetInGround, type WhoIsNotLetIn } from '#kernel/admission.ts'
import { deny } from '#kernel/denial.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import * as casework from '#modules/casework/index.ts'
import { insertNotLetIn, type NotLetIn } from './store/not-let-in-store.ts'

export interface SaidAtTheDoor extends WhoIsNotLetIn {
  attemptId: string
  sittingId: string
  stage: Stage
  ground: string
  note: string
}

/**
 * Writes down that somebody came and is not let in as he is: one rule for the centre and for an exam on line. It ends nothing; timeline and letter are of whoever
 * acts, for they say what to do about it. The case must be locked and the caller has asked its own policy.
 */
export async function writeNotLetIn(t: Tx, kase: casework.CaseFile, said: SaidAtTheDoor): Promise<NotLetIn> {
  const ground = notLetInGrounds(await casework.normsOf(t, kase), said).find((each) => each === said.ground)
  if (!ground) deny('admission.ground-missing', { field: 'refusalGround' })
  const note = said.note.trim()
  const fault = notLetInNoteFault(note)
  if (fault) deny(fault.code, { field: 'refusalNote', ...(fault.most ? { most: fault.most } : {}) })
  const row = { ground: ground satisfies NotLetInGround, note, at: t.now }
  await insertNotLetIn(t.sql, { ...row, id: t.newId(), caseId: kase.id, attemptId: said.attemptId, sittingId: said.sittingId, stage: said.stage, by: accountOf(t.actor)! })
  return row
}
