import type { Blocker } from '#kernel/denial.ts'

/** The five kinds of papers of an applicant [S]. The programme is written on the platform; a paper of it is what an older case still holds. */
export const PAPER_KINDS = ['application', 'registration', 'premises', 'programme', 'staff'] as const
export type PaperKind = (typeof PAPER_KINDS)[number]

/** Papers are in Kazakh and in Russian [P]. */
export const PAPER_LANGUAGES = ['kk', 'ru'] as const
export type PaperLanguage = (typeof PAPER_LANGUAGES)[number]

/** Titles under which premises, equipment and resources may be held [P]. */
export const LEGAL_TITLES = ['ownership', 'economic-management', 'operational-management', 'joint-activity', 'temporary-use'] as const
export type LegalTitle = (typeof LEGAL_TITLES)[number]

export interface LineFacts {
  professionCode: string
  level: number
  /** Undefined when the register in force has no such entry. */
  track: 'voluntary' | 'mandatory' | undefined
  levels: readonly number[]
  /** Why no exam could be held by its draft programme; undefined where there is none. */
  programme: readonly Blocker[] | undefined
}
export interface FilingFacts {
  bin: string | null
  lines: readonly LineFacts[]
  premisesTitle: LegalTitle | null
  premises: string
  equipment: string
  resources: string
  staff: readonly { professionCode: string }[]
  papers: readonly { kind: string; language: PaperLanguage | null; professionCode: string | null; level: number | null }[]
}

/** Why a profession and level cannot be applied for: centres are accredited for voluntary professions of the register only [L] Art. 23, [S]. */
export function lineBlockers(line: Omit<LineFacts, 'programme'>): Blocker[] {
  const data = { profession: `${line.professionCode} (${line.level})` }
  if (line.track === undefined) return [{ code: 'accreditation.profession-unknown', data }]
  if (line.track === 'mandatory') return [{ code: 'accreditation.profession-mandatory', data }]
  return line.levels.includes(line.level) ? [] : [{ code: 'accreditation.level-unknown', data }]
}

/** Everything that is still missing before the application may be submitted, in the order of the form. */
export function missingOf(filing: FilingFacts): Blocker[] {
  // Only a legal entity applies [S], and it is told by its BIN.
  const missing: Blocker[] = filing.bin === null ? [{ code: 'accreditation.bin-missing' }] : []
  missing.push(...(filing.lines.length === 0 ? [{ code: 'accreditation.line-missing' }] : filing.lines.flatMap(lineBlockers)))
  if (!filing.premisesTitle) missing.push({ code: 'accreditation.title-missing' })
  if (filing.premises === '') missing.push({ code: 'accreditation.premises-missing' })
  if (filing.equipment === '') missing.push({ code: 'accreditation.equipment-missing' })
  if (filing.resources === '') missing.push({ code: 'accreditation.resources-missing' })
  for (const code of new Set(filing.lines.map((line) => line.professionCode))) {
    if (!filing.staff.some((person) => person.professionCode === code)) missing.push({ code: 'accreditation.staff-missing', data: { profession: code } })
  }
  return [...missing, ...filing.lines.flatMap(programmeBlockers), ...PAPER_KINDS.filter((kind) => kind !== 'programme').flatMap((kind) => missingPapers(filing, kind))]
}

/** Reasons of one programme that are named; the rest is counted. */
const REASONS_SHOWN = 5
/** One draft programme per profession and level [S], whole by the rules of programmes themselves: what is missing in it is named. */
function programmeBlockers({ professionCode, level, programme }: LineFacts): Blocker[] {
  const data = { profession: `${professionCode} (${level})` }
  if (programme === undefined) return [{ code: 'accreditation.programme-missing', data }]
  if (programme.length === 0) return []
  return [{ code: 'accreditation.programme-not-whole', data: { ...data, n: programme.length } }, ...programme.slice(0, REASONS_SHOWN)]
}

function missingPapers({ papers }: FilingFacts, kind: PaperKind): Blocker[] {
  return PAPER_LANGUAGES.filter((language) => !papers.some((paper) => paper.kind === kind && paper.language === language)).map((language) => ({ code: `accreditation.paper-${kind}-${language}` }))
}
