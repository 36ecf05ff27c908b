import type { Stage } from '#kernel/exam-stage.ts'
import type { Language } from '#kernel/localized.ts'
import { messages as exams } from '#modules/exams/messages/index.ts'
import type { WatchState } from '#modules/proctoring/index.ts'
import { messages as proctoring } from '#modules/proctoring/messages/index.ts'
import { en } from './messages/en.ts'
import { kk, type ProctorText } from './messages/kk.ts'
import { ru } from './messages/ru.ts'

const TEXTS: Readonly<Record<Language, ProctorText>> = { kk, ru, en }

/** The words of the desk of proctors and reviewers. */
export function proctorText(lang: Language): ProctorText {
  return TEXTS[lang]
}

/** What a flag is about, whether a machine noticed it or a person did. */
export function flagKind(lang: Language, kind: string): string {
  const known: Readonly<Record<string, string>> = { ...exams[lang].grounds, ...exams[lang].incidents, ...proctoring[lang].serverKinds }
  return known[kind] ?? kind
}

/** Where a watch stands, in the words of its stage. */
export function stateWord(lang: Language, stage: Stage, state: WatchState): string {
  return stage === 'practice' && state === 'running' ? proctoring[lang].working : proctoring[lang].states[state]
}
