import { msBetween, type Moment } from '#kernel/day.ts'

export type DeviceFinding = 'first' | 'same' | 'renamed' | 'moved' | 'second'

export interface KnownDevice {
  device: string | null
  seenAt: Moment | null
  /** The sign-in under which it spoke last; it lies in the browser where no page can read it. */
  signIn?: string | null
  /** Names under which the same sign-in spoke before. */
  former?: readonly string[]
}

/**
 * Which computer speaks. A computer that fell silent may be replaced: a broken one is nobody's fault. A new name under the same sign-in is the same browser, whose data
 * were cleared; a name it had before is not, for then two of them are alive. While the first still speaks, another is a second one on the same attempt.
 */
export function deviceFinding(known: KnownDevice, device: string, now: Moment, silentAfterSeconds: number, signIn?: string | null): DeviceFinding {
  if (known.device === null || known.seenAt === null) return 'first'
  if (known.device === device) return 'same'
  if (msBetween(known.seenAt, now) > silentAfterSeconds * 1000) return 'moved'
  return signIn && signIn === known.signIn && !known.former?.includes(device) ? 'renamed' : 'second'
}
