import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anExamCase } from '../../../test/support/exam-case.ts'
import { anOnlineExam } from '../../../test/support/online-exam.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import { chooseDay, postponeExam, sendNotification } from '#modules/exams/index.ts'
import { listRows, readWaiting } from './index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

describe('who waits for a sitting', () => {
  it('is whoever has a contract and no notification, beside seats to which nobody was called; a choice takes none away', async () => {
    const exam = await anExamCase(world)
    const beside = await anExamCase(world, { beside: exam })
    const third = await anExamCase(world, { beside: exam })
    world.at('2026-03-05 10:00')
    const sittings = { theory: await exam.sitting('theory', '2026-03-26', '10:00', '12:00', 0, 2), practice: await exam.sitting('practice', '2026-03-26', '13:00', '16:00', 0, 3) }
    await exam.sitting('theory', '2026-03-18')
    await exam.sitting('theory', '2026-09-01')
    const lines = async (at = exam.centre.id as string | null) => (await readWaiting(world.as(exam.clerk), { centreId: at })).lines.map(({ waiting, theory, practice, seats, without, since }) => ({ waiting, theory, practice, seats, without, since }))
    expect(await lines()).toEqual([{ waiting: 3, theory: 2, practice: 3, seats: 2, without: 1, since: '2026-03-02' }])
    await chooseDay(world.as(beside.candidate), { number: beside.number, version: await beside.version(), sittings })
    expect(await lines()).toMatchObject([{ waiting: 3, seats: 2, without: 1 }])
    await sendNotification(world.as(exam.clerk), { number: exam.number, version: await exam.version(), sittings })
    expect(await lines()).toMatchObject([{ waiting: 2, theory: 1, practice: 2, seats: 1, without: 1 }])
    await postponeExam(world.as(exam.candidate), { number: exam.number, version: await exam.version(), kind: 'candidate', note: 'Іссапар', paper: '' })
    expect(await lines()).toMatchObject([{ waiting: 3, seats: 2, without: 1 }])
    const numbers = async () => (await listRows(world.as(await world.anOfficial('ministry')), 'waiting', { asOf: '2026-03-05' as never }, undefined, 50)).map((row) => row.number)
    expect(new Set(await numbers())).toEqual(new Set([exam.number, beside.number, third.number]))
  })

  it('who chose on line, and the seats on line, are counted apart', async () => {
    const exam = await anOnlineExam(world)
    const centre = await anExamCase(world, { beside: exam })
    world.at('2026-03-05 10:00')
    await exam.onLine('theory', '2026-03-26', '10:00', '12:00')
    await exam.sitting('practice', '2026-03-26', '13:00', '16:00', 0, 2)
    const lines = async () => (await readWaiting(world.as(exam.clerk), { centreId: exam.centre.id })).lines
    expect(await lines()).toMatchObject([{ waiting: 2, waitingOnline: 1, theory: 12, theoryOnline: 12, practice: 2, practiceOnline: 0, seats: 2, seatsOnline: 2, without: 1 }])
    await exam.sitting('theory', '2026-03-26', '10:00', '12:00', 0, 1)
    expect(await lines()).toMatchObject([{ waiting: 2, waitingOnline: 1, theory: 13, theoryOnline: 12, practice: 2, seats: 2, seatsOnline: 1, without: 0 }])
    expect(centre.number).not.toBe(exam.number)
  })

  it('a centre learns of its own, and the country is not shown to it', async () => {
    const exam = await anExamCase(world)
    const other = await anExamCase(world)
    await expect(readWaiting(world.as(exam.clerk), { centreId: other.centre.id })).rejects.toMatchObject({ code: 'not-found' })
    await expect(readWaiting(world.as(exam.clerk), { centreId: null })).rejects.toMatchObject({ code: 'not-found' })
    await expect(readWaiting(world.as(exam.candidate), { centreId: exam.centre.id })).rejects.toMatchObject({ code: 'not-found' })
  })
})
