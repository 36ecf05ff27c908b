import { addDays, type Day } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'

/** A certificate as the rules about the next one ask of it. */
export interface Held {
  number: string
  validFrom: Day
  validUntil: Day
  state: 'valid' | 'not-yet' | 'expired' | 'withdrawn' | 'terminated' | 'replaced'
}

/** The certificate in force, or what stands instead of it: the withdrawn one, else the newest that has run out. */
export function certificateInQuestion<C extends Held>(certificates: readonly C[]): C | undefined {
  const of = (state: Held['state']) => certificates.find((each) => each.state === state)
  return of('valid') ?? of('withdrawn') ?? of('expired')
}

/** Why no extension may be asked for; Order 381 names it and gives no procedure, so this is our reading [I] and default [D]. */
export function extensionBlockers(certificates: readonly Held[]): Blocker[] {
  const held = certificateInQuestion(certificates)
  if (held?.state !== 'valid') return [notInForce(held)]
  const waiting = certificates.find((each) => each.state === 'not-yet')
  return waiting ? [{ code: 'extension.renewed-ahead', data: { number: waiting.number, day: waiting.validFrom } }] : []
}

/** The first day on which a renewal may be asked for; undefined where the norms set none: then on every day of the certificate. */
export function renewalFrom(validUntil: Day, daysBefore: number | undefined): Day | undefined {
  return daysBefore === undefined ? undefined : addDays(validUntil, -daysBefore)
}

/** Why no renewal may be asked for: only of a certificate in force, not earlier than the norm allows, and once. */
export function renewalBlockers(certificates: readonly Held[], today: Day, daysBefore: number | undefined): Blocker[] {
  const held = certificateInQuestion(certificates)
  if (held?.state !== 'valid') return [notInForce(held)]
  const waiting = certificates.find((each) => each.state === 'not-yet')
  if (waiting) return [{ code: 'renewal.renewed-already', data: { number: waiting.number, day: waiting.validFrom } }]
  const from = renewalFrom(held.validUntil, daysBefore)
  return from && today < from ? [{ code: 'renewal.too-early', data: { day: from, days: daysBefore! } }] : []
}

/** Why an organisation does not apply for a first certificate: it holds one. */
export function initialBlockers(certificates: readonly Held[]): Blocker[] {
  const held = certificates.find((each) => ['valid', 'withdrawn', 'not-yet'].includes(each.state))
  return held ? [{ code: 'accreditation.centre-already', data: { number: held.number } }] : []
}

function notInForce(held: Held | undefined): Blocker {
  if (!held) return { code: 'extension.no-certificate' }
  return held.state === 'withdrawn' ? { code: 'extension.withdrawn', data: { number: held.number } } : { code: 'extension.expired', data: { number: held.number, day: held.validUntil } }
}

export interface ScopeLine {
  professionCode: string
  level: number
  state: Held['state']
}

/** Why a profession and level has no place in the case: an extension brings what is new, a renewal goes on with what is there. */
export function placeBlockers(kind: 'initial' | 'extension' | 'renewal' | 'reissue', line: { professionCode: string; level: number }, scope: readonly ScopeLine[]): Blocker[] {
  const data = { profession: `${line.professionCode} (${line.level})` }
  const held = scope.some((each) => each.professionCode === line.professionCode && each.level === line.level && each.state !== 'terminated')
  if (kind === 'renewal') return held ? [] : [{ code: 'renewal.line-not-held', data }]
  if (kind !== 'extension') return []
  if (held) return [{ code: 'extension.line-held', data }]
  return scope.some((each) => each.professionCode === line.professionCode && each.state === 'withdrawn') ? [{ code: 'extension.line-withdrawn', data }] : []
}
