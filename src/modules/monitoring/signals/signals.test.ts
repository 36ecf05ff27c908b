import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day, type Day } from '#kernel/day.ts'
import { anExamHistory, type PastExam } from '../../../../test/support/exam-history.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import { computeSignals, computeSignalsOfTheDay, judgeSignal, listMatters, listSignals, readCentreFile, readSignal } from '../index.ts'

const QUESTIONS = 40
let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

let state = 11
const roll = (sides: number) => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return Math.floor((state / 2 ** 32) * sides) }
/** Fourteen of forty wrong, each with one of three wrong options. */
const answers = () => {
  const wrong = new Set<number>()
  while (wrong.size < 14) wrong.add(roll(QUESTIONS))
  return Array.from({ length: QUESTIONS }, (_, n) => (wrong.has(n) ? 'acd'[roll(3)]! : 'b'))
}
const people = (count: number, passed: (n: number) => boolean, change: (n: number) => Partial<PastExam> = () => ({})): PastExam[] => Array.from({ length: count }, (_, n) => ({ passed: passed(n), answers: answers(), ...change(n) }))
const days: Day[] = ['2026-01-12', '2026-01-14', '2026-01-19', '2026-01-21', '2026-01-26', '2026-01-28', '2026-02-02', '2026-02-04', '2026-02-09', '2026-02-11'].map(day)

describe('signals from the exams', () => {
  it('are found in made data, each where it was put and nowhere else; nothing follows by itself, and a person judges', async () => {
    const [honest, odd] = [await anExamHistory(world, { questions: QUESTIONS }), await anExamHistory(world, { questions: QUESTIONS })]
    const marks = (a: string, b: string, n: number, differ: boolean) => [a, b].map((assessor) => ({ assessor, done: Array.from({ length: 10 }, (_, step) => (step === 3 ? n % 2 === 0 : true) && !(differ && assessor === b && step === 5)) }))
    await honest.write(days.map((on) => ({ on, people: people(12, (n) => n % 5 < 3, (n) => ({ practice: { passed: n % 5 < 3, marks: marks(honest.assessors[0], honest.assessors[1], n, n % 3 === 0), begins: n } })) })))
    const copied = answers()
    const written = await odd.write([
      // Everybody passes; two gave the same answers; three were too fast; more people than seats; half of the terms late.
      { on: days[0]!, people: people(12, () => true, (n) => ({ late: n % 2 === 0, ...(n < 2 ? { answers: copied } : {}) })) },
      { on: days[1]!, people: people(12, () => true, (n) => ({ late: n % 2 === 0, ...(n < 3 ? { seconds: 100 } : {}) })) },
      { on: days[2]!, seats: 4, people: people(6, () => true, (n) => ({ late: n % 2 === 0 })) },
      ...days.slice(7).map((on) => ({ on, people: people(12, () => true) })),
      // Two assessors who never differ, one of them in both rooms at once.
      { on: days[3]!, people: people(4, () => true, (n) => ({ practice: { passed: true, marks: marks(odd.assessors[0], odd.assessors[1], n, false), begins: n } })) },
      { on: days[3]!, room: 1, people: people(4, () => true, (n) => ({ practice: { passed: true, marks: marks(odd.assessors[0], odd.assessors[1], n, false), begins: n } })) },
    ])
    world.at('2026-03-02 03:00')
    const done = await computeSignals(world.system())
    expect([done.theoryRuns, done.practiceRuns, done.marks, done.coversFrom, done.coversUntil]).toEqual([194, 128, 2560, '2025-03-02', '2026-03-02'])

    const accreditor = await world.anOfficial('accreditor')
    const list = await listSignals(world.as(accreditor))
    // What is odd about the one is odd about the other where there are but two: the honest centre passes far less often than the odd one.
    expect(list.rows.filter((row) => row.centreId === honest.centre.id).map((row) => [row.kind, row.figures['direction']])).toEqual([['pass-rate', 'less']])
    const own = list.rows.filter((row) => row.centreId === odd.centre.id)
    expect(own.map((row) => row.kind).sort()).toEqual(['agreement', 'alike', 'fast', 'late', 'overfull', 'pass-rate', 'two-places', 'two-places'])
    const of = (kind: string) => own.find((row) => row.kind === kind)!
    expect(of('alike').caseIds.toSorted()).toEqual(written[0]!.slice(0, 2).toSorted())
    expect(of('alike').figures).toMatchObject({ same: 14, both: 14 })
    expect(of('fast').figures).toMatchObject({ people: 3, of: 12, quickest: 2.5, threshold: 8 })
    expect(of('overfull').figures).toMatchObject({ most: 6, seats: 4 })
    expect(of('late').figures).toMatchObject({ late: 15, total: 74, othersShare: 0 })
    expect(of('agreement').figures).toMatchObject({ marks: 80, people: 8 })
    expect(of('agreement').names.size).toBe(2)

    // Case numbers only for those who may see the cases.
    const [ministry, head] = [await world.anOfficial('ministry'), await world.aStaffMember(odd.centre.id, ['centre-head'])]
    expect((await readSignal(world.as(accreditor), of('alike').id)).numbers).toEqual([])
    expect((await readSignal(world.as(ministry), of('alike').id)).numbers).toHaveLength(2)
    for (const stranger of [head, await world.aPerson()]) await expect(listSignals(world.as(stranger))).rejects.toMatchObject({ code: 'not-found' })
    await expect(judgeSignal(world.as(ministry), { id: of('alike').id, outcome: 'explained', words: 'x' })).rejects.toMatchObject({ code: 'not-found' })

    // Computed again, a subject keeps its one open signal.
    world.at('2026-03-03 03:00')
    expect(await computeSignalsOfTheDay(world.system())).toBe(1)
    expect(await computeSignalsOfTheDay(world.system())).toBe(0)
    expect((await listSignals(world.as(accreditor))).rows).toHaveLength(list.rows.length)
    expect((await readCentreFile(world.as(accreditor), odd.centre.id)).checks).toEqual([])
    await expect(world.db.run('delete from monitoring_signal')).rejects.toThrow(/permission denied/)

    // Explained, or a check that is planned in the same act; judged once.
    await expect(judgeSignal(world.as(accreditor), { id: of('fast').id, outcome: 'explained', words: ' ' })).rejects.toMatchObject({ blockers: [{ code: 'signal.words-missing' }] })
    await judgeSignal(world.as(accreditor), { id: of('fast').id, outcome: 'explained', words: 'A mock exam of the staff' })
    await expect(judgeSignal(world.as(accreditor), { id: of('fast').id, outcome: 'explained', words: 'Again' })).rejects.toMatchObject({ blockers: [{ code: 'signal.judged-already' }] })
    await expect(judgeSignal(world.as(accreditor), { id: of('alike').id, outcome: 'check', words: 'Look at the room' })).rejects.toMatchObject({ blockers: [{ code: 'monitoring.day-missing' }, { code: 'monitoring.responsible-missing' }] })
    const { checkId } = await judgeSignal(world.as(accreditor), { id: of('alike').id, outcome: 'check', words: 'Look at the room', check: { on: day('2026-03-10'), responsible: accreditor.accountId, announced: false } })
    expect((await listMatters(world.as(accreditor), { centreId: odd.centre.id })).matters).toMatchObject([{ kind: 'check', id: checkId, text: 'Look at the room', dueOn: '2026-03-10' }])
    expect((await readCentreFile(world.as(head), odd.centre.id)).history).toEqual([])

    // What was judged does not come again, but with enough that is new.
    await judgeSignal(world.as(accreditor), { id: of('pass-rate').id, outcome: 'explained', words: 'A strong year' })
    world.at('2026-03-04 03:00')
    await computeSignals(world.system())
    const open = async () => (await listSignals(world.as(accreditor), { centreId: odd.centre.id })).rows.filter((row) => row.judgedAt === null).map((row) => row.kind)
    expect((await open()).filter((kind) => ['fast', 'alike', 'pass-rate'].includes(kind))).toEqual([])
    await odd.write([{ on: days[5]!, people: people(12, () => true) }, { on: days[6]!, people: people(12, () => true) }])
    await computeSignals(world.system())
    expect((await open()).filter((kind) => ['fast', 'alike', 'pass-rate'].includes(kind))).toEqual(['pass-rate'])

    // A year later nothing of it lies in the window: what is open stays, and says that it is no longer seen.
    world.at('2027-03-10 03:00')
    await computeSignals(world.system())
    const later = (await listSignals(world.as(accreditor))).rows
    expect(later.filter((row) => row.judgedAt === null).every((row) => row.gone)).toBe(true)
  }, 120_000)
})
