import { findNormNumber } from '#kernel/norms.ts'
import { legalDay } from '#kernel/day.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { withSystemSight } from '#platform/acts/tx.ts'
import { policy } from '../policy.ts'
import { isDeviceNumber, type DeviceAct } from './domain/device.ts'
import { deleteUseRows, insertUse, selectMark } from './store/device-store.ts'

export { countDevices, selectOldUses as findOldDeviceUses, selectSharedUses as listSharedDeviceUses } from './store/device-store.ts'

/** How many days a device is remembered; undefined: the norm has no value, and no device is noted at all: what has no end is not begun [D]. */
export async function deviceDays(ctx: Pick<Ctx, 'db' | 'law' | 'clock'>): Promise<number | undefined> {
  return findNormNumber(await ctx.law.normsInForce(ctx.db, legalDay(ctx.clock.now())), 'retention.deviceDays')
}

/** The keyed hash under which a device is kept: without the secret of the instance nobody tells whose it is. */
export const deviceHash = (t: Pick<Tx, 'cipher'>, number: string): Uint8Array => t.cipher.index(`device ${number}`)

export interface NotedDevice {
  /** The random number that the browser keeps; undefined where it keeps none. */
  number: string | undefined
  personId: string
  act: DeviceAct
  subjectId: string
}

/** Notes, within the act of a person for himself, from which device it came. A common computer of a centre is of nobody and is not noted. */
export async function noteDevice(t: Tx, { number, personId, act, subjectId }: NotedDevice): Promise<void> {
  assertMay(t, policy, 'device.note', { act, personId })
  if (!isDeviceNumber(number) || findNormNumber(await t.law.normsInForce(t.sql, t.today), 'retention.deviceDays') === undefined) return
  const device = deviceHash(t, number)
  await withSystemSight(t, async () => {
    if (await selectMark(t.sql, device)) return
    await insertUse(t.sql, { id: t.newId(), device, personId, act, subjectId, at: t.now })
  })
}

/** Deletes notes of devices whose time of keeping is over. */
export async function deleteDeviceUses(t: Tx, ids: readonly string[]): Promise<void> {
  assertMay(t, policy, 'device.forget', undefined as never)
  if (ids.length > 0) await deleteUseRows(t.sql, ids)
}
