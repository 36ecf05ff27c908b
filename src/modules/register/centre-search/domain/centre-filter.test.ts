import { describe, expect, it } from 'vitest'
import { day, type Day } from '#kernel/day.ts'
import { answers, byWish, countByRegion, linesThatAnswer, offered, type CentreFacts, type CentreFilter, type CentreLine, type Offered } from './centre-filter.ts'
import { nearestRegion, REGION_TILES } from './region-tiles.ts'

const line = (overrides: Partial<CentreLine> = {}): CentreLine => ({ professionCode: 'K-1', level: 4, price: 40_000, languages: ['kk', 'ru'], nearestOn: day('2026-03-20'), ...overrides })
const centre = (overrides: Partial<CentreFacts> = {}): CentreFacts => ({ serial: '01', regionKato: '750000000', features: ['ramp', 'lift'], lines: [line()], ...overrides })

describe('a centre is found', () => {
  it.each<[string, CentreFilter, CentreFacts, boolean]>([
    ['by nobody’s wish', {}, centre(), true],
    ['though it may recognise nothing today, when no qualification is asked for', {}, centre({ lines: [] }), true],
    ['not when it may recognise nothing today and a profession is asked for', { professionCodes: ['K-1'] }, centre({ lines: [] }), false],
    ['by its profession', { professionCodes: ['K-1'] }, centre(), true],
    ['by any of the professions that the words named', { professionCodes: ['K-2', 'K-1'] }, centre(), true],
    ['not by words that named no profession', { professionCodes: [] }, centre(), false],
    ['by its name', { named: new Set(['01', '02']) }, centre(), true],
    ['not by the name of another', { named: new Set(['02']) }, centre(), false],
    ['by its region', { regionKato: '750000000' }, centre(), true],
    ['not from another region', { regionKato: '710000000' }, centre(), false],
    ['in a language its programme has', { language: 'kk' }, centre(), true],
    ['not in a language without a programme', { language: 'kk' }, centre({ lines: [line({ languages: ['ru'] })] }), false],
    ['not while no programme is approved', { language: 'ru' }, centre({ lines: [line({ languages: [] })] }), false],
    ['when it has everything that is needed to get in', { features: ['ramp', 'lift'] }, centre(), true],
    ['not when one thing is missing', { features: ['ramp', 'quiet-room'] }, centre(), false],
    ['at exactly the price named', { priceUpTo: 40_000 }, centre(), true],
    ['not one tenge dearer', { priceUpTo: 39_999 }, centre(), false],
    ['not without a published price', { priceUpTo: 40_000 }, centre({ lines: [line({ price: undefined })] }), false],
    ['on the very day named', { freeBy: day('2026-03-20') }, centre(), true],
    ['not a day later', { freeBy: day('2026-03-19') }, centre(), false],
    ['not without a free date', { freeBy: day('2026-03-20') }, centre({ lines: [line({ nearestOn: undefined })] }), false],
    ['not when the price belongs to one profession and the date to another', { priceUpTo: 30_000, freeBy: day('2026-03-20') },
      centre({ lines: [line({ price: 20_000, nearestOn: undefined }), line({ professionCode: 'K-2' })] }), false],
  ])('%s', (_says, wish, found, is) => expect(answers(found, wish)).toBe(is))

  it('with the lowest price and the nearest date of what answers, not of what it also does', () => {
    const facts = centre({ lines: [line({ price: 50_000 }), line({ level: 5, price: 45_000, nearestOn: day('2026-04-01') }), line({ professionCode: 'K-2', price: 10_000, nearestOn: day('2026-03-10') })] })
    expect(offered(linesThatAnswer(facts, { professionCodes: ['K-1'] }))).toEqual({ priceFrom: 45_000, nearestOn: '2026-03-20' })
    expect(offered([])).toEqual({ priceFrom: undefined, nearestOn: undefined })
  })
})

describe('the map and the order', () => {
  it('count the regions without regard to the region chosen', () => {
    const all = [centre(), centre(), centre({ regionKato: '710000000' }), centre({ regionKato: '710000000', features: [] })]
    expect(Object.fromEntries(countByRegion(all, { regionKato: '710000000', features: ['ramp'] }))).toEqual({ 750000000: 2, 710000000: 1 })
  })

  it.each([['price', 'bcad'], ['date', 'cabd'], ['name', 'abcd']] as const)('put those that say nothing of the %s last, and then go by name', (sort, order) => {
    const found = (name: string, priceFrom: number | undefined, nearestOn: string | undefined): { name: string; offer: Offered } => ({ name, offer: { priceFrom, nearestOn: nearestOn as Day | undefined } })
    const rows = [found('d', undefined, undefined), found('c', 20, '2026-03-01'), found('a', undefined, '2026-03-02'), found('b', 10, undefined)]
    expect(rows.sort(byWish(sort, (a, b) => (a.name < b.name ? -1 : 1))).map((row) => row.name).join('')).toBe(order)
  })

  it('have one tile for each of twenty regions, none on another', () => {
    expect(Object.keys(REGION_TILES)).toHaveLength(20)
    expect(new Set(Object.values(REGION_TILES).map(({ row, column }) => `${row}/${column}`)).size).toBe(20)
  })

  it('name the nearest region that has something, and none when none has', () => {
    expect(nearestRegion('590000000', new Map([['750000000', 9], ['110000000', 1]]))).toBe('110000000')
    expect(nearestRegion('110000000', new Map([['710000000', 1], ['390000000', 3]]))).toBe('390000000')
    expect(nearestRegion('590000000', new Map([['590000000', 4], ['110000000', 0]]))).toBeUndefined()
  })
})
