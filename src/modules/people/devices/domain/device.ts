import type { Blocker } from '#kernel/denial.ts'

/** What somebody does for himself that is noted with the device it came from. */
export const DEVICE_ACTS = ['account', 'application', 'voucher-request'] as const
export type DeviceAct = (typeof DEVICE_ACTS)[number]

/** 128 random bits as base64url: the only thing that a device is known by. Anything else a browser sends counts as none. */
export function isDeviceNumber(text: string | undefined): text is string {
  return text !== undefined && /^[\w-]{22}$/.test(text)
}

/** A computer that is lent to many has a name by which its organisation finds it in its rooms. */
export function computerNameBlockers(name: string): Blocker[] {
  return name === '' ? [{ code: 'computer.name-missing', data: { field: 'name' } }] : name.length > 80 ? [{ code: 'computer.name-too-long', data: { field: 'name' } }] : []
}
