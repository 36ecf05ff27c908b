import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonActor } from '#platform/acts/actor.ts'
import { anExamCase, type ExamCase } from '../../../test/support/exam-case.ts'
import { aReceivingCentre, certificateEvent, decide, manyCasesBeside, rows } from '../../../test/support/lost-scope.ts'
import { codesOf } from '../../../test/support/refusal.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import { decideRunningCases, listLosses, readLoss } from './index.ts'

let world: TestWorld
let official: PersonActor
let second: PersonActor
beforeAll(async () => {
  world = await openTestWorld()
  official = await world.anOfficial('ministry')
  second = await world.anOfficial('ministry')
})
afterAll(() => world.drop())

const lossOf = (exam: ExamCase, eventId: string) => ({ certificateId: exam.centre.certificateId, eventId })

describe('one decision on all waiting cases of an event', () => {
  it('is the ministry’s; the national body looks, and nobody else sees that it is there', async () => {
    const exam = await anExamCase(world)
    const eventId = await certificateEvent(world, exam.centre, 'withdrawal')
    const loss = lossOf(exam, eventId)
    const reader = await world.anOfficial('national-body')
    expect((await listLosses(world.as(reader))).losses.find((each) => each.eventId === eventId)).toMatchObject({ cases: 1, state: 'withdrawn', professionCodes: [exam.professionCode] })
    expect((await readLoss(world.as(reader), loss as never)).mayDecide).toBe(false)
    expect(await codesOf(decide(world, reader, loss, [{ exam, fate: 'close' }]))).toEqual(['not-found'])
    for (const actor of [exam.clerk, exam.candidate, await world.anOfficial('accreditor'), await world.anOfficial('auditor')]) {
      expect(await codesOf(decide(world, actor, loss, [{ exam, fate: 'close' }]))).toEqual(['not-found'])
      expect(await codesOf(readLoss(world.as(actor), loss as never))).toEqual(['not-found'])
    }
  })

  it('shows each case with where it stood, what is proposed and what is not possible', async () => {
    const exam = await anExamCase(world)
    await exam.notified()
    const eventId = await certificateEvent(world, exam.centre, 'withdrawal')
    const alone = (await readLoss(world.as(official), lossOf(exam, eventId) as never)).cases[0]!
    expect(alone).toMatchObject({ number: exam.number, stepBefore: 'notified', dueBefore: '2026-03-26', contract: 'signed', paid: 0, proposed: { fate: 'close' }, destinations: [] })
    expect(alone.options.find((option) => option.fate === 'move')!.blockers).toEqual([{ code: 'continuation.move-nowhere' }])
    const receiver = await aReceivingCentre(world, exam.professionCode)
    const with1 = (await readLoss(world.as(official), lossOf(exam, eventId) as never)).cases[0]!
    expect(with1.proposed).toEqual({ fate: 'move', toCentreId: receiver.id })
  })

  it('is whole: one case that cannot be decided so, and none is changed', async () => {
    const exam = await anExamCase(world)
    const beside = await anExamCase(world, { beside: exam })
    const eventId = await certificateEvent(world, exam.centre, 'withdrawal')
    const loss = lossOf(exam, eventId)
    expect(await codesOf(decide(world, official, loss, [{ exam, fate: 'close' }, { exam: beside, fate: 'forget' }]))).toEqual(['continuation.fate-missing'])
    expect(await codesOf(decide(world, official, loss, [{ exam, fate: 'close' }, { exam: beside, fate: 'close' }], '  '))).toEqual(['continuation.ground-missing'])
    expect([await exam.step(), await beside.step()]).toEqual(['waiting', 'waiting'])
    expect(await decide(world, official, loss, [{ exam, fate: 'close' }, { exam: beside, fate: 'finish' }])).toEqual({ cases: 2 })
    expect([await exam.step(), await beside.step()]).toEqual(['closed', 'contract-signed'])
  })

  it('pressed twice is one decision, and of two people at once the second is told who was first', async () => {
    const exam = await anExamCase(world)
    const eventId = await certificateEvent(world, exam.centre, 'withdrawal')
    const loss = lossOf(exam, eventId)
    const version = await exam.version()
    const input = { certificateId: loss.certificateId, eventId: eventId, ground: 'x', fates: [{ number: exam.number, version, fate: 'finish', toCentreId: '' }] }
    expect(await decideRunningCases(world.as(official, 'key-1'), input)).toEqual({ cases: 1 })
    expect(await decideRunningCases(world.as(official, 'key-1'), input)).toEqual({ cases: 1 })
    await expect(decideRunningCases(world.as(second), input)).rejects.toMatchObject({ code: 'continuation.decided-already', data: { cases: 1 } })
    expect(await rows(world, 'select id from continuation where event_id = $1', [eventId])).toHaveLength(1)
    expect((await exam.kinds()).filter((kind) => kind === 'case-may-finish')).toHaveLength(1)

    const race = await anExamCase(world)
    const receiver = await aReceivingCentre(world, race.professionCode)
    const raceEvent = await certificateEvent(world, race.centre, 'withdrawal')
    const both = await Promise.all([official, second].map((actor, place) => codesOf(decide(world, actor, lossOf(race, raceEvent), [{ exam: race, fate: place === 0 ? 'close' : 'move', to: receiver.id }]))))
    expect(both.flat().toSorted()).toEqual(['continuation.decided-already', 'done'])
    expect(await rows(world, 'select id from continuation where event_id = $1', [raceEvent])).toHaveLength(1)
  })

  it('a case withdrawn meanwhile, or changed since the page was drawn, is named', async () => {
    const exam = await anExamCase(world)
    const beside = await anExamCase(world, { beside: exam })
    const eventId = await certificateEvent(world, exam.centre, 'withdrawal')
    const stale = { ...lossOf(exam, eventId), ground: 'x', fates: [{ number: exam.number, version: await exam.version(), fate: 'close', toCentreId: '' }, { number: beside.number, version: (await beside.version()) - 1, fate: 'close', toCentreId: '' }] }
    await expect(decideRunningCases(world.as(official), stale as never)).rejects.toMatchObject({ blockers: [{ code: 'continuation.case-changed', data: { number: beside.number } }] })
  })

  it('a resumption before the decision takes the cases back, and the decision comes too late', async () => {
    const exam = await anExamCase(world)
    const eventId = await certificateEvent(world, exam.centre, 'withdrawal')
    await certificateEvent(world, exam.centre, 'resumption')
    expect(await codesOf(decide(world, official, lossOf(exam, eventId), [{ exam, fate: 'close' }]))).toEqual(['continuation.nothing-waits'])
    expect(await exam.step()).toBe('contract-signed')
  })

  it('holds and decides 300 cases in one transaction each', async () => {
    const exam = await anExamCase(world)
    const receiver = await aReceivingCentre(world, exam.professionCode)
    await manyCasesBeside(world, exam, 299)
    const eventId = await certificateEvent(world, exam.centre, 'withdrawal')
    const view = await readLoss(world.as(official), { certificateId: exam.centre.certificateId, eventId: eventId as never })
    expect(view.cases).toHaveLength(300)
    const fates = view.cases.map((each, place) => ({ number: each.number, version: each.version, ...(place % 3 === 0 ? { fate: 'move', toCentreId: receiver.id as string } : { fate: place % 3 === 1 ? 'finish' : 'close', toCentreId: '' }) }))
    expect(await decideRunningCases(world.as(official), { certificateId: exam.centre.certificateId, eventId, ground: 'Бәрі бір шешіммен.', fates })).toEqual({ cases: 300 })
    expect((await readLoss(world.as(official), { certificateId: exam.centre.certificateId, eventId: eventId as never })).cases).toEqual([])
    const counted = await rows<{ step: string; here: boolean; cases: number }>(world, 'select step, centre_id = $1 as here, count(*) as cases from case_file where profession_code = $2 group by 1, 2 order by 3, 1', [exam.centre.id, exam.professionCode])
    expect(counted.reduce((sum, row) => sum + row.cases, 0)).toBe(300)
    expect(counted.filter((row) => !row.here)).toEqual([{ step: 'registered', here: false, cases: 100 }])
  }, 60_000)
})
