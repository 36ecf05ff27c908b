import { expect, it } from 'vitest'
import { day, momentAt } from '#kernel/day.ts'
import { readFileSync } from 'node:fs'
import { parseNormEdition } from '#kernel/norm-edition.ts'
import { wordsOf } from '#modules/norms/index.ts'
import { admitBlockers, countedInStage, countOf, groundsInForce, measureBlockers, noShowBlockers, VIOLATION_GROUNDS, violationOutcome, warningsIn } from './violations.ts'

const edition = parseNormEdition(JSON.parse(readFileSync('norms/2026-01.json', 'utf8')))
const withGrounds = (value: string) => ({ ...edition, norms: edition.norms.map((norm) => (norm.key === 'violation.grounds' ? { ...norm, value } : norm)) })

it('every ground that has words may be chosen at the norms desk, and no other', () => expect(wordsOf('violation.grounds')).toEqual(VIOLATION_GROUNDS))

it.each<[string, typeof edition, readonly string[]]>([
  ['all that have words, by the edition of the platform', edition, VIOLATION_GROUNDS],
  ['all of them where the edition is older than the norm', { ...edition, norms: edition.norms.filter((norm) => norm.key !== 'violation.grounds') }, VIOLATION_GROUNDS],
  ['only those of the edition, in the order of the pages', withGrounds('other forbidden-item'), ['forbidden-item', 'other']],
  ['none without words', withGrounds('forbidden-item unheard-of'), ['forbidden-item']],
])('offers as grounds of a violation %s', (_says, norms, grounds) => expect(groundsInForce(norms)).toEqual(grounds))

it.each<[string, typeof edition, string[]]>([
  ['the attempt, by the edition of the platform', edition, ['attempt', 'attempt']],
  ['the attempt, where the edition is older than the norm', { ...edition, norms: edition.norms.filter((norm) => norm.key !== 'violation.scope') }, ['attempt', 'attempt']],
  ['its stage, where the norm says so', { ...edition, norms: edition.norms.map((norm) => (norm.key === 'violation.scope' ? { ...norm, value: 'stage' } : norm)) }, ['theory', 'practice']],
])('a violation counts in %s', (_says, norms, counts) => expect([countOf(norms, 'theory'), countOf(norms, 'practice')]).toEqual(counts))

it('shows in a stage the warnings that count there, and every one that was not read', () => {
  const warning = (id: string, countedIn: 'attempt' | 'theory' | 'practice', acknowledgedAt: ReturnType<typeof at> | null = at('10:10')) => ({ id, countedIn, acknowledgedAt, ordinal: 1, ground: 'other', note: 'x', recordedAt: at('10:05') })
  const all = [warning('of all', 'attempt'), warning('read', 'theory'), warning('unread', 'theory', null), warning('own', 'practice')]
  expect(countedInStage(all, 'practice').map(({ id }) => id)).toEqual(['of all', 'own'])
  expect(warningsIn('practice', all).map(({ id, counts, acknowledged }) => [id, counts, acknowledged])).toEqual([['of all', true, true], ['unread', false, false], ['own', true, true]])
  expect(warningsIn('theory', all).map(({ id }) => id)).toEqual(['of all', 'read', 'unread'])
})

const at = (time: string) => momentAt(day('2026-03-26'), time)

it('warns at the first violation and removes at the second', () => {
  expect(violationOutcome(0, 2)).toBe('warning')
  expect(violationOutcome(1, 2)).toBe('removal')
})

it('writes nobody down as absent before the sitting is over, nor one who has started', () => {
  expect(noShowBlockers({ sittingEndsAt: at('12:00'), startedAt: null, now: at('11:59') })).toEqual([{ code: 'no-show.sitting-not-over' }])
  expect(noShowBlockers({ sittingEndsAt: at('12:00'), startedAt: null, now: at('12:00') })).toEqual([])
  expect(noShowBlockers({ sittingEndsAt: at('12:00'), startedAt: at('10:01'), now: at('12:30') })).toEqual([{ code: 'no-show.was-there' }])
})

it('admits nobody without both acknowledgements, on another day, or unseen', () => {
  const facts = { sittingOn: day('2026-03-26'), today: day('2026-03-26'), identitySeen: true, acknowledged: true }
  expect(admitBlockers(facts)).toEqual([])
  expect(admitBlockers({ ...facts, acknowledged: false })).toEqual([{ code: 'admission.not-briefed' }])
  expect(admitBlockers({ ...facts, today: day('2026-03-27') })).toEqual([{ code: 'admission.other-day', data: { sittingOn: '2026-03-26' } }])
  expect(admitBlockers({ ...facts, identitySeen: false, acknowledged: false }).map((each) => each.code)).toEqual(['admission.not-briefed', 'admission.identity-not-seen'])
})

it('removes nobody who was not warned, and where a warning was meant and another was quicker it says so', () => {
  expect(measureBlockers('warning', violationOutcome(0, 2))).toEqual([])
  expect(measureBlockers('removal', violationOutcome(1, 2))).toEqual([])
  expect(measureBlockers('removal', violationOutcome(0, 2))).toEqual([{ code: 'violation.warn-first' }])
  expect(measureBlockers('warning', violationOutcome(1, 2))).toEqual([{ code: 'violation.another-recorded' }])
})
