import type { Blocker } from '#kernel/denial.ts'
import type { Localized } from '#kernel/localized.ts'

export const TRACKS = ['voluntary', 'mandatory'] as const
export type Track = (typeof TRACKS)[number]

export const BASES = ['standard', 'requirements'] as const
export type Basis = (typeof BASES)[number]

export const FORMS = ['licensing', 'attestation', 'certification', 'testing', 'qualification-exam'] as const
export type MandatoryForm = (typeof FORMS)[number]

export const PROVENANCES = ['slides', 'demonstration', 'import', 'proposal'] as const
export type Provenance = (typeof PROVENANCES)[number]

export const ATTRIBUTES_PROVENANCES = ['demonstration', 'import', 'unknown', 'proposal'] as const
export type AttributesProvenance = (typeof ATTRIBUTES_PROVENANCES)[number]

/** What the register says of a profession; null is "not known", and is shown as that. */
export interface ProfessionFacts {
  code: string
  name: Partial<Localized>
  track: Track
  basis: Basis | null
  basisTitle: { kk?: string; ru?: string }
  fieldCode: string | null
  levels: number[]
  educationRequired: boolean
  experienceRequired: boolean
  educationText: { kk?: string; ru?: string }
  experienceText: { kk?: string; ru?: string }
  validityMonths: number | null
  ageMin: number | null
  bodyCode: string | null
  act: { kk?: string; ru?: string }
  form: MandatoryForm | null
  synonyms: string[]
  provenance: Provenance
  attributesProvenance: AttributesProvenance
}

/** What of these facts contradicts itself: an entry with such a reason is not entered in the register. */
export function entryBlockers(facts: ProfessionFacts): Blocker[] {
  const found: Blocker[] = []
  if (!facts.name.kk && !facts.name.ru) found.push({ code: 'profession.name-missing' })
  if (facts.track === 'voluntary' && facts.levels.length === 0) found.push({ code: 'profession.levels-missing' })
  if (facts.track === 'voluntary' && facts.basis === null) found.push({ code: 'profession.basis-missing' })
  if (facts.track === 'mandatory' && facts.basis !== null) found.push({ code: 'profession.basis-of-mandatory' })
  if (facts.track === 'voluntary' && facts.form !== null) found.push({ code: 'profession.form-of-voluntary' })
  if (facts.levels.some((level) => !Number.isInteger(level) || level < 1 || level > 8)) found.push({ code: 'profession.level-wrong' })
  if (facts.validityMonths !== null && facts.validityMonths < 1) found.push({ code: 'profession.validity-wrong' })
  if (facts.ageMin !== null && (facts.ageMin < 14 || facts.ageMin > 99)) found.push({ code: 'profession.age-wrong' })
  return found
}
