import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerRightly, anExamCase } from '../../../../test/support/exam-case.ts'
import { pinNorms } from '../../../../test/support/norm-edition.ts'
import { reasonsOf } from '../../../../test/support/refusal.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import * as exams from '../index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

const at = (time: string) => world.at(`2026-03-26 ${time}`)

describe('admission and start', () => {
  it('admits nobody without both acknowledgements, on another day, or unseen', async () => {
    const exam = await anExamCase(world)
    await exam.notified()
    at('09:40')
    const admit = (identitySeen = true) => reasonsOf(exams.admitToTheory(world.as(exam.invigilator), { number: exam.number, identitySeen }))
    expect(await admit()).toEqual(['admission.not-briefed'])
    await exams.holdBriefing(world.as(exam.invigilator), { number: exam.number, kinds: ['familiarisation', 'briefing'] })
    await exams.confirmBriefing(world.as(exam.candidate), { number: exam.number, kinds: ['familiarisation'] })
    expect(await admit()).toEqual(['admission.not-briefed'])
    await exams.confirmBriefing(world.as(exam.candidate), { number: exam.number, kinds: ['briefing'] })
    expect(await admit(false)).toEqual(['admission.identity-not-seen'])
    at('09:29')
    expect(await admit()).toEqual(['admission.too-early'])
    world.at('2026-03-27 10:00')
    expect(await admit()).toEqual(['admission.other-day', 'admission.too-late'])
    at('09:41')
    expect(await reasonsOf(exams.admitToTheory(world.as(exam.candidate), { number: exam.number, identitySeen: true }))).toEqual(['not-found'])
    expect(await reasonsOf(exams.startTheory(world.as(exam.candidate), { number: exam.number }))).toEqual(['theory.not-admitted'])
    expect(await admit()).toEqual([])
  })

  it('draws the form of the blueprint, and shows neither a key nor a question before the start', async () => {
    const exam = await anExamCase(world)
    await exam.briefed()
    await exams.admitToTheory(world.as(exam.invigilator), { number: exam.number, identitySeen: true })
    const before = await exams.readExamRoom(world.as(exam.candidate), { number: exam.number })
    expect(before).toMatchObject({ state: 'admitted', questions: [], total: 20, minutes: 40 })
    at('10:00')
    await exams.startTheory(world.as(exam.candidate), { number: exam.number })
    const room = await exams.readExamRoom(world.as(exam.candidate), { number: exam.number })
    expect(room.questions.map((each) => each.no)).toEqual(Array.from({ length: 20 }, (_, place) => place + 1))
    expect(new Set(room.questions.map((each) => each.text)).size).toBe(20)
    expect(JSON.stringify(room)).not.toContain('correct":["')
    expect(Object.keys(room.questions[0]!)).toEqual(['no', 'kind', 'text', 'options'])
    expect(room).toMatchObject({ state: 'running', endsAt: '2026-03-26T05:40:00.000Z', leftMs: 40 * 60_000 })
    expect(await exam.step()).toBe('theory-running')
  })

  it('starts once: a second press leaves the end where it was', async () => {
    const exam = await anExamCase(world)
    await exam.writing()
    at('10:10')
    expect(await exams.startTheory(world.as(exam.candidate), { number: exam.number })).toEqual({ endsAt: '2026-03-26T05:40:00.000Z' })
  })

  it('gives the extra time that was granted', async () => {
    const exam = await anExamCase(world, { extraPercent: 25 })
    await exam.writing()
    expect((await exams.readExamRoom(world.as(exam.candidate), { number: exam.number })).endsAt).toBe('2026-03-26T05:50:00.000Z')
  })

  it('seats a person without an account by a code that works once', async () => {
    const exam = await anExamCase(world, { onPaper: true })
    await exam.briefed()
    const { seatCode } = await exams.admitToTheory(world.as(exam.invigilator), { number: exam.number, identitySeen: true })
    const nobody = () => world.context({ kind: 'anonymous' }, 'kk')
    expect(seatCode).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/)
    const { number, token } = await exams.takeSeat(nobody(), seatCode.toLowerCase())
    expect(number).toBe(exam.number)
    expect(await reasonsOf(exams.takeSeat(nobody(), seatCode))).toEqual(['seat.unknown-code'])
    expect(await reasonsOf(exams.readExamRoom(nobody(), { number, token: 'guessed' }))).toEqual(['not-found'])
    expect(await reasonsOf(exams.readExamRoom(nobody(), { number }))).toEqual(['not-found'])
    at('10:00')
    await exams.startTheory(nobody(), { number, token })
    const room = await exams.readExamRoom(nobody(), { number, token })
    await exams.saveAnswers(nobody(), { runId: room.runId!, seatToken: token, changes: [{ seq: 1, itemNo: 1, chosen: ['b'] }] })
    expect(await reasonsOf(exams.saveAnswers(nobody(), { runId: room.runId!, seatToken: 'guessed', changes: [{ seq: 2, itemNo: 1, chosen: ['a'] }] }))).toEqual(['not-found'])
    expect(await exams.handInTheory(nobody(), { number, token })).toMatchObject({ total: 20, passed: false })
    expect(await exam.step()).toBe('held')
  })
})

describe('answers', () => {
  const change = (seq: number, itemNo: number, ...chosen: string[]) => ({ seq, itemNo, chosen })

  it('are kept in their order, repeated without effect, and the newest is the last word', async () => {
    const exam = await anExamCase(world)
    const runId = await exam.writing()
    const save = (...changes: ReturnType<typeof change>[]) => exams.saveAnswers(world.as(exam.candidate), { runId, changes })
    const single = (await exams.readExamRoom(world.as(exam.candidate), { number: exam.number })).questions.find((each) => each.kind === 'single')!.no
    expect(await save(change(1, single, 'a'))).toMatchObject({ lastSeq: 1, outcomes: [{ seq: 1, outcome: 'saved' }] })
    expect(await save(change(1, single, 'a'))).toMatchObject({ lastSeq: 1, outcomes: [{ seq: 1, outcome: 'repeated' }] })
    expect(await save(change(3, single, 'c'))).toMatchObject({ lastSeq: 1, outcomes: [{ seq: 3, outcome: 'gap' }] })
    expect(await save(change(3, single, 'c'), change(2, single, 'b'))).toMatchObject({ lastSeq: 3, outcomes: [{ seq: 2, outcome: 'saved' }, { seq: 3, outcome: 'saved' }] })
    expect(await save(change(2, single, 'd'))).toMatchObject({ lastSeq: 3, outcomes: [{ seq: 2, outcome: 'taken' }] })
    expect((await exams.readExamRoom(world.as(exam.candidate), { number: exam.number })).answers[single]).toEqual(['c'])
    expect(await save(change(4, single, 'z'), change(4, 99, 'a'))).toMatchObject({ lastSeq: 3, outcomes: [{ outcome: 'wrong' }, { outcome: 'wrong' }] })
  })

  it('make an append-only log in which each event holds the hash of the one before', async () => {
    const exam = await anExamCase(world)
    const runId = await exam.writing()
    await answerRightly(exam, runId, 20)
    const log = await world.db.many<{ seq: number; itemNo: number; chosen: string[]; hash: Uint8Array }>('select seq, item_no, chosen, hash from answer_event where run_id = $1 order by seq', [runId])
    let hash: Uint8Array = new Uint8Array(32)
    for (const event of log) {
      hash = createHash('sha256').update(hash).update(JSON.stringify([runId, event.seq, event.itemNo, event.chosen])).digest()
      expect(Buffer.from(event.hash).equals(hash)).toBe(true)
    }
    expect(log).toHaveLength(20)
    await expect(world.db.run('update answer_event set seq = 99 where run_id = $1', [runId])).rejects.toThrow()
    await exams.handInTheory(world.as(exam.candidate), { number: exam.number })
    const entry = await world.db.one<{ payload: { logDigest: string; answers: number } }>("select payload from journal_entry where chain = 'case:' || $1 and kind = 'theory-passed'", [exam.caseId])
    expect(entry.payload).toMatchObject({ logDigest: Buffer.from(hash).toString('hex'), answers: 20 })
  })

  it('of a whole room are written together, and the fault of one harms only that one', async () => {
    const first = await anExamCase(world)
    const runs = [{ exam: first, runId: await first.writing() }]
    for (let n = 0; n < 3; n++) {
      const exam = await anExamCase(world, { beside: first })
      runs.push({ exam, runId: await exam.writing() })
    }
    at('10:05')
    const calls = runs.flatMap(({ exam, runId }) => Array.from({ length: 20 }, (_, place) => exams.saveAnswers(world.as(exam.candidate), { runId, changes: [change(place + 1, place + 1, 'a')] })))
    const strange = reasonsOf(exams.saveAnswers(world.as(runs[0]!.exam.candidate), { runId: runs[1]!.runId, changes: [change(1, 1, 'a')] }))
    const broken = exams.saveAnswers(world.as(runs[0]!.exam.candidate), { runId: 'no-uuid', changes: [change(1, 1, 'a')] }).then(() => 'saved', (fault: { code: string }) => fault.code)
    const saved = await Promise.all(calls)
    expect(saved.flatMap((each) => each.outcomes.map((one) => one.outcome))).toEqual(Array.from({ length: 80 }, () => 'saved'))
    expect(await strange).toEqual(['not-found'])
    expect(await broken).toBe('22P02')
    for (const { runId } of runs) expect((await world.db.one<{ count: number }>('select count(*) as count from answer where run_id = $1', [runId])).count).toBe(20)
  })

  it('count within the grace after the end, and not a moment later', async () => {
    const exam = await anExamCase(world)
    const runId = await exam.writing()
    world.clock.set('2026-03-26T05:41:00.000Z' as never)
    const save = (seq: number) => exams.saveAnswers(world.as(exam.candidate), { runId, changes: [change(seq, 1, 'a')] })
    expect(await save(1)).toMatchObject({ lastSeq: 1, leftMs: 0 })
    expect(await save(3)).toMatchObject({ outcomes: [{ outcome: 'gap' }] })
    world.clock.set('2026-03-26T05:41:00.001Z' as never)
    expect(await reasonsOf(save(2))).toEqual(['answers.too-late'])
  })

  it('are there again after the browser was closed or the server killed between two of them', async () => {
    const exam = await anExamCase(world)
    const runId = await exam.writing()
    await exams.saveAnswers(world.as(exam.candidate), { runId, changes: [change(1, 4, 'b'), change(2, 5, 'c')] })
    const lost = exams.saveAnswers(world.as(exam.candidate), { runId, changes: [change(3, 6, 'a')] })
    await lost
    const room = await exams.readExamRoom(world.as(exam.candidate), { number: exam.number })
    expect(room).toMatchObject({ lastSeq: 3, answers: { 4: ['b'], 5: ['c'], 6: ['a'] } })
    // The answer of the server was lost on its way: the browser repeats and goes on.
    expect(await exams.saveAnswers(world.as(exam.candidate), { runId, changes: [change(3, 6, 'a'), change(4, 7, 'b')] })).toMatchObject({ lastSeq: 4 })
  })
})

describe('the end', () => {
  it.each([[15, true, 'theory-passed'], [14, false, 'held']])('with %i of 20 right passes: %s', async (right, passed, step) => {
    const exam = await anExamCase(world)
    await answerRightly(exam, await exam.writing(), right as number)
    at('10:20')
    expect(await exams.handInTheory(world.as(exam.candidate), { number: exam.number })).toEqual({ passed, correct: right, total: 20 })
    expect(await exam.step()).toBe(step)
    expect(await exams.handInTheory(world.as(exam.candidate), { number: exam.number })).toEqual({ passed, correct: right, total: 20 })
    expect(await reasonsOf(exams.saveAnswers(world.as(exam.candidate), { runId: (await exams.readExamRoom(world.as(exam.candidate), { number: exam.number })).runId!, changes: [{ seq: 30, itemNo: 1, chosen: ['b'] }] }))).toEqual(['theory.ended'])
  })

  it('leads to the practice although the theory was not passed only where the norm of the case says so, and the theory stays failed', async () => {
    const exam = await anExamCase(world)
    await pinNorms(world, exam.caseId, { admitToPracticeAfterTheoryFail: true })
    await answerRightly(exam, await exam.writing(), 14)
    at('10:20')
    expect(await exams.handInTheory(world.as(exam.candidate), { number: exam.number })).toMatchObject({ passed: false })
    expect(await exam.step()).toBe('theory-passed')
    expect((await exams.readExamRoom(world.as(exam.candidate), { number: exam.number })).result).toMatchObject({ passed: false, practiceNext: true })
    expect(await exam.kinds()).toContain('theory-not-passed')
  })

  it('is held by the server: a run whose time and grace are over is handed in without anybody, once', async () => {
    const exam = await anExamCase(world)
    await answerRightly(exam, await exam.writing(), 20)
    world.clock.set('2026-03-26T05:41:00.000Z' as never)
    await exams.endDueTheoryRuns(world.system())
    expect(await exam.step()).toBe('theory-running')
    world.clock.set('2026-03-26T05:41:00.001Z' as never)
    const ended = await Promise.all([exams.endDueTheoryRuns(world.system()), exams.endDueTheoryRuns(world.system())])
    expect(ended[0]! + ended[1]!).toBeGreaterThan(0)
    expect(await exam.step()).toBe('theory-passed')
    expect((await exams.readExamRoom(world.as(exam.candidate), { number: exam.number })).result).toMatchObject({ endKind: 'time', passed: true })
    expect((await exam.kinds()).filter((kind) => kind === 'theory-passed')).toHaveLength(1)
  })

  it('of a theory alone is the end of the attempt, and the decision is due three working days later', async () => {
    const exam = await anExamCase(world, { stages: ['theory'] })
    await answerRightly(exam, await exam.writing(), 20)
    at('10:30')
    await exams.handInTheory(world.as(exam.candidate), { number: exam.number })
    expect(await exam.step()).toBe('held')
    expect(await world.db.one("select 1 as ok").then(() => exam.kinds())).toEqual(expect.arrayContaining(['theory-passed', 'attempt-held']))
  })
})
