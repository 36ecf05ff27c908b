import type { Blocker } from '#kernel/denial.ts'

/** The five kinds of papers of an applicant [S]. */
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
  /** A draft programme of the platform is linked. */
  linked: boolean
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
export function lineBlockers(line: Omit<LineFacts, 'linked'>): Blocker[] {
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
  return [...missing, ...PAPER_KINDS.flatMap((kind) => missingPapers(filing, kind))]
}

function missingPapers({ lines, papers }: FilingFacts, kind: PaperKind): Blocker[] {
  const of = (language: PaperLanguage) => papers.filter((paper) => paper.kind === kind && paper.language === language)
  if (kind !== 'programme') return PAPER_LANGUAGES.filter((language) => of(language).length === 0).map((language) => ({ code: `accreditation.paper-${kind}-${language}` }))
  return lines.filter((line) => !line.linked).flatMap((line) => PAPER_LANGUAGES
    .filter((language) => !of(language).some((paper) => paper.professionCode === line.professionCode && paper.level === line.level))
    .map((language) => ({ code: `accreditation.paper-programme-${language}`, data: { profession: `${line.professionCode} (${line.level})` } })))
}
