import { expect, it } from 'vitest'
import type { ExamMode } from '#kernel/exam-stage.ts'
import { practiceModesOf } from '#modules/programmes/index.ts'
import { examModeOf, examPlaceOf, modeOfStage } from './draft.ts'

it.each([[undefined, ['offline'], 'offline'], ['online', ['offline'], 'offline'], ['online', ['offline', 'online'], 'online'], ['offline', ['offline', 'online'], 'offline'], [undefined, ['offline', 'online'], 'offline']] as const)(
  'chosen %s where the programme allows %j: the exam is %s', (examMode, allowed, expected) => expect(examModeOf({ examMode }, allowed)).toBe(expected))

it.each([
  ['offline', ['offline', 'online'], ['theory', 'practice'], 'onSite'], ['online', ['offline'], ['theory', 'practice'], 'theoryOnLine'], ['online', ['offline', 'online'], ['theory', 'practice'], 'onLine'],
  ['online', ['offline'], ['theory'], 'onLine'], ['online', ['offline'], ['practice'], 'onSite'], ['online', ['offline', 'online'], ['practice'], 'onLine'],
] as const)('chosen %s where the practice may be held %j, of the stages %j: %s', (chosen, practiceModes, stages, expected) => expect(examPlaceOf(chosen, practiceModes, stages)).toBe(expected))

it.each<[string, ExamMode, ExamMode[] | undefined, ExamMode]>([
  ['in the centre for whoever chose the centre', 'offline', undefined, 'offline'],
  ['in the centre for whoever chose the centre, though the programme would hold it on line', 'offline', ['offline', 'online'], 'offline'],
  ['in the centre after a theory on line, where the programme says nothing', 'online', undefined, 'offline'],
  ['in the centre after a theory on line, where the programme says so', 'online', ['offline'], 'offline'],
  ['on line for whoever chose so, where the programme allows it', 'online', ['offline', 'online'], 'online'],
])('the practice is held %s; the theory as he chose', (_says, chosen, practiceModes, expected) => {
  const allowed = practiceModesOf(practiceModes ? { practiceModes } : {})
  expect([modeOfStage('theory', chosen, allowed), modeOfStage('practice', chosen, allowed)]).toEqual([chosen, expected])
})
