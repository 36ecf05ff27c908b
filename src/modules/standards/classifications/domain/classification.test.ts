import { expect, it } from 'vitest'
import { isCodeOf, type Scheme } from './classification.ts'

it.each<[Scheme, string, boolean]>([
  ['isco08', '7212', true], ['isco08', '72', true], ['isco08', '72120', false], ['isco08', '7212-1', false],
  ['nkz', '7212-1-001', true], ['nkz', 'abc', false],
  ['esco', 'http://data.europa.eu/esco/occupation/00030d09-2b3a-4efd-87cc-c4ea39d27c34', true], ['esco', '7212', false], ['esco', 'javascript:1', false],
])('a code of %s: %s is %s', (scheme, code, expected) => expect(isCodeOf(scheme, code)).toBe(expected))
