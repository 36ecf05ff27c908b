import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseNormEdition } from '#kernel/norm-edition.ts'
import { checkBlockers, checkList, contractBlockers, groundOf, refusalBlockers, REFUSAL_GROUNDS, type ItemCheck } from './check-list.ts'

const norms = parseNormEdition(JSON.parse(readFileSync(join(import.meta.dirname, '../../../../norms/2026-01.json'), 'utf8')))
const bare = { educationRequired: false, experienceRequired: false, basis: 'standard' as const, attributesProvenance: 'import' }
const right = (list: readonly string[]): ItemCheck[] => list.map((item) => ({ item, verdict: 'right', note: '' }))
const wrong = (item: string): ItemCheck => ({ item, verdict: 'wrong', note: 'no signature' })

describe('the list of a check', () => {
  it('has the papers that are demanded, earlier documents only when there are some, and needs only when they were asked for', () => {
    expect(checkList(bare, [], 0, norms)).not.toContain('paper.education')
    expect(checkList({ ...bare, educationRequired: true, experienceRequired: true }, ['earlier-recognition'], 2, norms)).toEqual(expect.arrayContaining(['paper.education', 'paper.work', 'paper.earlier-recognition', 'field.needs']))
    expect(checkList(bare, [], 0, norms)).not.toContain('field.needs')
  })
  it('puts every item under one of the two grounds', () => {
    expect(REFUSAL_GROUNDS).toEqual(['INCOMPLETE_DOCUMENTS', 'INCORRECTLY_FILLED'])
    expect(groundOf('paper.work')).toBe('INCOMPLETE_DOCUMENTS')
    expect(groundOf('field.person')).toBe('INCORRECTLY_FILLED')
  })
  it('judges nothing that is not on it, and wants words for what is wrong', () => {
    expect(checkBlockers(['field.person'], [{ item: 'field.face', verdict: 'right', note: '' }])).toEqual([{ code: 'check.item-unknown' }])
    expect(checkBlockers(['field.person'], [{ item: 'field.person', verdict: 'wrong', note: '  ' }])).toEqual([{ code: 'check.note-missing' }])
  })
})

describe('a contract', () => {
  const list = checkList(bare, [], 0, norms)
  const facts = { list, checks: right(list), hasPrice: true, hasProgramme: true, inScope: true }
  it('is sent when every item is right', () => {
    expect(contractBlockers(facts)).toEqual([])
  })
  it.each([
    ['an item is not checked', { checks: right(list.slice(1)) }, 'contract.items-unchecked'],
    ['an item is wrong', { checks: [...right(list.slice(1)), wrong(list[0]!)] }, 'contract.items-wrong'],
    ['the list of the day lacks a price', { hasPrice: false }, 'contract.price-missing'],
    ['no programme is approved', { hasProgramme: false }, 'contract.programme-missing'],
    ['the scope is lost', { inScope: false }, 'contract.scope-lost'],
  ])('waits when %s', (_what, change, code) => {
    expect(contractBlockers({ ...facts, ...change }).map((blocker) => blocker.code)).toEqual([code])
  })
})

describe('a refusal', () => {
  const list = checkList({ ...bare, experienceRequired: true }, [], 0, norms)
  const facts = { list, checks: [wrong('paper.work')], ground: 'INCOMPLETE_DOCUMENTS', reason: 'The paper is not signed.', remedy: 'Sign it.' }
  it('is sent with a ground that a wrong item bears out, a reason and a remedy', () => {
    expect(refusalBlockers(facts)).toEqual([])
  })
  it.each([
    ['without a reason', { reason: ' ' }, 'refusal.reason-missing'],
    ['without a remedy', { remedy: '' }, 'refusal.remedy-missing'],
    ['on a third ground', { ground: 'TOO_OLD' }, 'refusal.ground-unknown'],
    ['without anything wrong', { checks: right(list) }, 'refusal.nothing-wrong'],
    ['on a ground no item bears out', { ground: 'INCORRECTLY_FILLED' }, 'refusal.ground-not-borne-out'],
  ])('is impossible %s', (_what, change, code) => {
    expect(refusalBlockers({ ...facts, ...change }).map((blocker) => blocker.code)).toEqual([code])
  })
})
