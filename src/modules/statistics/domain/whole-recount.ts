import { almatyTime, plusMs, type Moment } from '#kernel/day.ts'

const HOUR_MS = 3_600_000
/** Almaty's hours in which nobody waits for anything. */
const NIGHT = { from: 2, until: 5 }

/** Whether everything should be counted anew now: once a night, to find out what the count by changes missed. */
export function isDueForWhole(wholeAt: Moment, now: Moment): boolean {
  const hour = Number(almatyTime(now).slice(0, 2))
  return plusMs(wholeAt, 20 * HOUR_MS) < now && hour >= NIGHT.from && hour < NIGHT.until
}
