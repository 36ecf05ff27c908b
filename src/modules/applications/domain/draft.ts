import { STAGES, type ExamMode, type Stage } from '#kernel/exam-stage.ts'

export const WAYS_LEARNT = ['formal', 'non-formal', 'informal'] as const
export type WayLearnt = (typeof WAYS_LEARNT)[number]
export const EXAM_LANGUAGES = ['kk', 'ru'] as const
export type ExamLanguage = (typeof EXAM_LANGUAGES)[number]
export const ACCOMMODATION_KINDS = ['extra-time', 'large-print', 'place', 'assistant', 'tics', 'covered-face', 'glasses', 'other'] as const
/** What the watch of an exam on line errs about; which of its signals each switches off is a norm. */
export const WATCH_CONDITIONS = ['tics', 'covered-face', 'glasses'] as const satisfies readonly (typeof ACCOMMODATION_KINDS)[number][]
export type AccommodationKind = (typeof ACCOMMODATION_KINDS)[number]

/** The text of the consent to the use of personal data; a new text is a new version, and old applications keep theirs. */
export const CONSENT_VERSION = '2026-02'

/** What a person has typed so far; nothing of it is binding before it is sent. */
export interface DraftData {
  level?: number | undefined
  centreId?: string | undefined
  phone?: string | undefined
  email?: string | undefined
  address?: string | undefined
  citizenship?: string | undefined
  wayLearnt?: WayLearnt | undefined
  needs?: readonly Need[] | undefined
  examLanguage?: ExamLanguage | undefined
  examMode?: ExamMode | undefined
  /** The employer's referral on which the person applies. */
  referralId?: string | undefined
}
export interface Need {
  kind: AccommodationKind
  asked: string
}

export const APPLY_STEPS = ['place', 'you', 'learning', 'papers', 'needs', 'language', 'summary'] as const
export type ApplyStep = (typeof APPLY_STEPS)[number]

/** Whether a text names a step of applying. */
export function isApplyStep(text: string): text is ApplyStep {
  return (APPLY_STEPS as readonly string[]).includes(text)
}

/** Steps still without their answer, in order; the needs of a person are never demanded. */
export function missingSteps(data: DraftData): ApplyStep[] {
  const missing: ApplyStep[] = []
  if (data.level === undefined || !data.centreId) missing.push('place')
  if (!data.phone || !data.address) missing.push('you')
  if (!data.wayLearnt) missing.push('learning')
  if (!data.examLanguage) missing.push('language')
  return missing
}

/** Where an exam is held, in one word: all of it in the centre, the theory alone on line, or all of it on line. */
export type ExamPlace = 'onSite' | 'theoryOnLine' | 'onLine'
/** The place of the stages that are held, by what was chosen and what the programme allows for the practice. */
export function examPlaceOf(chosen: ExamMode, practiceModes: readonly ExamMode[], stages: readonly Stage[] = STAGES): ExamPlace {
  const modes = stages.map((stage) => modeOfStage(stage, chosen, practiceModes))
  if (!modes.includes('online')) return 'onSite'
  return modes.includes('offline') ? 'theoryOnLine' : 'onLine'
}

/** How a stage is held for one candidate: the theory as he chose; the practice on line too where he chose so and the programme of his attempt says it may be, else in the centre. */
export function modeOfStage(stage: Stage, chosen: ExamMode, practiceModes: readonly ExamMode[]): ExamMode {
  return chosen === 'online' && (stage === 'theory' || practiceModes.includes('online')) ? 'online' : 'offline'
}

/** The mode that counts: what was chosen, when the programme allows it; else in the centre. */
export function examModeOf(data: Pick<DraftData, 'examMode'>, allowed: readonly ExamMode[]): ExamMode {
  return data.examMode === 'online' && allowed.includes('online') ? 'online' : 'offline'
}
