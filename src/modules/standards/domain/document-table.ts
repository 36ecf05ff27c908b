import { CARD_TEXTS, emptyStandard, isLevel, PASSPORT_TEXTS, textsOf, type BasisText, type LabourFunction, type ProfessionCard, type Skill, type StandardContent } from './standard.ts'
import { NO, YES } from './table-answers.ts'

/** The document template: one row per node, a node belongs to the nearest row above it of the kind it stands under. */
export const DOCUMENT_COLUMNS = [
  'node', 'code', 'text_kk', 'text_ru', 'mandatory', 'alone', 'profession', 'occupation', 'sqf_level', 'tariff_grade', 'aim_kk', 'aim_ru',
  'education_kk', 'education_ru', 'experience_kk', 'experience_ru', 'learning_kk', 'learning_ru', 'other_names_kk', 'other_names_ru',
  'competences_kk', 'competences_ru', 'regulations_kk', 'regulations_ru', 'related_kk', 'related_ru',
] as const
export const DOCUMENT_COLUMNS_REQUIRED = ['node', 'code', 'text_kk', 'text_ru'] as const
export const DOCUMENT_NODES = ['passport', 'card', 'function', 'skill', 'ability', 'knowledge'] as const
type DocumentNode = (typeof DOCUMENT_NODES)[number]

/** The columns that only rows of these nodes may fill. */
const OWN_COLUMNS: Readonly<Record<DocumentNode, readonly string[]>> = {
  passport: [], function: ['mandatory'], skill: ['alone'], ability: [], knowledge: [],
  card: DOCUMENT_COLUMNS.slice(DOCUMENT_COLUMNS.indexOf('profession')),
}
const COLUMN_OF = { education: 'education', experience: 'experience', learning: 'learning', otherNames: 'other_names', competences: 'competences', regulations: 'regulations', related: 'related' } as const

export interface DocumentRow {
  line: number
  cells: Readonly<Record<string, string>>
}
export interface DocumentFault {
  line: number
  column: string
  reason: string
}

/** Reads a filled template; with any fault nothing of it is taken. `professions` are the codes that the register has. */
export function readDocument(header: readonly string[], rows: readonly DocumentRow[], professions: ReadonlySet<string>): { content: StandardContent; faults: DocumentFault[] } {
  const faults: DocumentFault[] = [
    ...DOCUMENT_COLUMNS_REQUIRED.filter((column) => !header.includes(column)).map((column) => ({ line: 1, column, reason: 'import.column-missing' })),
    ...header.filter((column) => !(DOCUMENT_COLUMNS as readonly string[]).includes(column)).map((column) => ({ line: 1, column, reason: 'import.column-unknown' })),
  ]
  const content = emptyStandard()
  if (faults.length > 0) return { content, faults }
  let card: ProfessionCard | undefined
  let labour: LabourFunction | undefined
  let skill: Skill | undefined
  const seen = new Set<string>()
  for (const row of rows) {
    const cell = (column: string) => (row.cells[column] ?? '').trim()
    const fault = (column: string, reason: string) => void faults.push({ line: row.line, column, reason })
    const node = DOCUMENT_NODES.find((each) => each === cell('node'))
    if (!node) {
      fault('node', cell('node') === '' ? 'import.missing' : 'import.not-one-of')
      continue
    }
    for (const column of DOCUMENT_COLUMNS.slice(DOCUMENT_COLUMNS.indexOf('mandatory'))) {
      if (cell(column) !== '' && !OWN_COLUMNS[node].includes(column)) fault(column, 'standards.column-of-another-node')
    }
    const text: BasisText = { kk: cell('text_kk'), ru: cell('text_ru') }
    for (const lang of ['kk', 'ru'] as const) if (text[lang] === '') fault(`text_${lang}`, 'import.missing')
    const code = cell('code')
    const coded = (under: string) => {
      if (code === '') fault('code', 'import.missing')
      else if (!/^[\p{L}\p{N}][\p{L}\p{N}.-]{0,23}$/u.test(code)) fault('code', 'import.code-wrong')
      else if (seen.has(`${under}/${code}`)) fault('code', 'import.twice')
      seen.add(`${under}/${code}`)
    }
    if (node === 'passport') {
      const part = PASSPORT_TEXTS.find((each) => each === code)
      if (part === undefined) fault('code', code === '' ? 'import.missing' : 'import.not-one-of')
      else {
        coded('passport')
        content.passport[part] = text
      }
    } else if (node === 'card') {
      coded('card')
      card = cardOf(cell, fault, code, text, professions)
      content.cards.push(card)
      labour = skill = undefined
    } else if (node === 'function') {
      if (!card) fault('node', 'standards.row-without-parent')
      coded(card?.code ?? '')
      labour = { code, name: text, mandatory: answerOf(cell('mandatory'), () => fault('mandatory', 'import.not-yes-or-no')), skills: [] }
      card?.functions.push(labour)
      skill = undefined
    } else if (node === 'skill') {
      if (!labour) fault('node', 'standards.row-without-parent')
      coded(card?.code ?? '')
      skill = { code, name: text, alone: answerOf(cell('alone'), () => fault('alone', 'import.not-yes-or-no')), abilities: [], knowledge: [] }
      labour?.skills.push(skill)
    } else {
      if (!skill) fault('node', 'standards.row-without-parent')
      skill?.[node === 'ability' ? 'abilities' : 'knowledge'].push(text)
    }
  }
  if (rows.length === 0) faults.push({ line: 1, column: 'node', reason: 'import.missing' })
  return { content, faults }
}

function cardOf(cell: (column: string) => string, fault: (column: string, reason: string) => void, code: string, name: BasisText, professions: ReadonlySet<string>): ProfessionCard {
  const level = cell('sqf_level')
  if (level !== '' && !(/^\d$/.test(level) && isLevel(Number(level)))) fault('sqf_level', 'standards.level-not-1-8')
  const profession = cell('profession')
  if (profession !== '' && !professions.has(profession)) fault('profession', 'import.code-unknown')
  const pair = (column: string): BasisText => {
    const text = { kk: cell(`${column}_kk`), ru: cell(`${column}_ru`) }
    if (text.kk !== '' && text.ru === '') fault(`${column}_ru`, 'import.missing')
    if (text.ru !== '' && text.kk === '') fault(`${column}_kk`, 'import.missing')
    return text
  }
  const texts = textsOf(CARD_TEXTS)
  for (const key of CARD_TEXTS) texts[key] = pair(COLUMN_OF[key])
  return { code, name, professionCode: profession || null, occupationCode: cell('occupation') || null, level: /^\d$/.test(level) ? Number(level) : null, tariffGrade: cell('tariff_grade') || null, aim: pair('aim'), texts, functions: [] }
}

function answerOf(text: string, wrong: () => void): boolean {
  const answer = text.toLowerCase()
  if (!YES.includes(answer) && !NO.includes(answer)) wrong()
  return YES.includes(answer)
}

/** The rows of a standard in the order of the template: what was written can be taken out, changed and brought back. */
export function documentRows({ passport, cards }: StandardContent): string[][] {
  const row = (cells: Partial<Record<(typeof DOCUMENT_COLUMNS)[number], string>>) => DOCUMENT_COLUMNS.map((column) => cells[column] ?? '')
  const text = ({ kk, ru }: BasisText) => ({ text_kk: kk, text_ru: ru })
  const isWritten = ({ kk, ru }: BasisText) => kk !== '' || ru !== ''
  return [
    ...PASSPORT_TEXTS.filter((part) => isWritten(passport[part])).map((part) => row({ node: 'passport', code: part, ...text(passport[part]) })),
    ...cards.flatMap((card) => [
      row({
        node: 'card', code: card.code, ...text(card.name), profession: card.professionCode ?? '', occupation: card.occupationCode ?? '', sqf_level: card.level === null ? '' : String(card.level),
        tariff_grade: card.tariffGrade ?? '', aim_kk: card.aim.kk, aim_ru: card.aim.ru,
        ...Object.fromEntries(CARD_TEXTS.flatMap((key) => [[`${COLUMN_OF[key]}_kk`, card.texts[key].kk], [`${COLUMN_OF[key]}_ru`, card.texts[key].ru]])),
      }),
      ...card.functions.flatMap((labour) => [
        row({ node: 'function', code: labour.code, ...text(labour.name), mandatory: labour.mandatory ? 'yes' : 'no' }),
        ...labour.skills.flatMap((skill) => [
          row({ node: 'skill', code: skill.code, ...text(skill.name), alone: skill.alone ? 'yes' : 'no' }),
          ...skill.abilities.map((each) => row({ node: 'ability', ...text(each) })),
          ...skill.knowledge.map((each) => row({ node: 'knowledge', ...text(each) })),
        ]),
      ]),
    ]),
  ]
}

