import { Denial } from '#kernel/denial.ts'

/** A list that an island sent is not what it should be. */
export const wrong = () => new Denial('input.wrong')

/** The name a device gave itself. */
export function isDevice(text: unknown): text is string {
  return typeof text === 'string' && /^[0-9a-z-]{8,40}$/.test(text)
}
export function recordOf(raw: unknown): Record<string, unknown> {
  return (typeof raw === 'object' && raw !== null ? raw : {}) as Record<string, unknown>
}
/** A text bounded, whole and trimmed; anything else is refused. */
export function textOf(raw: unknown, most = 5000): string {
  if (typeof raw !== 'string' || raw.length > most) throw wrong()
  return raw.replaceAll('\0', '').toWellFormed().trim()
}
/** A whole number within bounds; anything else is refused. */
export function wholeOf(raw: unknown, least: number, most: number = 2 ** 31 - 1): number {
  if (!Number.isSafeInteger(raw) || (raw as number) < least || (raw as number) > most) throw wrong()
  return raw as number
}
