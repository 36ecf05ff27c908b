import type { Uuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { updateDevice } from './store/theory-store.ts'

/** The computer at which a theory on line is written from now on: answers from another are not taken. The case must be locked and the caller has asked its own policy. */
export async function sitAtComputer(t: Tx, runId: Uuid, device: Uuid): Promise<void> {
  await updateDevice(t.sql, runId, device)
}
