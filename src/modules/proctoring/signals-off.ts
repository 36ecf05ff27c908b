import { STAGES } from '#kernel/exam-stage.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import * as casework from '#modules/casework/index.ts'
import type { SignalKind } from './domain/kinds.ts'
import { proctoringNorms } from './norms.ts'
import { selectSession } from './store/session-store.ts'

/** Which signals of the watch over an attempt were off under each condition, for its protocol; the caller has asked its own policy. */
export async function signalsOffUnder(t: Tx, kase: casework.CaseFile, attemptId: string): Promise<(condition: string) => SignalKind[]> {
  const { offByCondition } = proctoringNorms(await casework.normsOf(t, kase))
  const off = new Set<string>()
  for (const stage of STAGES) for (const kind of (await selectSession(t.sql, attemptId, stage))?.off ?? []) off.add(kind)
  return (condition) => (offByCondition[condition] ?? []).filter((kind) => off.has(kind))
}
