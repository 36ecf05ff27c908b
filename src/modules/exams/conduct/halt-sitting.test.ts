import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SYSTEM } from '#platform/acts/actor.ts'
import { anExamCase, type ExamCase } from '../../../../test/support/exam-case.ts'
import { reasonsOf } from '../../../../test/support/refusal.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import * as exams from '../index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

async function writing(): Promise<{ exam: ExamCase; runId: string; sittingId: string; save(seq: number, chosen?: string[]): Promise<unknown>; beat(): Promise<unknown>; room(): Promise<exams.ExamRoom> }> {
  const exam = await anExamCase(world)
  const runId = await exam.writing()
  const { sittingId } = await world.db.begin((sql) => sql.one<{ sittingId: string }>('select sitting_id from theory_run where id = $1', [runId]), { 'tanu.scope': 'system' })
  return {
    exam, runId, sittingId,
    save: (seq, chosen = ['a']) => exams.saveAnswers(world.as(exam.candidate), { runId, changes: [{ seq, itemNo: 1, chosen }] }),
    beat: () => exams.saveAnswers(world.as(exam.candidate), { runId, changes: [] }),
    room: () => exams.readExamRoom(world.as(exam.candidate), { number: exam.number }),
  }
}
const halt = (each: { exam: ExamCase; sittingId: string }, by = each.exam.invigilator) => exams.haltSitting(world.as(by), { sittingId: each.sittingId, ground: 'fire-alarm', note: 'Дабыл қағылды' })
const haltId = async (each: { exam: ExamCase; sittingId: string }) => (await exams.readConsole(world.as(each.exam.invigilator), each.sittingId)).halt!.id
const resume = async (each: { exam: ExamCase; sittingId: string }, id?: string) => exams.resumeSitting(world.as(each.exam.invigilator), { sittingId: each.sittingId, haltId: id ?? (await haltId(each)) })

describe('a fire alarm', () => {
  it('stops every clock of the sitting, takes no answer, and gives back exactly what was lost', async () => {
    const seat = await writing()
    await seat.save(1)
    world.at('2026-03-26 10:12')
    expect(await halt(seat)).toEqual({ stopped: 1 })
    expect(await reasonsOf(seat.save(2))).toEqual(['theory.halted'])
    expect(await reasonsOf(seat.beat())).toEqual(['theory.halted'])
    expect(await reasonsOf(exams.handInTheory(world.as(seat.exam.candidate), { number: seat.exam.number }))).toEqual(['theory.halted'])
    expect(await seat.room()).toMatchObject({ state: 'running', leftMs: 28 * 60_000, haltedAt: '2026-03-26T05:12:00.000Z' })
    world.at('2026-03-26 11:30')
    expect(await exams.endDueTheoryRuns(world.context(SYSTEM, 'kk'))).toBe(0)
    expect(await seat.room()).toMatchObject({ leftMs: 28 * 60_000 })
    expect(await resume(seat)).toEqual({ stoodMs: 78 * 60_000 })
    expect(await seat.room()).toMatchObject({ leftMs: 28 * 60_000, haltedAt: null, endsAt: '2026-03-26T06:58:00.000Z' })
    expect(await seat.save(2, ['b'])).toMatchObject({ lastSeq: 2 })
    expect((await seat.exam.kinds()).filter((kind) => kind.startsWith('exam-'))).toEqual(['exam-halted', 'exam-resumed'])
    const { record } = await exams.readConsole(world.as(seat.exam.clerk), seat.sittingId)
    expect(record.filter((line) => line.caseNumber === null)).toMatchObject([{ entry: 'exam-halted', detail: 'fire-alarm', note: 'Дабыл қағылды', by: expect.any(String) }, { entry: 'exam-resumed' }])
  })

  it('does not touch a clock that has just run out: the timer hands it in', async () => {
    const seat = await writing()
    const other = await anExamCase(world, { beside: seat.exam })
    world.at('2026-03-26 10:40')
    expect(await reasonsOf(halt(seat))).toEqual(['halt.nobody-runs'])
    expect((await exams.readConsole(world.as(seat.exam.clerk), seat.sittingId)).halt).toBeNull()
    world.at('2026-03-26 10:50')
    expect(await exams.endDueTheoryRuns(world.context(SYSTEM, 'kk'))).toBeGreaterThan(0)
    expect(await other.step()).toBe('contract-signed')
  })

  it('lets nobody begin, and whoever begins afterwards has his whole time', async () => {
    const seat = await writing()
    const other = await anExamCase(world, { beside: seat.exam })
    world.at('2026-03-05 11:00')
    const practice = await other.sitting('practice', '2026-03-26', '14:00', '16:00', 1)
    await exams.sendNotification(world.as(other.clerk), { number: other.number, version: await other.version(), sittings: { theory: seat.sittingId, practice } })
    world.at('2026-03-26 09:50')
    await exams.holdBriefing(world.as(other.invigilator), { number: other.number, kinds: ['familiarisation', 'briefing'] })
    await exams.confirmBriefing(world.as(other.candidate), { number: other.number, kinds: ['familiarisation', 'briefing'] })
    await exams.admitToTheory(world.as(other.invigilator), { number: other.number, identitySeen: true })
    world.at('2026-03-26 10:05')
    expect(await halt(seat)).toEqual({ stopped: 1 })
    expect(await reasonsOf(exams.startTheory(world.as(other.candidate), { number: other.number }))).toEqual(['theory.halted'])
    world.at('2026-03-26 10:06')
    await resume(seat)
    expect(await exams.startTheory(world.as(other.candidate), { number: other.number })).toEqual({ endsAt: '2026-03-26T05:46:00.000Z' })
  })

  it('can be called twice on one day, and each time gives back its own', async () => {
    const seat = await writing()
    for (const [from, to] of [['10:01', '10:02'], ['10:10', '10:15']] as const) {
      world.at(`2026-03-26 ${from}`)
      await halt(seat)
      world.at(`2026-03-26 ${to}`)
      await resume(seat)
    }
    expect((await seat.room()).endsAt).toBe('2026-03-26T05:46:00.000Z')
  })

  it('removes a candidate meanwhile all the same, and does not bring him back', async () => {
    const seat = await writing()
    const violate = (wanted: 'warning' | 'removal') => exams.recordViolation(world.as(seat.exam.invigilator), { number: seat.exam.number, stage: 'theory', ground: 'communication', note: 'Сөйлесті', wanted })
    expect(await reasonsOf(violate('removal'))).toEqual(['violation.warn-first'])
    await violate('warning')
    await halt(seat)
    expect(await violate('removal')).toMatchObject({ outcome: 'removal' })
    world.at('2026-03-26 10:20')
    await resume(seat)
    expect(await seat.room()).toMatchObject({ state: 'ended', haltedAt: null })
  })

  it('tells the second of two people, for the stop and for going on, and a repeated press is one act', async () => {
    const seat = await writing()
    const key = { ...world.as(seat.exam.invigilator, 'one-press') }
    const input = { sittingId: seat.sittingId, ground: 'power-cut', note: '' } as const
    expect([await exams.haltSitting(key, input), await exams.haltSitting(key, input)]).toEqual([{ stopped: 1 }, { stopped: 1 }])
    const head = await world.aStaffMember(seat.exam.centre.id, ['centre-head'])
    expect(await reasonsOf(halt(seat, head))).toEqual(['halt.stands-already'])
    const id = await haltId(seat)
    const both = await Promise.all([reasonsOf(resume(seat, id)), reasonsOf(exams.resumeSitting(world.as(head), { sittingId: seat.sittingId, haltId: id }))])
    expect(both.sort()).toEqual([[], ['halt.none']])
    expect((await seat.exam.kinds()).filter((kind) => kind.startsWith('exam-'))).toEqual(['exam-halted', 'exam-resumed'])
  })

  it('stopped by two at once stands once', async () => {
    const seat = await writing()
    const head = await world.aStaffMember(seat.exam.centre.id, ['centre-head'])
    const both = await Promise.all([reasonsOf(halt(seat)), reasonsOf(halt(seat, head))])
    expect(both.sort()).toEqual([[], ['halt.stands-already']])
  })

  it('is no act of the clerk, the assessor, the candidate or another centre; for them the sitting is not there', async () => {
    const seat = await writing()
    const stranger = await world.aStaffMember((await world.aCentre()).id, ['invigilator', 'centre-head'])
    for (const each of [seat.exam.clerk, seat.exam.assessor, seat.exam.candidate, stranger]) expect(await reasonsOf(halt(seat, each))).toEqual(['not-found'])
    expect(await reasonsOf(exams.haltSitting(world.as(seat.exam.invigilator), { sittingId: 'nothing', ground: 'fire-alarm', note: '' }))).toEqual(['not-found'])
    expect(await reasonsOf(exams.haltSitting(world.as(seat.exam.invigilator), { sittingId: seat.sittingId, ground: 'lunch' as never, note: '' }))).toEqual(['halt.unknown-ground'])
    expect(await reasonsOf(exams.haltSitting(world.as(seat.exam.invigilator), { sittingId: seat.sittingId, ground: 'other', note: ' ' }))).toEqual(['halt.note-missing'])
  })
})

describe('the line of a seat on the wall', () => {
  it('is lost since the last sign when the browser falls silent, and back with the next', async () => {
    const seat = await writing()
    const since = async () => (await exams.readConsole(world.as(seat.exam.clerk), seat.sittingId)).seats[0]!.lostSince
    world.at('2026-03-26 10:30')
    expect(await since()).toBeNull()
    await seat.beat()
    world.at('2026-03-26 10:31')
    expect(await since()).toBe('2026-03-26T05:30:00.000Z')
    await seat.save(1)
    expect(await since()).toBeNull()
  })
})

describe('minutes given back by two people at once', () => {
  it('are given once: the second is told', async () => {
    const seat = await writing()
    const give = (seen: number) => exams.recordIncident(world.as(seat.exam.invigilator), { number: seat.exam.number, kind: 'line-lost', note: 'Байланыс үзілді', minutes: 5, seen })
    await give(0)
    expect(await reasonsOf(give(0))).toEqual(['incident.another-recorded'])
    expect((await seat.room()).endsAt).toBe('2026-03-26T05:45:00.000Z')
    await give(1)
  })
})
