import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plusMs } from '#kernel/day.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import { openDatabase } from '#platform/db/database.ts'
import { anExamCase, type ExamCase } from '../../../../test/support/exam-case.ts'
import { reasonsOf } from '../../../../test/support/refusal.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import * as people from '#modules/people/index.ts'
import * as exams from '../index.ts'
import type { SavedAnswers } from './answer-call.ts'
import { appendAnswer } from './append-answers.ts'
import { saveAnswers } from './save-answers.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

const asHouse = (text: string, params: readonly unknown[]) => world.db.begin((sql) => sql.run(text, params), { 'tanu.scope': 'system' })

interface Writing {
  exam: ExamCase
  runId: string
  /** The way without the lock: an answer when it was taken, nothing when it was doubted. */
  append(seq: number, change?: { itemNo?: number; chosen?: string[]; by?: PersonActor; seatToken?: string }): Promise<SavedAnswers | undefined>
  save(seq: number): Promise<SavedAnswers>
  logged(): Promise<number>
}
/** A candidate whose first answer went the way of the lock, so that his run is known. */
async function aKnownRun(): Promise<Writing> {
  const exam = await anExamCase(world)
  const runId = await exam.writing()
  const callOf = (seq: number, itemNo = 1, chosen = ['a']) => ({ runId, changes: [{ seq, itemNo, chosen }] })
  const save = (seq: number) => saveAnswers(world.as(exam.candidate), callOf(seq))
  await save(1)
  return {
    exam, runId, save,
    append: (seq, { itemNo, chosen, by, seatToken } = {}) => appendAnswer({ ctx: world.as(by ?? exam.candidate), input: { ...callOf(seq, itemNo, chosen), seatToken } }),
    logged: async () => (await world.db.one<{ count: number }>('select count(*) as count from answer_event where run_id = $1', [runId])).count,
  }
}

describe('the next answer of a known run', () => {
  it('is written without the lock, with the time left and in the same unbroken chain', async () => {
    const { runId, append, save, logged } = await aKnownRun()
    expect(await append(2, { itemNo: 3, chosen: ['b'] })).toMatchObject({ lastSeq: 2, outcomes: [{ seq: 2, outcome: 'saved' }], endsAt: '2026-03-26T05:40:00.000Z', leftMs: 40 * 60_000, warnings: 0 })
    expect(await append(3, { itemNo: 3, chosen: [] })).toMatchObject({ lastSeq: 3 })
    expect(await save(4)).toMatchObject({ lastSeq: 4, outcomes: [{ seq: 4, outcome: 'saved' }] })
    expect(await logged()).toBe(4)
    const log = await world.db.many<{ seq: number; itemNo: number; chosen: string[]; hash: Uint8Array }>('select seq, item_no, chosen, hash from answer_event where run_id = $1 order by seq', [runId])
    let hash: Uint8Array = new Uint8Array(32)
    for (const event of log) {
      hash = createHash('sha256').update(hash).update(JSON.stringify([runId, event.seq, event.itemNo, event.chosen])).digest()
      expect(Buffer.from(event.hash).equals(hash)).toBe(true)
    }
    expect(await world.db.many('select item_no, chosen, seq from answer where run_id = $1 order by item_no', [runId])).toEqual([{ itemNo: 1, chosen: ['a'], seq: 4 }, { itemNo: 3, chosen: [], seq: 3 }])
  })

  it('says by the lock that a warning waits, was read, and that the end was put off, and then knows it', async () => {
    const { exam, append, save } = await aKnownRun()
    await exams.recordViolation(world.as(exam.invigilator), { number: exam.number, stage: 'theory', ground: 'communication', note: 'Көршісімен сөйлесті' })
    await exams.recordIncident(world.as(exam.invigilator), { number: exam.number, kind: 'power-cut', note: 'Жарық өшті', minutes: 5 })
    expect(await append(2)).toBeUndefined()
    expect(await save(2)).toMatchObject({ lastSeq: 2, warnings: 1, endsAt: '2026-03-26T05:45:00.000Z' })
    expect(await append(3)).toMatchObject({ lastSeq: 3, warnings: 1, endsAt: '2026-03-26T05:45:00.000Z' })
    await exams.acknowledgeWarning(world.as(exam.candidate), { number: exam.number })
    expect(await append(4)).toBeUndefined()
    expect(await save(4)).toMatchObject({ lastSeq: 4, warnings: 0 })
  })
})

it('a theory that is held anew after a breakdown begins with the warning that was not read yet', async () => {
  const { exam, runId } = await aKnownRun()
  await exams.recordViolation(world.as(exam.invigilator), { number: exam.number, stage: 'theory', ground: 'communication', note: 'Көршісімен сөйлесті' })
  const anew = randomUUID()
  await world.db.begin(async (sql) => {
    await sql.run("update theory_run set end_kind = 'broken-down' where id = $1", [runId])
    await sql.run(
      `insert into theory_run (id, attempt_id, case_id, sitting_id, account_id, seed, language, form, total, admitted_by, identity_checked_at)
       select $2, attempt_id, case_id, sitting_id, account_id, seed, language, form, total, admitted_by, identity_checked_at from theory_run where id = $1`, [runId, anew])
  }, { 'tanu.scope': 'system' })
  const unread = () => world.db.begin((sql) => sql.one<{ unreadWarnings: number }>('select unread_warnings from theory_run where id = $1', [anew]), { 'tanu.scope': 'system' })
  expect(await unread()).toEqual({ unreadWarnings: 1 })
  await asHouse('update violation set acknowledged_at = now() where attempt_id = (select attempt_id from theory_run where id = $1)', [anew])
  expect(await unread()).toEqual({ unreadWarnings: 0 })
})

describe('what is doubted goes the way of the lock and writes nothing here', () => {
  it('a run that nobody has seen yet', async () => {
    const exam = await anExamCase(world)
    const runId = await exam.writing()
    expect(await appendAnswer({ ctx: world.as(exam.candidate), input: { runId, changes: [{ seq: 1, itemNo: 1, chosen: ['a'] }] } })).toBeUndefined()
  })

  it.each([[1, 1, ['b']], [1, 1, ['a']], [3, 1, ['a']], [0, 1, ['a']], [2, 99, ['a']], [2, 1, ['z']]])('number %i, question %i, options %j: an older, repeated, early or unnumbered one, or no answer of the form', async (seq, itemNo, chosen) => {
    const { append, logged } = await aKnownRun()
    expect(await append(seq as number, { itemNo: itemNo as number, chosen: chosen as string[] })).toBeUndefined()
    expect(await logged()).toBe(1)
  })

  it('the answer of somebody else, for whom the exam does not exist', async () => {
    const { exam, runId, append, logged } = await aKnownRun()
    for (const by of [await world.aPerson(), exam.invigilator]) {
      expect(await append(2, { by, seatToken: 'guessed' })).toBeUndefined()
      expect(await reasonsOf(saveAnswers(world.as(by), { runId, changes: [{ seq: 2, itemNo: 1, chosen: ['a'] }] }))).toEqual(['not-found'])
    }
    expect(await logged()).toBe(1)
  })

  it.each([
    ['account', 'update theory_run set account_id = null where id = $1'],
    ['seat', "update theory_run set seat_code_hash = '\\x01' where id = $1"],
    ['end', "update theory_run set ends_at = '2026-03-26T04:58:00Z' where id = $1"],
  ])('a run whose %s is no longer as it was known', async (_, change) => {
    const { runId, append, logged } = await aKnownRun()
    await asHouse(change, [runId])
    expect(await append(2)).toBeUndefined()
    expect(await logged()).toBe(1)
  })

  it('an answer after the time and its grace; within the grace it is taken', async () => {
    const { append, save, logged } = await aKnownRun()
    world.clock.set('2026-03-26T05:41:00.000Z' as never)
    expect(await append(2)).toMatchObject({ lastSeq: 2, leftMs: 0 })
    world.clock.set('2026-03-26T05:41:00.001Z' as never)
    expect(await append(3)).toBeUndefined()
    expect(await reasonsOf(save(3))).toEqual(['answers.too-late'])
    expect(await logged()).toBe(2)
  })

  it('an answer after the candidate handed in, or was removed', async () => {
    const handed = await aKnownRun()
    await exams.handInTheory(world.as(handed.exam.candidate), { number: handed.exam.number })
    const removed = await aKnownRun()
    for (const note of ['Сөйлесті', 'Тағы сөйлесті']) await exams.recordViolation(world.as(removed.exam.invigilator), { number: removed.exam.number, stage: 'theory', ground: 'communication', note })
    for (const { append, save, logged } of [handed, removed]) {
      expect(await append(2)).toBeUndefined()
      expect(await reasonsOf(save(2))).toEqual(['theory.ended'])
      expect(await logged()).toBe(1)
    }
  })

  it('an answer while the run is being handed in: it waits for nobody, and the lock then sees the end', async () => {
    const { runId, append, save, logged } = await aKnownRun()
    let saving: Promise<string[]> | undefined
    await world.db.begin(async (sql) => {
      await sql.run('select 1 from theory_run where id = $1 for update', [runId])
      expect(await append(2)).toBeUndefined()
      saving = reasonsOf(save(2))
      await sql.run("update theory_run set end_kind = 'handed-in' where id = $1", [runId])
    }, { 'tanu.scope': 'system' })
    expect(await saving).toEqual(['theory.ended'])
    expect(await logged()).toBe(1)
  })

  it('a number that another process has written: neither is lost, and neither overwrites the other', async () => {
    const { runId, append, save, logged } = await aKnownRun()
    await asHouse("insert into answer_event (run_id, seq, item_no, chosen, received_at, hash) values ($1, 2, 5, '{b}', now(), '\\x02')", [runId])
    expect(await append(2)).toBeUndefined()
    expect(await save(2)).toMatchObject({ lastSeq: 2, outcomes: [{ seq: 2, outcome: 'taken' }] })
    expect(await append(3)).toMatchObject({ lastSeq: 3 })
    expect(await logged()).toBe(3)
  })

  it('a log that does not end with the event before', async () => {
    const { runId, append, logged } = await aKnownRun()
    await append(2)
    // The trigger guards the log even against the owner; here it stands aside, as after a backup that was put back.
    const owner = openDatabase(world.ownerUrl, { connections: 1 })
    await owner.run('alter table answer_event disable trigger answer_event_is_kept')
    await owner.run('delete from answer_event where run_id = $1 and seq = 2', [runId])
    await owner.run('alter table answer_event enable trigger answer_event_is_kept')
    await owner.end()
    expect(await append(3)).toBeUndefined()
    expect(await logged()).toBe(1)
  })

  it('an answer of one is doubted, and those of the others are written all the same', async () => {
    const runs = [await aKnownRun(), await aKnownRun(), await aKnownRun()]
    await asHouse("update theory_run set end_kind = 'time' where id = $1", [runs[1]!.runId])
    expect((await Promise.all(runs.map((run) => run.append(2)))).map((answer) => answer?.lastSeq)).toEqual([2, undefined, 2])
  })

  it('the second of two answers that come at once', async () => {
    const { append, save } = await aKnownRun()
    expect((await Promise.all([append(2), append(3)])).map((answer) => answer?.lastSeq)).toEqual([2, undefined])
    expect(await save(3)).toMatchObject({ lastSeq: 3 })
  })
})

describe('a sign-in that is only believed', () => {
  /** A known run whose candidate has signed in, and what the process believes of his cookie. */
  async function aBelievedCandidate() {
    const writing = await aKnownRun()
    const ctx = world.as(writing.exam.candidate)
    const token = await people.startSession(ctx, writing.exam.candidate.accountId, 'Chrome')
    const opened = await people.resolveSession(ctx, token)
    const believed = () => people.believeSession(ctx, token)!
    const saveNext = (signIn = believed(), seq = 2) => exams.saveNextAnswer({ ...ctx, actor: signIn.actor }, { runId: writing.runId, changes: [{ seq, itemNo: 1, chosen: ['a'] }] }, signIn)
    return { ...writing, ctx, token, sessionId: opened!.sessionId, believed, saveNext }
  }

  it('is confirmed by the statement that writes, without a role being believed', async () => {
    const { believed, saveNext, logged } = await aBelievedCandidate()
    expect(believed().actor.roles).toEqual([])
    expect(await saveNext()).toMatchObject({ lastSeq: 2, outcomes: [{ seq: 2, outcome: 'saved' }] })
    expect(await logged()).toBe(2)
  })

  it.each([
    ['ended', "update sign_in_session set ended_at = now() where id = $1"],
    ['expired', "update sign_in_session set expires_at = '2026-03-26T05:00:00Z' where id = $1"],
    ['not seen for a minute', "update sign_in_session set seen_at = seen_at - interval '60 seconds' where id = $1"],
    ['due to be rotated', "update sign_in_session set rotated_at = rotated_at - interval '15 minutes' where id = $1"],
    ['of a token that was rotated meanwhile', "update sign_in_session set previous_token_hash = token_hash, token_hash = '\\x01' where id = $1"],
    ['of an account that was closed', 'update account set closed_at = now() where id = (select account_id from sign_in_session where id = $1)'],
    ['of another account', 'update sign_in_session set account_id = (select id from account where id <> sign_in_session.account_id limit 1) where id = $1'],
  ])('writes nothing when it is %s', async (_, change) => {
    const { sessionId, believed, saveNext, logged } = await aBelievedCandidate()
    const signIn = believed()
    await asHouse(change, [sessionId])
    expect(await saveNext(signIn)).toBeUndefined()
    expect(await logged()).toBe(1)
  })

  it('writes nothing under another sign-in than the one it is bound to, or for somebody else\'s run', async () => {
    const [one, other] = [await aBelievedCandidate(), await aBelievedCandidate()]
    expect(await one.saveNext({ ...one.believed(), sessionId: other.sessionId })).toBeUndefined()
    expect(await one.saveNext({ ...one.believed(), tokenHash: other.believed().tokenHash })).toBeUndefined()
    expect(await one.saveNext({ ...other.believed(), actor: one.exam.candidate })).toBeUndefined()
    expect(await one.saveNext(other.believed())).toBeUndefined()
    expect([await one.logged(), await other.logged()]).toEqual([1, 1])
  })

  it('is not believed of a token that opened nothing yet: the new one after a rotation, or a guessed one', async () => {
    const { ctx, token } = await aBelievedCandidate()
    expect(people.believeSession(ctx, 'guessed')).toBeUndefined()
    world.clock.set(plusMs(world.clock.now(), 16 * 60_000))
    const rotated = (await people.resolveSession(ctx, token))!.token!
    expect(people.believeSession(ctx, rotated)).toBeUndefined()
    await people.resolveSession(ctx, rotated)
    expect(people.believeSession(ctx, rotated)).toBeDefined()
  })
})
