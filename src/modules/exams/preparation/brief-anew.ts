import type { Tx } from '#platform/acts/ctx.ts'
import * as casework from '#modules/casework/index.ts'
import type { CaseFile } from '#modules/casework/index.ts'
import type { Attempt } from '../attempts.ts'
import { ACKNOWLEDGEMENT_KINDS, isFullyAcknowledged } from './domain/acknowledgement.ts'
import { clearAcknowledgement, selectAcknowledgements } from './store/preparation-store.ts'

/** Another sitting is before the candidate, and it has its own familiarisation and briefing: what was recorded before stays in the journal and on its paper. The case must be locked. */
export async function briefAnew(t: Tx, kase: CaseFile, attempt: Pick<Attempt, 'id'>): Promise<void> {
  let cleared = 0
  for (const kind of ACKNOWLEDGEMENT_KINDS) cleared += await clearAcknowledgement(t.sql, attempt.id, kind)
  if (cleared > 0) await casework.record(t, kase.id, 'briefing-anew', { attemptId: attempt.id })
}

/** Whether both were recorded in full for what is before the candidate of this attempt. */
export async function isBriefed(t: Tx, attemptId: string): Promise<boolean> {
  return isFullyAcknowledged(await selectAcknowledgements(t.sql, attemptId))
}
