import { describe, expect, it } from 'vitest'
import type { Stage } from '#kernel/exam-stage.ts'
import { agreementSignals } from './agreement.ts'
import { alikeSignals, countWrong, sameChance, type WrongAnswers } from './alike.ts'
import { overfullSignals, twoPlacesSignals } from './places.ts'
import { fastSignals, lateSignals, passRateSignals, type Result } from './shares.ts'
import { isNews, judgementBlockers, signalNorms, windowMonthsOf, type SignalNorms } from './signal.ts'

const norms: SignalNorms = { minCases: 20, confidencePercent: 99, passRateDistance: 15, alikeMin: 5, alikeOneIn: 20, alikeUnknownPercent: 50, agreedMarks: 60, fastSeconds: 8, fastRuns: 2, lateSharePercent: 20,
  dormantMonths: 6, awakeDays: 30, awakeCases: 15, contactPeople: 5, devicePeople: 6, uploadPeople: 2, uploadWorkPeople: 4, dayPeoplePerAssessor: 20, farVouchers: 10, farVoucherPercent: 50 }

const results = (centreId: string, passed: number, all: number, stage: Stage = 'theory'): Result[] => Array.from({ length: all }, (_, n) => ({ caseId: `${centreId}-${n}`, centreId, stage, passed: n < passed }))

describe('a pass rate far from that of the others', () => {
  it.each([
    ['everybody passes where 60 % do elsewhere', 40, 40, 'more'], ['few pass', 8, 40, 'less'],
    ['the same share', 24, 40, undefined], ['far away, but only 19 cases', 19, 19, undefined], ['20 of 20 is enough to see', 20, 20, 'more'], ['outside the interval by chance is not far enough: 25 % of 20', 8, 20, undefined],
  ])('%s: %d of %d', (_says, passed, all, direction) => {
    const found = passRateSignals([...results('own', passed, all), ...results('others', 300, 500)], norms).filter((each) => each.centreId === 'own')
    expect(found.map((each) => each.figures['direction'])).toEqual(direction === undefined ? [] : [direction])
  })

  it('needs enough others, keeps the stages apart, and gives the figures it rests on', () => {
    expect(passRateSignals([...results('own', 40, 40), ...results('others', 0, 19)], norms)).toEqual([])
    expect(passRateSignals([...results('own', 40, 40, 'practice'), ...results('others', 300, 500)], norms)).toEqual([])
    const one = passRateSignals([...results('own', 40, 40), ...results('others', 300, 500)], norms).find((each) => each.centreId === 'own')
    expect([one!.subject, one!.weight, one!.caseIds.length, one!.figures]).toEqual(['theory', 40, 40, { stage: 'theory', passed: 40, total: 40, share: 100, low: 85.8, high: 100, othersShare: 60, othersTotal: 500, direction: 'more' }])
  })
})

describe('late terms', () => {
  it.each([[20, 4, 0], [20, 5, 1], [19, 19, 0], [100, 21, 1], [100, 20, 0]])('of %d terms %d late: %d signals', (total, late, expected) => {
    expect(lateSignals([{ centreId: 'a', total, late, lateCaseIds: [] }, { centreId: 'b', total: 100, late: 5, lateCaseIds: [] }], norms)).toHaveLength(expected)
  })
})

describe('answers that came too fast', () => {
  const run = (seconds: number, change = {}) => ({ caseId: `c${seconds}`, centreId: 'a', sittingId: 's', onDay: '2026-03-26', questions: 20, passed: true, seconds, ...change })
  it('are a matter of two who passed in less than eight seconds a question', () => {
    expect(fastSignals([run(159), run(150)], norms)[0]!.figures).toEqual({ people: 2, of: 2, quickest: 7.5, threshold: 8, day: '2026-03-26' })
    expect([[run(160), run(150)], [run(159)], [run(159), run(150, { passed: false })], [run(159), run(150, { sittingId: 'other' })]].map((runs) => fastSignals(runs, norms).length)).toEqual([0, 0, 0, 0])
  })
})

describe('more people than seats', () => {
  const run = (startedAt: string, endedAt: string, n: number) => ({ caseId: `c${n}`, centreId: 'a', sittingId: 's', seats: 2, onDay: '2026-03-26', startedAt, endedAt })
  it('are counted at one moment: who ends as another begins leaves his seat', () => {
    expect(overfullSignals([run('10:00', '11:00', 1), run('10:10', '11:00', 2), run('10:20', '11:00', 3)])[0]!.figures).toEqual({ most: 3, seats: 2, at: '10:20', day: '2026-03-26', people: 3 })
    expect(overfullSignals([run('10:00', '11:00', 1), run('10:10', '11:00', 2), run('11:00', '12:00', 3)])).toEqual([])
    expect(overfullSignals([run('10:00', '11:00', 1), run('10:10', '11:00', 2)])).toEqual([])
  })
})

describe('one assessor in two places', () => {
  const mark = (sittingId: string, roomId: string, at: string, centreId = 'a') => ({ assessorId: 'x', caseId: sittingId, centreId, sittingId, roomId, roomName: roomId, at })
  it('marks in one room between two marks in another', () => {
    const found = twoPlacesSignals([mark('s1', 'r1', '10:00'), mark('s1', 'r1', '11:00'), mark('s2', 'r2', '10:30'), mark('s2', 'r2', '11:30')])
    expect(found.map((each) => each.figures)).toEqual([{ assessor: 'x', fromAt: '10:30', untilAt: '11:00', roomA: 'r1', roomB: 'r2' }])
  })
  it.each([
    ['one after the other', [mark('s1', 'r1', '10:00'), mark('s1', 'r1', '11:00'), mark('s2', 'r2', '11:00')], 0],
    ['several candidates in one room', [mark('s1', 'r1', '10:00'), mark('s1', 'r1', '11:00'), mark('s2', 'r1', '10:30')], 0],
    ['at two centres: a matter of both', [mark('s1', 'r1', '10:00'), mark('s1', 'r1', '11:00'), mark('s2', 'r2', '10:30', 'b')], 2],
  ] as const)('%s', (_says, marks, expected) => expect(twoPlacesSignals(marks)).toHaveLength(expected))
})

describe('assessors who always agree', () => {
  const pair = (runs: number, steps: number, differ: number, [a, b] = ['x', 'y']) => Array.from({ length: runs * steps }, (_, n) => n).flatMap((n) => [a!, b!].map((assessorId) => (
    { runId: `${a}${Math.floor(n / steps)}`, caseId: `${a}${Math.floor(n / steps)}`, centreId: 'a', stepNo: n % steps, assessorId, done: n % 5 !== 0 && !(assessorId === b && n % 5 === 1 && n < differ * 5) })))
  it.each([[10, 6, 0, 1], [10, 6, 1, 0], [59, 1, 0, 0], [60, 1, 0, 1]])('%d runs of %d operations, %d different: %d signals', (runs, steps, differ, expected) => expect(agreementSignals(pair(runs, steps, differ), norms)).toHaveLength(expected))

  it('says how often the others differ, and how much was marked as done', () => {
    const [one] = agreementSignals([...pair(10, 6, 0), ...pair(10, 10, 7, ['p', 'q'])], norms)
    expect(one!.figures).toEqual({ assessorA: 'x', assessorB: 'y', marks: 60, people: 10, done: 80, othersDiffer: 7, othersMarks: 100 })
  })
})

/** A dice that always falls alike. */
function dice(seed: number) {
  let state = seed
  return (sides: number) => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return Math.floor((state / 2 ** 32) * sides) }
}

describe('answers alike', () => {
  const wrongRun = (runId: string, wrong: Record<string, string>, sittingId = 's1'): WrongAnswers => ({ runId, caseId: runId, centreId: 'a', sittingId, onDay: '2026-03-26', wrong: new Map(Object.entries(wrong)) })
  const options = new Map(Array.from({ length: 40 }, (_, n) => [`q${n}`, 4]))
  /** Everybody is wrong in twelve of forty questions, with one of three wrong options. */
  const honest = (roll: (sides: number) => number, runId: string, sittingId: string): WrongAnswers => {
    const wrong: Record<string, string> = {}
    while (Object.keys(wrong).length < 12) wrong[`q${roll(40)}`] = 'bcd'[roll(3)]!
    return wrongRun(runId, wrong, sittingId)
  }

  it('has a chance of the same mistake that is measured with enough others, and taken high with few', () => {
    const counts = (b: number, c: number) => ({ counts: new Map([['b', b], ['c', c]]), total: b + c, options: 3 })
    expect(sameChance(undefined, 'b', 'b', norms)).toBe(0.5)
    expect(sameChance(counts(11, 10), 'b', 'b', norms)).toBe(0.5)
    // 20 others: 9 chose b, 11 chose c, nobody d; each with one added.
    expect(sameChance(counts(11, 11), 'b', 'b', norms)).toBeCloseTo((10 / 23) ** 2 + (12 / 23) ** 2 + (1 / 23) ** 2, 10)
  })

  it('finds two who copied among three hundred who did not, and nobody else', () => {
    const roll = dice(7)
    const runs = Array.from({ length: 300 }, (_, n) => honest(roll, `h${n}`, `s${Math.floor(n / 12)}`))
    const copied = honest(roll, 'copied', 's3')
    const all = [...runs, copied, { ...copied, runId: 'copier', caseId: 'copier' }]
    const { found, pairs } = alikeSignals(all, countWrong(all, options), norms)
    expect(found.map((each) => [each.subject, each.figures['same'], each.figures['both']])).toEqual([['copied copier', 12, 12]])
    expect(found[0]!.figures['pairs']).toBe(pairs)
  })

  it('raises no false alarm over twenty honest years', () => {
    for (let year = 1; year <= 20; year++) {
      const roll = dice(year)
      const runs = Array.from({ length: 240 }, (_, n) => honest(roll, `h${n}`, `s${Math.floor(n / 12)}`))
      expect(alikeSignals(runs, countWrong(runs, options), norms).found).toEqual([])
    }
  })

  it('accuses nobody where little is known: ten same mistakes in questions that few others got wrong', () => {
    const same = Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`q${n}`, 'b']))
    const runs = [wrongRun('a', same), wrongRun('b', same), ...Array.from({ length: 10 }, (_, n) => wrongRun(`c${n}`, {}))]
    expect(alikeSignals(runs, countWrong(runs, options), norms).found).toEqual([])
  })

  it('is no wonder where everybody falls for the same wrong option', () => {
    const popular = Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`q${n}`, 'b']))
    const runs = Array.from({ length: 60 }, (_, n) => wrongRun(`r${n}`, popular, `s${Math.floor(n / 12)}`))
    expect(alikeSignals(runs, countWrong(runs, options), norms).found).toEqual([])
  })

  it('is asked only within one sitting', () => {
    const roll = dice(3)
    const runs = Array.from({ length: 300 }, (_, n) => honest(roll, `h${n}`, `s${Math.floor(n / 12)}`))
    const copied = honest(roll, 'copied', 's3')
    const all = [...runs, copied, { ...copied, runId: 'copier', caseId: 'copier', sittingId: 's4' }]
    expect(alikeSignals(all, countWrong(all, options), norms).found).toEqual([])
  })
})

describe('a signal', () => {
  it('whose norm is not set is never raised', () => {
    const edition = { edition: 'x', validFrom: '2026-01-01' as never, norms: Object.keys(norms).concat('windowMonths').map((key) => ({ key: `monitoring.signal.${key}`, value: null, mark: 'D' as const, source: { kk: 'x', ru: 'x', en: 'x' } })) }
    const off = signalNorms(edition)
    expect(windowMonthsOf(edition)).toBeUndefined()
    expect(passRateSignals([...results('own', 400, 400), ...results('others', 0, 500)], off)).toEqual([])
    expect(lateSignals([{ centreId: 'a', total: 100, late: 100, lateCaseIds: [] }], off)).toEqual([])
    expect(fastSignals(Array.from({ length: 9 }, () => ({ caseId: 'c', centreId: 'a', sittingId: 's', onDay: 'd', questions: 20, passed: true, seconds: 1 })), off)).toEqual([])
    expect(passRateSignals([...results('own', 400, 400), ...results('others', 0, 500)], { ...norms, confidencePercent: 100 })).toEqual([])
  })

  it.each([[undefined, 40, true], [40, 59, false], [40, 60, true]])('judged at %s cases is shown again at %d: %s', (judged, weight, expected) => expect(isNews({ kind: 'pass-rate', weight }, judged, norms)).toBe(expected))
  it('of one pair or one sitting is judged once for all', () => expect(isNews({ kind: 'alike', weight: 2 }, 2, norms)).toBe(false))
  it('is judged once, with an outcome and words', () => {
    const codes = (signal: { judgedAt: string | null }, outcome: string, words: string) => judgementBlockers(signal, { outcome, words }).map((each) => each.code)
    expect([codes({ judgedAt: null }, 'explained', 'New room'), codes({ judgedAt: null }, 'x', ' '), codes({ judgedAt: 'then' }, 'check', 'x')]).toEqual([[], ['signal.outcome-missing', 'signal.words-missing'], ['signal.judged-already']])
  })
})
