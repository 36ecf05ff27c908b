import { expect, it } from 'vitest'
import { examModeOf } from './draft.ts'

it.each([[undefined, ['offline'], 'offline'], ['online', ['offline'], 'offline'], ['online', ['offline', 'online'], 'online'], ['offline', ['offline', 'online'], 'offline'], [undefined, ['offline', 'online'], 'offline']] as const)(
  'chosen %s where the programme allows %j: the exam is %s', (examMode, allowed, expected) => expect(examModeOf({ examMode }, allowed)).toBe(expected))
