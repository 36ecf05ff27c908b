import { describe, expect, it } from 'vitest'
import { addDays, day, type Day } from '#kernel/day.ts'
import { busySignals, crowdedSignals, dormantSignals, type HeldRun } from './activity.ts'
import { phoneDigits, sameUploadSignals, sharedContactSignals, sharedDeviceSignals } from './people-behind.ts'
import { farVoucherSignals, regionRateSignals } from './regions.ts'
import { isNews, signalNorms } from './signal.ts'
import type { Result } from './shares.ts'

const set = {
  minCases: 20, confidencePercent: 99, passRateDistance: 15, alikeMin: 5, alikeOneIn: 20, alikeUnknownPercent: 50, agreedMarks: 60, fastSeconds: 8, fastRuns: 2, lateSharePercent: 20,
  dormantMonths: 6, awakeDays: 30, awakeCases: 15, contactPeople: 5, devicePeople: 6, uploadPeople: 2, uploadWorkPeople: 4, dayPeoplePerAssessor: 20, farVouchers: 10, farVoucherPercent: 50,
}
const edition = (values: Readonly<Record<string, number | null>>) => ({ edition: 'x', validFrom: day('2026-01-01'), norms: Object.entries(values).map(([key, value]) => ({ key: `monitoring.signal.${key}`, value, mark: 'D' as const, source: { kk: 'x', ru: 'x', en: 'x' } })) })
const norms = signalNorms(edition(set))
const off = signalNorms(edition(Object.fromEntries(Object.keys(set).map((key) => [key, null]))))
const many = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n))

describe('a dormant centre that awakes', () => {
  const opened = (on: Day, n: number, centreId = 'a') => ({ caseId: `${centreId}${on}${n}`, centreId, openedOn: on })
  const first = opened(day('2026-01-15'), 0)
  const wave = (on: string, count: number, step = 1) => many(count, (n) => opened(addDays(day(on), n * step), n))
  it.each([
    ['six months to the day, then fifteen cases in thirty days', wave('2026-07-15', 15), 1],
    ['a day less than six months', wave('2026-07-14', 15), 0],
    ['fourteen cases', wave('2026-07-15', 14), 0],
    ['the fifteenth on the thirtieth day', [...wave('2026-07-15', 14), opened(day('2026-08-13'), 99)], 1],
    ['the fifteenth on the day after', [...wave('2026-07-15', 14), opened(day('2026-08-14'), 99)], 0],
    ['one case every three days', wave('2026-07-15', 15, 3), 0],
  ])('%s', (_says, cases, expected) => expect(dormantSignals([first, ...cases], norms)).toHaveLength(expected))

  it('says when it was silent and how much came; a new centre is not dormant, and without the norm nobody is', () => {
    const [one] = dormantSignals([first, ...wave('2026-08-01', 20)], norms)
    expect([one!.subject, one!.weight, one!.figures]).toEqual(['2026-08-01', 20, { lastDay: '2026-01-15', firstDay: '2026-08-01', cases: 20, days: 30, threshold: 6 }])
    expect(dormantSignals(wave('2026-08-01', 20), norms)).toEqual([])
    expect(dormantSignals([first, ...wave('2026-08-01', 20)], off)).toEqual([])
  })
})

describe('more than a centre can do in a day', () => {
  const run = (n: number, change: Partial<HeldRun> = {}): HeldRun & { runId: string } => ({ runId: `r${n}`, caseId: `c${n}`, centreId: 'a', sittingId: 's1', roomId: 'room', seats: 4, onDay: '2026-03-26', startedAt: '10:00', endedAt: '11:00', ...change })
  const twice = (roomB: string, at = ['10:30', '11:30']) => [...many(3, (n) => run(n)), ...many(3, (n) => run(n + 3, { sittingId: 's2', roomId: roomB, startedAt: at[0]!, endedAt: at[1]! }))]
  it.each([
    ['two sittings in one room at once', twice('room'), [], 1], ['in two rooms', twice('other'), [], 0], ['one after the other', twice('room', ['11:00', '12:00']), [], 0],
    ['a sitting overfull by itself has its own signal', twice('room'), ['s2'], 0],
  ])('seats: %s', (_says, runs, overfull, expected) => expect(crowdedSignals(runs, new Set(overfull))).toHaveLength(expected))
  it('says the room at its fullest', () => expect(crowdedSignals(twice('room'), new Set())[0]!.figures).toEqual({ way: 'seats', day: '2026-03-26', at: '10:30', most: 6, seats: 4, people: 6 }))

  const marked = (people: number, assessors: string[]) => many(people, (n) => assessors.map((assessorId) => ({ runId: `r${n}`, assessorId }))).flat()
  it.each([[20, ['x', 'y'], 0], [21, ['x', 'y'], 1], [21, ['x'], 1], [20, ['x'], 0], [400, [], 0]])('hands: %d people by %j: %d signals', (people, assessors, expected) => {
    expect(busySignals(many(people, (n) => run(n)), marked(people, assessors), norms)).toHaveLength(expected)
    expect(busySignals(many(people, (n) => run(n)), marked(people, assessors), off)).toEqual([])
  })
  it('shared by two pairs is less for each', () => {
    const runs = many(30, (n) => run(n))
    expect(busySignals(runs, runs.flatMap((each, n) => (n % 2 ? ['x', 'y'] : ['p', 'q']).map((assessorId) => ({ runId: each.runId, assessorId }))), norms)).toEqual([])
    expect(busySignals(runs, marked(30, ['x', 'y']), norms)[0]!.figures).toEqual({ way: 'assessors', day: '2026-03-26', people: 30, assessors: 2, each: 30, threshold: 20 })
  })
})

describe('a region far from the others', () => {
  const results = (centreId: string, passed: number, all: number): Result[] => many(all, (n) => ({ caseId: `${centreId}${n}`, centreId, stage: 'theory', passed: n < passed }))
  const regionOf = new Map([['a', 'R1'], ['b', 'R1'], ['c', 'R2'], ['d', 'R2']])
  const others = [...results('c', 120, 200), ...results('d', 120, 200)]
  it.each([
    ['both centres pass nearly all', [...results('a', 18, 19), ...results('b', 18, 19)], [], ['a', 'b']],
    ['one of them is like the others', [...results('a', 60, 60), ...results('b', 12, 20)], [], ['a']],
    ['few in all', [...results('a', 9, 9), ...results('b', 10, 10)], [], []],
    ['one centre alone is no region', results('a', 40, 40), [], []],
    ['a centre with a signal of its own is left out', [...results('a', 200, 200), ...results('b', 12, 20)], [{ centreId: 'a', subject: 'theory' }], []],
  ])('%s', (_says, own, judged, expected) => expect(regionRateSignals([...own, ...others], regionOf, judged, norms).map((each) => each.centreId).filter((id) => id < 'c')).toEqual(expected))
  it('is never seen without its norms', () => expect(regionRateSignals([...results('a', 200, 200), ...results('b', 200, 200), ...others], regionOf, [], off)).toEqual([]))
})

describe('one thing in the cases of several people', () => {
  const paper = (n: number, change: { kind?: 'education' | 'work'; digest?: string; centreId?: string | undefined; caseId?: undefined; person?: string } = {}) => ({ caseId: `c${n}`, centreId: 'a', person: `p${n}`, digest: 'f', kind: 'education' as const, ...change })
  it.each([
    ['a diploma of two', [paper(1), paper(2)], 1], ['of one who applied twice', [paper(1), paper(2, { person: 'p1' })], 0], ['two diplomas', [paper(1), paper(2, { digest: 'g' })], 0],
    ['a list of three workers', many(3, (n) => paper(n, { kind: 'work' })), 0], ['of four', many(4, (n) => paper(n, { kind: 'work' })), 1], ['a diploma at two centres: a matter of both', [paper(1), paper(2, { centreId: 'b' })], 2],
    ['a diploma of a case and of a request for a voucher that names no centre', [paper(1), paper(2, { caseId: undefined, centreId: undefined })], 1], ['of two requests that name none: no centre bears it', [1, 2].map((n) => paper(n, { caseId: undefined, centreId: undefined })), 0],
    ['a diploma of one is the work of another', [paper(1), paper(2, { kind: 'work' })], 0],
  ])('file: %s', (_says, papers, expected) => {
    expect(sameUploadSignals(papers, norms)).toHaveLength(expected)
    expect(sameUploadSignals(papers, off)).toEqual([])
  })

  const contact = (n: number, change: { what?: 'phone' | 'email'; centreId?: string; person?: string } = {}) => ({ caseId: `c${n}`, centreId: 'a', person: `p${n}`, digest: 'd', what: 'phone' as const, ...change })
  it.each([[4, 0], [5, 1]])('a phone of %d people: %d signals', (people, expected) => expect(sharedContactSignals(many(people, (n) => contact(n)), norms)).toHaveLength(expected))
  it('counts people over all centres, and tells each how many came to it', () => {
    const found = sharedContactSignals(many(5, (n) => contact(n, { centreId: n < 2 ? 'a' : 'b' })), norms)
    expect(found.map((each) => each.figures)).toEqual([{ what: 'phone', people: 5, here: 2, centres: 2, threshold: 5 }, { what: 'phone', people: 5, here: 3, centres: 2, threshold: 5 }])
    expect(sharedContactSignals([...many(3, (n) => contact(n)), ...many(2, (n) => contact(n + 3, { what: 'email' }))], norms)).toEqual([])
    expect(sharedContactSignals(many(50, (n) => contact(n)), off)).toEqual([])
  })
  it.each([['+7 701 123 45 67', '7011234567'], ['8 (701) 123-45-67', '7011234567'], ['7011234567', '7011234567'], ['+7 000 000 00 00', undefined], ['12-34', undefined]])('the phone %s is %s', (written, digits) => expect(phoneDigits(written)).toBe(digits))
})

describe('one device for many people', () => {
  const use = (n: number, change: Partial<Parameters<typeof sharedDeviceSignals>[0][number]> = {}) => ({ device: 'd', person: `p${n}`, centreId: 'a', caseId: `c${n}`, ...change })
  const opened = (n: number) => use(n, { centreId: undefined, caseId: undefined })
  it.each([
    ['five people', many(5, (n) => use(n)), 0], ['six people', many(6, (n) => use(n)), 1], ['one who applied six times', many(6, (n) => use(n, { person: 'p' })), 0], ['six people on two devices', many(6, (n) => use(n, { device: `d${n % 2}` })), 0],
    ['one applied, five only opened an account', [use(0), ...many(5, (n) => opened(n + 1))], 1], ['six accounts and nothing more: no centre yet', many(6, opened), 0],
    ['a voucher was asked for at one centre, an application sent to another', [...many(3, (n) => use(n)), ...many(3, (n) => use(n + 3, { centreId: 'b', caseId: undefined }))], 2],
  ])('%s', (_says, uses, expected) => {
    expect(sharedDeviceSignals(uses, norms)).toHaveLength(expected)
    expect(sharedDeviceSignals(uses, off)).toEqual([])
  })
  it('counts people over all centres, and tells each how many came to it', () => {
    const [at] = sharedDeviceSignals([...many(4, (n) => use(n)), ...many(4, (n) => opened(n + 4))], norms)
    expect([at!.subject, at!.weight, at!.caseIds, at!.figures]).toEqual(['device d', 8, ['c0', 'c1', 'c2', 'c3'], { people: 8, here: 4, centres: 1, threshold: 6 }])
  })
})

describe('vouchers from far away', () => {
  const regionOf = new Map([['a', 'R1']])
  const voucher = (n: number, regionKato: string, hasHomeCentre = true) => ({ caseId: `c${n}`, centreId: 'a', regionKato, hasHomeCentre })
  const mixed = (far: number, near: number, hasHomeCentre = true) => [...many(far, (n) => voucher(n, n % 3 ? 'R2' : 'R3', hasHomeCentre)), ...many(near, (n) => voucher(n + far, 'R1'))]
  it.each([[10, 9, 1], [10, 10, 0], [9, 0, 0], [60, 40, 1], [3, 100, 0]])('%d from elsewhere and %d of the own region: %d signals', (far, near, expected) => {
    expect(farVoucherSignals(mixed(far, near), regionOf, norms)).toHaveLength(expected)
    expect(farVoucherSignals(mixed(far, near), regionOf, off)).toEqual([])
  })
  it('are no wonder where the own region has no centre for it', () => expect(farVoucherSignals(mixed(40, 0, false), regionOf, norms)).toEqual([]))
  it('say from where most of them come', () => expect(farVoucherSignals(mixed(12, 3), regionOf, norms)[0]!.figures).toEqual({ far: 12, total: 15, share: 80, region: 'R2', most: 8, regions: 2, home: 'R1' }))
})

describe('what was judged', () => {
  it.each([['dormant', 15, 29, false], ['dormant', 15, 30, true], ['shared-contact', 5, 9, false], ['shared-contact', 5, 10, true], ['shared-device', 6, 11, false], ['shared-device', 6, 12, true], ['far-voucher', 10, 19, false], ['far-voucher', 10, 20, true], ['region-rate', 40, 60, true], ['same-upload', 2, 2, false], ['same-upload', 2, 3, true]] as const)(
    '%s at %d comes again at %d: %s', (kind, before, weight, expected) => expect(isNews({ kind, weight }, before, norms)).toBe(expected))
})
