import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { parseNormEdition } from '#kernel/norm-edition.ts'
import { decisionTermAfterNoShow, decisionTermAfterPractice } from './decision-term.ts'

const edition = parseNormEdition(JSON.parse(readFileSync('norms/2026-01.json', 'utf8')))

it.each<[string, string | null, string]>([
  ['the appointed day, by the edition of the platform', 'appointed-day', '2026-03-26'],
  ['the day on which it was written down', 'no-show-recorded', '2026-03-30'],
  ['the appointed day where nothing is set', null, '2026-03-26'],
])('counts the term of the decision after an absence from %s', (_says, value, from) => {
  const norms = { ...edition, norms: edition.norms.map((norm) => (norm.key === 'deadline.T4.startAfterNoShow' ? { ...norm, value } : norm)) }
  expect(decisionTermAfterNoShow(norms, { appointed: day('2026-03-26'), recorded: day('2026-03-30') })).toBe(from)
})

it.each<[string, string | undefined, string]>([
  ['the day on which its sheets were closed, by the edition of the platform', 'last-stage-held', '2026-03-30'],
  ['the day on which the candidate had finished', 'candidate-finished', '2026-03-26'],
  ['the day on which its sheets were closed, where an edition does not say', undefined, '2026-03-30'],
])('counts the term of the decision after a practice from %s', (_says, value, from) => {
  const norms = { ...edition, norms: edition.norms.flatMap((norm) => (norm.key !== 'deadline.T4.start' ? [norm] : value === undefined ? [] : [{ ...norm, value }])) }
  expect(decisionTermAfterPractice(norms, { worked: day('2026-03-26'), closed: day('2026-03-30') })).toBe(from)
})
