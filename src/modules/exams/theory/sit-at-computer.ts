import type { Uuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { updateDevice, updateNoDevice } from './store/theory-store.ts'

/** The computer at which a theory on line is written from now on: answers from another are not taken. The case must be locked and the caller has asked its own policy. */
export async function sitAtComputer(t: Tx, runId: Uuid, device: Uuid): Promise<void> {
  await updateDevice(t.sql, runId, device)
}

/** The theory is written at no computer for now: the next one that the watch hears is its. The case must be locked and the caller has asked its own policy. */
export async function leaveComputer(t: Tx, runId: Uuid): Promise<void> {
  await updateNoDevice(t.sql, runId)
}
