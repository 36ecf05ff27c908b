import { describe, expect, it } from 'vitest'
import { identityBlockers } from './identity-blockers.ts'

const SEEN = { sameIin: true, seen: true, caseOpen: true }

describe('Identity is confirmed by whoever held the document', () => {
  it.each([
    ['document seen and number the same', SEEN, []],
    ['the number on the document is another one', { ...SEEN, sameIin: false }, ['identity.iin-differs']],
    ['what was typed is no IIN', { ...SEEN, sameIin: undefined }, ['identity.iin-wrong']],
    ['the clerk does not say that he saw it', { ...SEEN, seen: false }, ['identity.not-seen']],
    ['the case is closed', { ...SEEN, caseOpen: false }, ['identity.case-closed']],
    ['nothing was filled in', { sameIin: undefined, seen: false, caseOpen: true }, ['identity.iin-wrong', 'identity.not-seen']],
  ])('%s', (_name, facts, codes) => {
    expect(identityBlockers(facts).map((blocker) => blocker.code)).toEqual(codes)
  })
})
