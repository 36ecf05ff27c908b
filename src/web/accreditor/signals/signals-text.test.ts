import { describe, expect, it } from 'vitest'
import type { SignalKind } from '#modules/monitoring/index.ts'
import { signalSentence } from './signals-text.ts'

const regions = new Map([['R1', { kk: 'Абай облысы', ru: 'Область Абай', en: 'Abai region' }], ['R2', { kk: 'Алматы', ru: 'Алматы', en: 'Almaty' }]])
const shared = { people: 5, here: 2, centres: 2, threshold: 5 }
const region = { stage: 'theory', region: 'R1', centres: 3, passed: 46, total: 48, share: 95.8, low: 83, high: 99.1, othersShare: 64.2, othersTotal: 900, ownPassed: 15, ownTotal: 16 }
const said: readonly [SignalKind, Record<string, number | string>][] = [
  ['dormant', { lastDay: '2026-01-15', firstDay: '2026-08-01', cases: 20, days: 30, threshold: 6 }],
  ['throughput', { way: 'seats', day: '2026-03-26', at: '2026-03-26T05:00:00.000Z', most: 16, seats: 12, people: 30 }],
  ['throughput', { way: 'assessors', day: '2026-03-26', people: 40, assessors: 2, each: 40, threshold: 20 }],
  ['region-rate', { ...region, direction: 'more' }], ['region-rate', { ...region, direction: 'less' }],
  ['shared-contact', { what: 'phone', ...shared }], ['shared-contact', { what: 'email', ...shared }],
  ['same-upload', { what: 'education', ...shared }], ['same-upload', { what: 'earlier-recognition', ...shared }], ['same-upload', { what: 'work', ...shared }],
  ['far-voucher', { far: 12, total: 15, share: 80, region: 'R1', most: 8, regions: 2, home: 'R2' }],
]

describe('a signal in plain words', () => {
  it.each(said.flatMap(([kind, figures]) => (['kk', 'ru', 'en'] as const).map((lang) => [kind, lang, figures] as const)))('%s in %s has all its figures', (kind, lang, figures) => {
    const sentence = signalSentence({ kind, figures, names: new Map(), regions }, lang)
    expect(sentence).not.toMatch(/[{}]|undefined|NaN|R1|R2|2026-/)
    expect(sentence).toMatch(/\d/)
  })
})
