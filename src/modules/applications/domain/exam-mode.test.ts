import { expect, it } from 'vitest'
import { examModeOf, examPlaceOf } from './draft.ts'

it.each([[undefined, ['offline'], 'offline'], ['online', ['offline'], 'offline'], ['online', ['offline', 'online'], 'online'], ['offline', ['offline', 'online'], 'offline'], [undefined, ['offline', 'online'], 'offline']] as const)(
  'chosen %s where the programme allows %j: the exam is %s', (examMode, allowed, expected) => expect(examModeOf({ examMode }, allowed)).toBe(expected))

it.each([
  ['offline', ['offline', 'online'], ['theory', 'practice'], 'onSite'], ['online', ['offline'], ['theory', 'practice'], 'theoryOnLine'], ['online', ['offline', 'online'], ['theory', 'practice'], 'onLine'],
  ['online', ['offline'], ['theory'], 'onLine'], ['online', ['offline'], ['practice'], 'onSite'], ['online', ['offline', 'online'], ['practice'], 'onLine'],
] as const)('chosen %s where the practice may be held %j, of the stages %j: %s', (chosen, practiceModes, stages, expected) => expect(examPlaceOf(chosen, practiceModes, stages)).toBe(expected))
