import { msBetween, type Moment } from '#kernel/day.ts'

export type DeviceFinding = 'first' | 'same' | 'moved' | 'second'

/**
 * Which computer speaks. A computer that fell silent may be replaced: a broken one is nobody's fault. While the first still speaks,
 * another is a second one on the same attempt.
 */
export function deviceFinding(known: { device: string | null; seenAt: Moment | null }, device: string, now: Moment, silentAfterSeconds: number): DeviceFinding {
  if (known.device === null || known.seenAt === null) return 'first'
  if (known.device === device) return 'same'
  return msBetween(known.seenAt, now) > silentAfterSeconds * 1000 ? 'moved' : 'second'
}
