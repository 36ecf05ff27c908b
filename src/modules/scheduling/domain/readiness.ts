import { daysBetween, type Day } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'

/** What a centre has for one qualification of its scope on a day. */
export interface ReadinessFacts {
  today: Day
  /** The state of the line on the certificate, as the certificate's own rule says it. */
  certificate: { state: 'valid' | 'not-yet' | 'expired' | 'withdrawn' | 'terminated'; validUntil: Day }
  /** Days before the end of a certificate from which its end is spoken of, by the norm. */
  warnDays: number
  hasProgramme: boolean
  hasPrice: boolean
  rooms: number
  /** People who are assessors of the centre on the day, and how many of them are competent for this qualification. */
  assessors: number
  competent: number
  competenceRequired: boolean
}

export interface Readiness {
  /** Without these nobody can be examined. */
  missing: Blocker[]
  /** What will be missing, or what is only advised. */
  warnings: Blocker[]
}

/** What is missing to examine a qualification at the centre, and what will be missing soon. */
export function readinessOf(facts: ReadinessFacts): Readiness {
  const missing: Blocker[] = []
  const warnings: Blocker[] = []
  const { certificate } = facts
  if (certificate.state !== 'valid') missing.push({ code: `readiness.certificate-${certificate.state}` })
  else {
    const days = daysBetween(facts.today, certificate.validUntil)
    if (days <= facts.warnDays) warnings.push({ code: 'readiness.certificate-ends', data: { days } })
  }
  if (!facts.hasProgramme) missing.push({ code: 'readiness.no-programme' })
  if (!facts.hasPrice) missing.push({ code: 'readiness.no-price' })
  if (facts.rooms === 0) missing.push({ code: 'readiness.no-room' })
  if (facts.assessors === 0) missing.push({ code: 'readiness.no-assessor' })
  else if (facts.competent === 0) (facts.competenceRequired ? missing : warnings).push({ code: 'readiness.no-competent-assessor' })
  return { missing, warnings }
}
