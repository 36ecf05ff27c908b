import type { Blocker } from '#kernel/denial.ts'
import type { ExamMode } from '#kernel/exam-stage.ts'
import { modeBlockers, type TaskFile } from './practice-modes.ts'

/** A text of a programme: Kazakh and Russian are asked for, English may be missing. */
export interface ProgrammeText {
  kk: string
  ru: string
  en?: string
}

/** The languages in which every text of an approved programme stands, so that the exam can be taken in each. */
export const PROGRAMME_LANGUAGES = ['kk', 'ru'] as const

export const ITEM_KINDS = ['single', 'multiple'] as const
export type ItemKind = (typeof ITEM_KINDS)[number]

export interface Topic {
  code: string
  name: ProgrammeText
}
/** How many items of a topic stand in one exam form. */
export interface BlueprintLine {
  topic: string
  count: number
}
/** One operation of the technological map. */
export interface MapStep {
  no: number
  operation: ProgrammeText
  criterion: ProgrammeText
  minutes: number | null
  tools?: ProgrammeText
  /** A breach here is a breach of safety and stops the practice. */
  critical: boolean
  /** Every operation counts unless the map marks it optional [D]. */
  optional: boolean
  /** Topic whose recommendation is given when the operation was not done. */
  topic?: string
  /** The skill that the operation shows; operations of one skill carry the same words. */
  skill?: ProgrammeText
}
export interface TechnologicalMap {
  title: ProgrammeText
  task: ProgrammeText
  minutes: number
  steps: MapStep[]
  /** What the candidate gets with the task; missing where there is nothing. */
  files?: TaskFile[]
}
/** All of a programme version but its items. */
export interface ProgrammeContent {
  title: ProgrammeText
  topics: Topic[]
  blueprint: BlueprintLine[]
  theoryMinutes: number
  map: TechnologicalMap
  methodology: ProgrammeText
  briefing: ProgrammeText
  recommendations: Record<string, ProgrammeText>
  needs: ProgrammeText
  /** How the theory is held: in the centre, and where the programme allows it on line with proctoring [S]. */
  modes: ExamMode[]
  /** The same of the practice; read by `practiceModesOf`. */
  practiceModes?: ExamMode[]
}

export interface ItemOption {
  key: string
  text: ProgrammeText
}
/** What a draft says of one item, its key included. */
export interface ProgrammeItem {
  code: string
  topic: string
  kind: ItemKind
  stem: ProgrammeText
  options: ItemOption[]
  correct: string[]
}

export const OPTION_KEYS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const
const ITEM_CODE = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,31}$/u
const TOPIC_CODE = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,15}$/u
const MINUTES_MAX = 24 * 60

/** A new programme, with nothing written yet. */
export function emptyContent(): ProgrammeContent {
  const nothing = (): ProgrammeText => ({ kk: '', ru: '' })
  return {
    title: nothing(), topics: [], blueprint: [], theoryMinutes: 0, map: { title: nothing(), task: nothing(), minutes: 0, steps: [] },
    methodology: nothing(), briefing: nothing(), recommendations: {}, needs: nothing(), modes: ['offline'],
  }
}

/** How many questions one candidate gets. */
export function formLength(content: Pick<ProgrammeContent, 'blueprint'>): number {
  return content.blueprint.reduce((sum, line) => sum + line.count, 0)
}

/** Why this item cannot stand in an exam. */
export function itemBlockers(item: ProgrammeItem, topics: readonly Pick<Topic, 'code'>[]): Blocker[] {
  const found: Blocker[] = []
  const say = (code: string) => found.push({ code: `programme.item-${code}`, data: { item: item.code } })
  if (!ITEM_CODE.test(item.code)) say('code-wrong')
  if (!topics.some((topic) => topic.code === item.topic)) say('topic-unknown')
  if (!isWhole(item.stem)) say('text-missing')
  if (item.options.some((option) => !isWhole(option.text))) say('option-text-missing')
  if (item.options.length < 2 || item.options.length > OPTION_KEYS.length) say('options-count')
  const keys = item.options.map((option) => option.key)
  if (new Set(keys).size !== keys.length || keys.some((key) => !(OPTION_KEYS as readonly string[]).includes(key))) say('option-key-wrong')
  for (const lang of ['kk', 'ru'] as const) {
    const texts = item.options.map((option) => folded(option.text[lang])).filter((text) => text !== '')
    if (new Set(texts).size !== texts.length) {
      say('options-same')
      break
    }
  }
  const right = new Set(item.correct)
  if (right.size !== item.correct.length || item.correct.some((key) => !keys.includes(key))) say('key-unknown')
  if (item.kind === 'single' && right.size !== 1) say('single-key')
  if (item.kind === 'multiple' && (right.size < 2 || right.size >= keys.length)) say('multiple-key')
  return found
}

/** Why the topics and the blueprint cannot be kept even in a draft: codes that collide or numbers that are none. */
export function topicsBlockers(topics: readonly Topic[], blueprint: readonly BlueprintLine[]): Blocker[] {
  const found: Blocker[] = []
  const codes = topics.map((topic) => topic.code)
  for (const code of codes) if (!TOPIC_CODE.test(code)) found.push({ code: 'programme.topic-code-wrong', data: { topic: code } })
  for (const code of repeated(codes)) found.push({ code: 'programme.topic-repeated', data: { topic: code } })
  for (const topic of topics) if (!isWhole(topic.name)) found.push({ code: 'programme.topic-name-missing', data: { topic: topic.code } })
  for (const line of blueprint) {
    if (!codes.includes(line.topic)) found.push({ code: 'programme.blueprint-topic-unknown', data: { topic: line.topic } })
    if (!Number.isInteger(line.count) || line.count < 0 || line.count > 200) found.push({ code: 'programme.blueprint-count-wrong', data: { topic: line.topic } })
  }
  for (const code of repeated(blueprint.map((line) => line.topic))) found.push({ code: 'programme.blueprint-topic-repeated', data: { topic: code } })
  return found
}

/** Why this operation cannot stand in the map. */
export function stepBlockers(step: MapStep, topics: readonly Pick<Topic, 'code'>[]): Blocker[] {
  const found: Blocker[] = []
  const say = (code: string) => found.push({ code: `programme.step-${code}`, data: { no: step.no } })
  if (!isWhole(step.operation)) say('operation-missing')
  if (!isWhole(step.criterion)) say('criterion-missing')
  if (step.minutes !== null && !isMinutes(step.minutes)) say('minutes-wrong')
  if (step.topic !== undefined && !topics.some((topic) => topic.code === step.topic)) say('topic-unknown')
  if (step.skill !== undefined && !isWhole(step.skill)) say('skill-half')
  if (step.critical && step.optional) say('critical-and-optional')
  return found
}

function mapBlockers(map: TechnologicalMap, topics: readonly Topic[]): Blocker[] {
  const found: Blocker[] = []
  if (!isWhole(map.title)) found.push({ code: 'programme.map-title-missing' })
  if (!isWhole(map.task)) found.push({ code: 'programme.map-task-missing' })
  if (!isMinutes(map.minutes)) found.push({ code: 'programme.map-minutes-wrong' })
  if (map.steps.length === 0) found.push({ code: 'programme.map-empty' })
  else if (map.steps.every((step) => step.optional)) found.push({ code: 'programme.map-all-optional' })
  map.steps.forEach((step, place) => {
    if (step.no !== place + 1) found.push({ code: 'programme.step-order', data: { no: step.no, expected: place + 1 } })
    found.push(...stepBlockers(step, topics))
  })
  return found
}

/** Why an exam cannot be held by this programme; empty when it can. */
export function contentBlockers(content: ProgrammeContent, items: readonly ProgrammeItem[]): Blocker[] {
  const found: Blocker[] = []
  for (const part of ['title', 'methodology', 'briefing', 'needs'] as const) if (!isWhole(content[part])) found.push({ code: `programme.${part}-missing` })
  if (!isMinutes(content.theoryMinutes)) found.push({ code: 'programme.theory-minutes-wrong' })
  if (content.topics.length === 0) found.push({ code: 'programme.topics-missing' })
  found.push(...topicsBlockers(content.topics, content.blueprint))
  if (formLength(content) <= 0) found.push({ code: 'programme.blueprint-empty' })
  for (const line of content.blueprint) {
    const present = items.filter((item) => item.topic === line.topic).length
    if (present < line.count) found.push({ code: 'programme.topic-too-few-items', data: { topic: line.topic, needed: line.count, present } })
  }
  for (const topic of content.topics) {
    const text = content.recommendations[topic.code]
    if (!text || !isWhole(text)) found.push({ code: 'programme.recommendation-missing', data: { topic: topic.code } })
  }
  for (const code of repeated(items.map((item) => item.code))) found.push({ code: 'programme.item-code-repeated', data: { item: code } })
  for (const item of items) found.push(...itemBlockers(item, content.topics))
  found.push(...mapBlockers(content.map, content.topics))
  found.push(...modeBlockers(content))
  return found
}

function isWhole(text: ProgrammeText): boolean {
  return text.kk.trim() !== '' && text.ru.trim() !== ''
}
function isMinutes(value: number): boolean {
  return Number.isInteger(value) && value > 0 && value <= MINUTES_MAX
}
function folded(text: string): string {
  return text.trim().replace(/\s+/gu, ' ').toLowerCase()
}
function repeated(codes: readonly string[]): string[] {
  return [...new Set(codes.filter((code, place) => codes.indexOf(code) !== place))]
}
