import { BASES, entryBlockers, FORMS, TRACKS, type ProfessionFacts } from './profession.ts'
import { headerFaults, readCells, repeatedKeys, type CellRow, type RowFault } from './row-cells.ts'

/** What a table of professions cannot do without. */
export const PROFESSION_COLUMNS_REQUIRED = ['code', 'name_ru', 'track'] as const
/** Every column it may have. */
export const PROFESSION_COLUMNS: readonly string[] = [
  ...PROFESSION_COLUMNS_REQUIRED, 'name_kk', 'name_en', 'basis', 'basis_title_kk', 'basis_title_ru', 'field', 'levels', 'education_required', 'education_text_kk', 'education_text_ru',
  'experience_required', 'experience_text_kk', 'experience_text_ru', 'validity_months', 'age_min', 'body', 'act_kk', 'act_ru', 'form', 'synonyms',
]
/** Columns of our own table that say nothing to the register. */
const PASSED_OVER = ['programme_key', 'provenance', 'attributes_provenance', 'attributes_note']

/** In which column a contradiction of an entry is to be put right. */
const COLUMN_OF: Readonly<Record<string, string>> = {
  'profession.name-missing': 'name_ru', 'profession.levels-missing': 'levels', 'profession.basis-missing': 'basis', 'profession.basis-of-mandatory': 'basis',
  'profession.form-of-voluntary': 'form', 'profession.level-wrong': 'levels', 'profession.validity-wrong': 'validity_months', 'profession.age-wrong': 'age_min',
}

export interface KnownCodes {
  fields: ReadonlySet<string>
  bodies: ReadonlySet<string>
}

/** Reads a table of professions; with any fault nothing of it may be entered. */
export function readProfessionTable(header: readonly string[], rows: readonly CellRow[], known: KnownCodes): { entries: ProfessionFacts[]; faults: RowFault[] } {
  const ofHeader = headerFaults(header, PROFESSION_COLUMNS_REQUIRED, [...PROFESSION_COLUMNS, ...PASSED_OVER])
  if (ofHeader.length > 0) return { entries: [], faults: ofHeader }
  const read = rows.map((row) => readRow(row, known))
  const faults = [...read.flatMap((each) => each.faults), ...repeatedKeys(rows, 'code')].sort((a, b) => a.line - b.line)
  return { entries: read.map((each) => each.entry), faults }
}

function readRow(row: CellRow, known: KnownCodes): { entry: ProfessionFacts; faults: RowFault[] } {
  const cells = readCells(row)
  const pair = (column: string) => ({ ...(cells.text(`${column}_kk`) ? { kk: cells.text(`${column}_kk`) } : {}), ...(cells.text(`${column}_ru`) ? { ru: cells.text(`${column}_ru`) } : {}) })
  const among = (column: string, codes: ReadonlySet<string>): string | null => {
    const code = cells.optional(column)
    if (code !== null && !codes.has(code)) cells.fault(column, 'import.code-unknown')
    return code
  }
  const code = cells.required('code')
  if (code !== '' && !/^[A-Z0-9][A-Z0-9.-]{0,39}$/.test(code)) cells.fault('code', 'import.code-wrong')
  cells.required('name_ru')
  cells.required('track')
  const levels = cells.list('levels').map((level) => {
    if (!/^\d$/.test(level)) cells.fault('levels', 'import.not-a-number')
    return Number(level)
  })
  const entry: ProfessionFacts = {
    code, name: { ...pair('name'), ...(cells.text('name_en') ? { en: cells.text('name_en') } : {}) }, track: cells.oneOf('track', TRACKS) ?? 'voluntary', basis: cells.oneOf('basis', BASES),
    basisTitle: pair('basis_title'), fieldCode: among('field', known.fields), levels, educationRequired: cells.yesNo('education_required'), experienceRequired: cells.yesNo('experience_required'),
    educationText: pair('education_text'), experienceText: pair('experience_text'), validityMonths: cells.wholeNumber('validity_months'), ageMin: cells.wholeNumber('age_min'),
    bodyCode: among('body', known.bodies), act: pair('act'), form: cells.oneOf('form', FORMS), synonyms: cells.list('synonyms'), provenance: 'import', attributesProvenance: 'import',
  }
  if (cells.faults.length === 0) {
    for (const { code: reason } of entryBlockers(entry)) cells.fault(COLUMN_OF[reason] ?? 'code', reason)
  }
  return { entry, faults: cells.faults }
}

/** Whether an entry says exactly what the register says already, so that no new version is made of it. */
export function isSameEntry(a: ProfessionFacts, b: ProfessionFacts): boolean {
  const said = (facts: ProfessionFacts) => JSON.stringify([
    facts.code, facts.name.kk ?? '', facts.name.ru ?? '', facts.name.en ?? '', facts.track, facts.basis, facts.basisTitle.kk ?? '', facts.basisTitle.ru ?? '', facts.fieldCode, facts.levels,
    facts.educationRequired, facts.experienceRequired, facts.educationText.kk ?? '', facts.educationText.ru ?? '', facts.experienceText.kk ?? '', facts.experienceText.ru ?? '',
    facts.validityMonths, facts.ageMin, facts.bodyCode, facts.act.kk ?? '', facts.act.ru ?? '', facts.form, facts.synonyms, facts.provenance, facts.attributesProvenance,
  ])
  return said(a) === said(b)
}
