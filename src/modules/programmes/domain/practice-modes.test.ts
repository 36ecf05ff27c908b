import { expect, it } from 'vitest'
import type { ExamMode } from '#kernel/exam-stage.ts'
import { modeBlockers, practiceModesOf, taskFileBlockers } from './practice-modes.ts'

it('an edition that says nothing of the practice holds it in the centre', () => {
  expect(practiceModesOf({})).toEqual(['offline'])
  expect(practiceModesOf({ practiceModes: ['offline', 'online'] })).toEqual(['offline', 'online'])
})

it.each<[string, ExamMode[], ExamMode[] | undefined, string[]]>([
  ['both stages in the centre', ['offline'], undefined, []],
  ['the theory on line too', ['offline', 'online'], undefined, []],
  ['both on line too', ['offline', 'online'], ['offline', 'online'], []],
  ['the practice on line and the theory not', ['offline'], ['offline', 'online'], ['programme.practice-online-theory-not']],
  ['the practice on line alone', ['offline', 'online'], ['online'], ['programme.practice-centre-missing']],
  ['nothing', [], undefined, ['programme.modes-missing']],
])('%s', (_says, modes, practiceModes, expected) => {
  expect(modeBlockers({ modes, ...(practiceModes ? { practiceModes } : {}) }).map((each) => each.code)).toEqual(expected)
})

const MB = 1024 * 1024
it.each<[string, number, number, string, string[]]>([
  ['the last file that fits', 4, 5 * MB, 'new', []],
  ['a sixth file', 5, 100, 'new', ['programme.task-files-most']],
  ['a byte more than five megabytes', 0, 5 * MB + 1, 'new', ['programme.task-file-too-large']],
  ['the same bytes once more', 1, 100, 'file-0', ['programme.task-file-there']],
])('of five files of five megabytes: %s', (_says, already, size, sha256, expected) => {
  const there = Array.from({ length: already }, (_, n) => ({ sha256: `file-${n}` }))
  expect(taskFileBlockers({ size, sha256 }, there, { most: 5, megabytes: 5 }).map((each) => each.code)).toEqual(expected)
})
