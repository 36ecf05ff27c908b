import { addYears, type Day } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'
import { findNorm, normNumber, type NormEdition } from '#kernel/norms.ts'

export interface QualificationFacts {
  track: 'voluntary' | 'mandatory'
  /** Since which day the entry is in the register no more; null while it is in force. */
  struckOn: Day | null
  levels: readonly number[]
  ageMin: number | null
  educationRequired: boolean
  experienceRequired: boolean
  basis: 'standard' | 'requirements' | null
  /** Where the register has the two demands from; 'unknown': it knows of the basis, and not what it asks. */
  attributesProvenance: string
}

export interface OpenCase {
  number: string
  level: number
}

/** Everything the platform knows about a would-be application on the day it is made. */
export interface ApplicationFacts {
  profession: QualificationFacts
  level: number | undefined
  /** 'ended': the centre was accredited for it once, but not on the day of the application. */
  scope: 'valid' | 'ended' | 'none' | 'no-centre'
  hasPrice: boolean
  birthOn: Day | undefined
  /** The person's open cases for this profession, the oldest first. */
  openCases: readonly OpenCase[]
  /** The first day after a ban for a removal from an exam; undefined: not barred. */
  barredUntil: Day | undefined
  /** What ties the person to the organisation of the chosen centre, where the norm bars its own people [D]. */
  ownTie?: 'staff' | 'referred' | undefined
  papers: readonly string[]
  consented: boolean
  missingFields: readonly string[]
  /** Only what a person may put right later on the same paper: an application on paper is registered and then checked. */
  onPaper: boolean
}

/** Reasons for which nothing is registered at all: they are not among the two grounds of refusing a contract. */
export const WALLS = [
  'application.mandatory-profession', 'application.profession-struck', 'application.level-unknown', 'application.centre-not-in-scope', 'application.certificate-expired', 'application.too-young',
  'application.open-case', 'application.price-missing', 'application.removed-before',
  'application.own-staff', 'application.own-referred',
] as const
export type Wall = (typeof WALLS)[number]

/** Whether a code is a wall: ground of a return without registration. */
export function isWall(code: string): code is Wall {
  return (WALLS as readonly string[]).includes(code)
}

/** The age a person must have reached: the floor of the norms or the profession's own, whichever is higher. */
export function requiredAge(profession: Pick<QualificationFacts, 'ageMin'>, norms: NormEdition): number {
  return Math.max(normNumber(norms, 'age.min'), profession.ageMin ?? 0)
}

/** What the papers of an application depend on. */
export type PaperFacts = Pick<QualificationFacts, 'educationRequired' | 'experienceRequired' | 'basis' | 'attributesProvenance'>

/** Whether the register knows what a professional standard or, where there is none, the qualification requirements ask of a candidate. */
export function saysPapers(profession: PaperFacts): boolean {
  return profession.educationRequired || profession.experienceRequired || (profession.basis !== null && profession.attributesProvenance !== 'unknown')
}

/**
 * Papers that the basis of the assessment demands; where it demands none, none may be asked for [S]. Only where neither a standard nor requirements say anything does the
 * list of the norms step in, and while that is not set nothing is asked for [?].
 */
export function demandedPapers(profession: PaperFacts, norms: NormEdition): ('education' | 'work')[] {
  if (!saysPapers(profession)) {
    const listed = String(findNorm(norms, 'application.papersWithoutBasis')?.value ?? '').split(' ')
    return (['education', 'work'] as const).filter((paper) => listed.includes(paper))
  }
  return [...(profession.educationRequired ? ['education' as const] : []), ...(profession.experienceRequired ? ['work' as const] : [])]
}

/** A profession that no centre may recognise on this day: struck off the register, or moved to a sector body. Cases registered before are not asked. */
export function outsideBlockers(profession: Pick<QualificationFacts, 'track' | 'struckOn'>): Blocker[] {
  if (profession.struckOn !== null) return [{ code: 'application.profession-struck', data: { on: profession.struckOn } }]
  return profession.track === 'mandatory' ? [{ code: 'application.mandatory-profession' }] : []
}

/**
 * The open case that another application would have to wait for: one for the same level always, and one for any level of the profession once there are as many as
 * the norms allow at a time. The default is one for the profession [D]; more let a person be examined for several of its levels side by side, and the law of the
 * data, one open case per person and qualification, stays as it is.
 */
export function openCaseInTheWay({ openCases, level }: Pick<ApplicationFacts, 'openCases' | 'level'>, norms: NormEdition): OpenCase | undefined {
  const allowed = Math.max(1, normNumber(norms, 'application.openCasesPerQualification'))
  return openCases.find((each) => each.level === level) ?? (openCases.length >= allowed ? openCases[0] : undefined)
}

/** What can be known before anything is typed or a file is sent; how a person learned is never among it. */
export function eligibilityBlockers(facts: Pick<ApplicationFacts, 'profession' | 'level' | 'scope' | 'birthOn' | 'openCases' | 'barredUntil' | 'hasPrice' | 'ownTie'>, on: Day, norms: NormEdition): Blocker[] {
  const blockers: Blocker[] = []
  const outside = outsideBlockers(facts.profession)
  if (outside.length > 0) return outside
  if (facts.level !== undefined && !facts.profession.levels.includes(facts.level)) blockers.push({ code: 'application.level-unknown', data: { level: facts.level } })
  if (facts.scope === 'none') blockers.push({ code: 'application.centre-not-in-scope' })
  if (facts.scope === 'ended') blockers.push({ code: 'application.certificate-expired' })
  if (facts.ownTie !== undefined) blockers.push({ code: `application.own-${facts.ownTie}` })
  if (facts.scope === 'valid' && !facts.hasPrice) blockers.push({ code: 'application.price-missing' })
  if (facts.birthOn !== undefined) {
    const age = requiredAge(facts.profession, norms)
    const comesOfAge = addYears(facts.birthOn, age)
    if (comesOfAge > on) blockers.push({ code: 'application.too-young', data: { age, from: comesOfAge } })
  }
  if (facts.barredUntil !== undefined) blockers.push({ code: 'application.removed-before', data: { first: facts.barredUntil } })
  const open = openCaseInTheWay(facts, norms)
  if (open) blockers.push({ code: 'application.open-case', data: { number: open.number, level: open.level } })
  return blockers
}

/** Every reason why the application cannot be registered on this day; empty means that it can. */
export function applicationBlockers(facts: ApplicationFacts, on: Day, norms: NormEdition): Blocker[] {
  const blockers = eligibilityBlockers(facts, on, norms)
  if (outsideBlockers(facts.profession).length > 0) return blockers
  if (facts.level === undefined) blockers.push({ code: 'application.level-missing' })
  if (facts.scope === 'no-centre') blockers.push({ code: 'application.centre-missing' })
  for (const field of facts.missingFields) blockers.push({ code: `application.${field}-missing` })
  if (facts.onPaper) return blockers
  for (const paper of demandedPapers(facts.profession, norms)) {
    if (!facts.papers.includes(paper)) blockers.push({ code: `application.paper-${paper}-missing` })
  }
  if (!facts.consented) blockers.push({ code: 'application.consent-missing' })
  return blockers
}

/** A paper application was received today or earlier, never tomorrow. */
export function receivedOnBlockers(receivedOn: Day | undefined, today: Day): Blocker[] {
  if (receivedOn === undefined) return [{ code: 'application.received-on-wrong' }]
  return receivedOn > today ? [{ code: 'application.received-in-future' }] : []
}
