import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { parseNormEdition } from '#kernel/norm-edition.ts'
import type { NormValue } from '#kernel/norms.ts'
import { askingBlockers, givingBlockers, lastDayOfRequest, type AskingFacts } from './access.ts'

const codes = (blockers: readonly { code: string }[]) => blockers.map((blocker) => blocker.code)
const right: AskingFacts = { hasAccount: true, verified: true, holdsRole: false, emailTaken: false, sameIin: true, seen: true, email: 'a@example.kz', askedAlready: false }

describe('access that a centre gives back', () => {
  it.each<[string, Partial<AskingFacts>, string[]]>([
    ['is asked for by a clerk who held the document of the verified owner', {}, []],
    ['is not that of somebody without an account', { hasAccount: false, seen: false, email: undefined }, ['access.no-account']],
    ['is not that of an account whose identity nobody confirmed', { verified: false }, ['access.not-verified']],
    ['is not that of an account that holds a role', { holdsRole: true }, ['access.holds-role']],
    ['needs an IIN', { sameIin: undefined }, ['identity.iin-wrong']],
    ['needs the IIN of the owner', { sameIin: false }, ['access.iin-differs']],
    ['needs an address', { email: undefined }, ['access.email-wrong']],
    ['needs an address of its own', { emailTaken: true }, ['access.email-taken']],
    ['needs eyes on the document', { seen: false }, ['identity.not-seen']],
    ['is asked for once at a time', { askedAlready: true }, ['access.asked-already']],
  ])('%s', (_says, change, expected) => expect(codes(askingBlockers({ ...right, ...change }))).toEqual(expected))

  it('is given by a second person who saw the document, as the account stands then', () => {
    const account = { hasAccount: true, verified: true, holdsRole: false, emailTaken: false }
    expect(givingBlockers({ ...account, own: false, askerGone: false, seen: true })).toEqual([])
    expect(codes(givingBlockers({ ...account, own: false, askerGone: true, seen: true }))).toEqual(['access.asker-gone'])
    expect(codes(givingBlockers({ ...account, own: true, askerGone: false, seen: false }))).toEqual(['access.own-request', 'identity.not-seen'])
    expect(codes(givingBlockers({ ...account, holdsRole: true, emailTaken: true, own: false, askerGone: false, seen: true }))).toEqual(['access.holds-role', 'access.email-taken'])
  })
})

describe('the last day of a request to give access back', () => {
  const own = parseNormEdition(JSON.parse(readFileSync('norms/2026-01.json', 'utf8')))
  const having = (value: NormValue | undefined) => ({ ...own, norms: own.norms.flatMap((norm) => (norm.key !== 'access.requestDays' ? [norm] : value === undefined ? [] : [{ ...norm, value }])) })
  it.each<[string, string, NormValue | undefined, string]>([
    ['is a fortnight after it was made', '2026-03-02', 14, '2026-03-16'],
    ['is the same where an older edition does not say', '2026-12-25', undefined, '2027-01-08'],
    ['is the same where nothing is set', '2026-03-02', null, '2026-03-16'],
    ['is the day itself where the norm says nought', '2026-03-02', 0, '2026-03-02'],
    ['is in the next month where that is so', '2028-02-28', 1, '2028-02-29'],
  ])('%s', (_says, askedOn, value, last) => expect(lastDayOfRequest(day(askedOn), having(value))).toBe(last))
})
