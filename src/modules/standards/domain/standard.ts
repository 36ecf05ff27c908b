import type { Blocker } from '#kernel/denial.ts'

/** A text of a standard: it is approved in Kazakh and in Russian. */
export interface BasisText {
  kk: string
  ru: string
}

export const BASIS_KINDS = ['standard', 'requirements'] as const
export type BasisKind = (typeof BASIS_KINDS)[number]

/** A skill stands above abilities and knowledge: it is the ability to apply both so that a professional task is done entirely [L Art. 1]. */
export interface Skill {
  code: string
  name: BasisText
  /** May be recognised alone: a person need not show the whole profession. */
  alone: boolean
  abilities: BasisText[]
  knowledge: BasisText[]
}
export interface LabourFunction {
  code: string
  name: BasisText
  /** A mandatory labour function, or an additional one. */
  mandatory: boolean
  skills: Skill[]
}

/** Texts of a card beside its name and aim; the order is that of the document. */
export const CARD_TEXTS = ['education', 'experience', 'learning', 'otherNames', 'competences', 'regulations', 'related'] as const
export type CardText = (typeof CARD_TEXTS)[number]

/** One profession at one level in a standard. */
export interface ProfessionCard {
  code: string
  name: BasisText
  /** Code of the register of professions, where the register has the profession. */
  professionCode: string | null
  /** Code of the occupation by the national classifier, as the document gives it. */
  occupationCode: string | null
  /** Level of the sectoral framework, 1 to 8; null is "not written". */
  level: number | null
  /** Sub-level by the tariff and qualification guides. */
  tariffGrade: string | null
  aim: BasisText
  texts: Record<CardText, BasisText>
  functions: LabourFunction[]
}

/** Texts of the passport and of the general and technical part of the document. */
export const PASSPORT_TEXTS = ['scope', 'terms', 'abbreviations', 'oked', 'summary', 'developers', 'council', 'review'] as const
export type PassportText = (typeof PASSPORT_TEXTS)[number]

export interface StandardContent {
  passport: Record<PassportText, BasisText>
  cards: ProfessionCard[]
}

/** A profession and a level for which a document is the basis of assessment. */
export interface BasisFor {
  professionCode: string
  level: number
}

/** Qualification requirements stand in where there is no standard. */
export interface RequirementsContent {
  text: BasisText
  /** Page where the act is published. */
  page: string
  professions: BasisFor[]
}

/** The parts of the passport that no standard may lack. */
export const REQUIRED_PASSPORT: readonly PassportText[] = ['scope', 'oked', 'summary']
const REQUIRED_CARD: readonly CardText[] = ['education']
export const NODE_CODE = /^[\p{L}\p{N}][\p{L}\p{N}.-]{0,23}$/u

export const noText = (): BasisText => ({ kk: '', ru: '' })
export const textsOf = <Key extends string>(keys: readonly Key[]): Record<Key, BasisText> => Object.fromEntries(keys.map((key) => [key, noText()])) as Record<Key, BasisText>

/** A standard in which nothing is written yet. */
export function emptyStandard(): StandardContent {
  return { passport: textsOf(PASSPORT_TEXTS), cards: [] }
}

/** What keeps a standard from being sent for approval: every node it concerns is named by its code. */
export function standardBlockers({ passport, cards }: StandardContent): Blocker[] {
  const found: Blocker[] = []
  const say = (code: string, at: string) => found.push({ code: `standards.${code}`, data: { at } })
  for (const part of PASSPORT_TEXTS) textFaults(passport[part], REQUIRED_PASSPORT.includes(part), (code) => say(code, part))
  if (cards.length === 0) found.push({ code: 'standards.cards-missing' })
  for (const code of repeated(cards.map((card) => card.code))) say('code-repeated', code)
  for (const key of repeated(cards.filter((card) => card.professionCode && card.level).map((card) => `${card.professionCode}, ${card.level}`))) say('profession-repeated', key)
  for (const card of cards) found.push(...cardBlockers(card))
  return found
}

function cardBlockers(card: ProfessionCard): Blocker[] {
  const found: Blocker[] = []
  const say = (code: string, at: string) => found.push({ code: `standards.${code}`, data: { at } })
  if (!NODE_CODE.test(card.code)) say('code-wrong', card.code)
  textFaults(card.name, true, (code) => say(code, card.code))
  textFaults(card.aim, true, (code) => say(code, `${card.code}, aim`))
  for (const part of CARD_TEXTS) textFaults(card.texts[part], REQUIRED_CARD.includes(part), (code) => say(code, `${card.code}, ${part}`))
  if (card.level === null) say('level-missing', card.code)
  else if (!isLevel(card.level)) say('level-wrong', card.code)
  if (!card.functions.some((each) => each.mandatory)) say('functions-missing', card.code)
  for (const code of repeated([...card.functions.map((each) => each.code), ...card.functions.flatMap((each) => each.skills.map((skill) => skill.code))])) say('code-repeated', `${card.code}, ${code}`)
  for (const each of card.functions) {
    if (!NODE_CODE.test(each.code)) say('code-wrong', `${card.code}, ${each.code}`)
    textFaults(each.name, true, (code) => say(code, `${card.code}, ${each.code}`))
    if (each.skills.length === 0) say('skills-missing', `${card.code}, ${each.code}`)
    for (const skill of each.skills) found.push(...skillBlockers(skill, card.code))
  }
  return found
}

function skillBlockers(skill: Skill, card: string): Blocker[] {
  const found: Blocker[] = []
  const say = (code: string) => found.push({ code: `standards.${code}`, data: { at: `${card}, ${skill.code}` } })
  if (!NODE_CODE.test(skill.code)) say('code-wrong')
  textFaults(skill.name, true, say)
  if (skill.abilities.length === 0) say('abilities-missing')
  if (skill.knowledge.length === 0) say('knowledge-missing')
  for (const text of [...skill.abilities, ...skill.knowledge]) textFaults(text, true, say)
  return found
}

/** What keeps qualification requirements from being sent for approval. */
export function requirementsBlockers({ text, page, professions }: RequirementsContent): Blocker[] {
  const found: Blocker[] = []
  textFaults(text, true, (code) => found.push({ code: `standards.${code}`, data: { at: 'text' } }))
  if (page !== '' && !/^https?:\/\/\S+$/.test(page)) found.push({ code: 'standards.page-wrong' })
  if (professions.length === 0) found.push({ code: 'standards.professions-missing' })
  for (const { professionCode, level } of professions) if (!isLevel(level)) found.push({ code: 'standards.level-wrong', data: { at: professionCode } })
  for (const key of repeated(professions.map(({ professionCode, level }) => `${professionCode}, ${level}`))) found.push({ code: 'standards.profession-repeated', data: { at: key } })
  return found
}

/** The professions and levels that a standard is the basis for. */
export function professionsOf({ cards }: StandardContent): BasisFor[] {
  return cards.flatMap(({ professionCode, level }) => (professionCode !== null && level !== null ? [{ professionCode, level }] : []))
}

export function isLevel(level: number): boolean {
  return Number.isInteger(level) && level >= 1 && level <= 8
}
function textFaults(text: BasisText, required: boolean, say: (code: string) => void): void {
  const [kk, ru] = [text.kk.trim() !== '', text.ru.trim() !== '']
  if (!kk && !ru) {
    if (required) say('text-missing')
  } else if (!kk) say('kazakh-missing')
  else if (!ru) say('russian-missing')
}
function repeated(codes: readonly string[]): string[] {
  return [...new Set(codes.filter((code, place) => codes.indexOf(code) !== place))]
}
