import type { Blocker } from '#kernel/denial.ts'
import { onTrack, type Entry } from './entry.ts'

/** The fields of the form of an entry, as they were typed. */
export interface TypedEntry {
  nameKk: string
  nameRu: string
  nameEn: string
  /** Asked of a new entry only: of others the kind of the proposal says it. */
  track: string
  basis: string
  basisTitleKk: string
  basisTitleRu: string
  fieldCode: string
  levels: readonly string[]
  educationRequired: boolean
  educationTextKk: string
  educationTextRu: string
  experienceRequired: boolean
  experienceTextKk: string
  experienceTextRu: string
  validityMonths: string
  ageMin: string
  actKk: string
  actRu: string
  form: string
}

const FORMS = ['licensing', 'attestation', 'certification', 'testing', 'qualification-exam'] as const
const BASES = ['standard', 'requirements'] as const
const TEXT_MAX = 2000

/** The entry that was typed over the draft, with what cannot be read of it; what is missing is asked only when the proposal is filed. */
export function readTypedEntry(typed: TypedEntry, before: Entry, mayChooseTrack: boolean, knownFields: ReadonlySet<string>): { entry: Entry; blockers: Blocker[] } {
  const blockers: Blocker[] = []
  const number = (field: 'validityMonths' | 'ageMin'): number | null => {
    const text = typed[field].trim()
    if (text === '') return null
    if (!/^\d{1,4}$/.test(text)) blockers.push({ code: 'proposal.not-a-number', data: { field } })
    return Number(text)
  }
  for (const [field, value] of Object.entries(typed)) if (typeof value === 'string' && value.length > TEXT_MAX) blockers.push({ code: 'proposal.text-too-long', data: { field, most: TEXT_MAX } })
  if (typed.fieldCode !== '' && !knownFields.has(typed.fieldCode)) blockers.push({ code: 'proposal.field-unknown', data: { field: 'fieldCode' } })
  const track = mayChooseTrack && (typed.track === 'voluntary' || typed.track === 'mandatory') ? typed.track : before.track
  const entry: Entry = {
    ...before,
    name: { ...both(typed.nameKk, typed.nameRu), ...(typed.nameEn.trim() ? { en: typed.nameEn.trim() } : {}) },
    basis: BASES.find((each) => each === typed.basis) ?? null, basisTitle: both(typed.basisTitleKk, typed.basisTitleRu), fieldCode: typed.fieldCode || null,
    levels: [...new Set(typed.levels.map(Number))].filter((level) => Number.isInteger(level) && level >= 1 && level <= 8).sort((one, other) => one - other),
    educationRequired: typed.educationRequired, educationText: both(typed.educationTextKk, typed.educationTextRu),
    experienceRequired: typed.experienceRequired, experienceText: both(typed.experienceTextKk, typed.experienceTextRu),
    validityMonths: number('validityMonths'), ageMin: number('ageMin'), act: both(typed.actKk, typed.actRu), form: FORMS.find((each) => each === typed.form) ?? null,
  }
  return { entry: onTrack(entry, track), blockers }
}

function both(kk: string, ru: string): { kk?: string; ru?: string } {
  return { ...(kk.trim() ? { kk: kk.trim() } : {}), ...(ru.trim() ? { ru: ru.trim() } : {}) }
}
