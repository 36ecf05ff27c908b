import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PersonActor } from '#platform/acts/actor.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import * as proctoring from '#modules/proctoring/index.ts'
import * as uploads from '#modules/uploads/index.ts'
import { anOnlineExam, type OnlineExamCase } from '../../../../../test/support/online-exam.ts'
import { reasonsOf } from '../../../../../test/support/refusal.ts'
import { openTestWorld, type TestWorld } from '../../../../../test/support/world.ts'
import * as exams from '../../index.ts'

let world: TestWorld
let exam: OnlineExamCase
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

const picture = (shade: number) => sharp({ create: { width: 40, height: 30, channels: 3, background: { r: shade, g: 90, b: 120 } } }).png().toBuffer()
const send = async (name: string, shade = 10, who: PersonActor = exam.candidate) => exams.keepWorkFile(world.as(who), { number: exam.number, file: { name, bytes: await picture(shade) } })
const handIn = (who: PersonActor = exam.candidate) => exams.handInWork(world.as(who), { number: exam.number })
const room = async () => (await exams.findPracticeRoom(world.as(exam.candidate), exam.number))!
const open = (who: PersonActor, id: string) => exams.openWorkFile(world.as(who), { number: exam.number, id }).then((file) => file.bytes, (error: { code: string }) => error.code)
const run = async () => (await exam.sql<{ workMinutes: number; workEndKind: string | null; workEndedAt: string | null; endKind: string | null; workSecondsAdded: number; sittingId: string }>(
  'select work_minutes, work_end_kind, work_ended_at, end_kind, work_seconds_added, sitting_id from practice_run where case_id = $1', [exam.caseId]))[0]!
const markAndEnd = async (who: PersonActor = exam.assessor) => {
  for (const step of [1, 2, 3]) await exams.markStep(world.as(who), { number: exam.number, step, done: true })
  return exams.endPractice(world.as(who), { number: exam.number })
}

/** A candidate at work since one o'clock, at a task of sixty minutes. */
beforeEach(async () => {
  exam = await anOnlineExam(world, { stages: ['theory', 'practice'] })
  await exam.working()
})

describe('the work of a practice on line', () => {
  it('is counted by the server from the press of the candidate, and the case is due when it has to be marked', async () => {
    expect(await room()).toMatchObject({ state: 'running', minutes: 60, endsAt: '2026-03-26T09:00:00.000Z', leftMs: 3_600_000, task: 'Тапсырма kk', files: [], workEnd: null })
    expect(await exam.sql('select step, next_due_on from case_file where id = $1', [exam.caseId])).toEqual([{ step: 'practice-running', nextDueOn: '2026-03-27' }])
  })

  it('is handed in once, by two presses of two tabs too, and the assessors end the practice after it', async () => {
    await send('tests.png')
    expect(await reasonsOf(exams.acceptSheet(world.as(exam.assessor), { number: exam.number }))).toEqual(['practice.work-still-running'])
    expect(await reasonsOf(markAndEnd())).toEqual(['practice.work-still-running'])
    world.at('2026-03-26 13:40')
    expect(await Promise.all([handIn(), handIn()])).toEqual([{ kind: 'handed-in' }, { kind: 'handed-in' }])
    expect((await exam.kinds()).filter((kind) => kind === 'work-handed-in')).toHaveLength(1)
    expect(await run()).toMatchObject({ workEndKind: 'handed-in', workEndedAt: '2026-03-26T08:40:00.000Z', endKind: null })
    expect([await exam.step(), (await room()).state, (await room()).task]).toEqual(['practice-running', 'ended', ''])
    expect(await reasonsOf(send('late.png', 20))).toEqual(['practice.work-ended'])
    expect(await reasonsOf(proctoring.recordOnlineViolation(world.as(exam.proctor), { number: exam.number, stage: 'practice', ground: 'other', note: 'кейін', wanted: 'warning', seen: 0 }))).toEqual(['violation.not-running'])
    world.at('2026-03-27 10:00')
    expect(await markAndEnd()).toEqual({ passed: true })
    expect([await exam.step(), await run()]).toMatchObject(['held', { workEndKind: 'handed-in', endKind: 'finished' }])
  })

  it('is ended by the time, whether a browser still asks or not; its files stay', async () => {
    const { id } = await send('tests.png')
    world.at('2026-03-26 14:01')
    await exams.endDueWork(world.system())
    expect((await run()).workEndKind).toBeNull()
    await send('in-the-grace.png', 30)
    world.at('2026-03-26 14:02')
    expect(await reasonsOf(send('after.png', 40))).toEqual(['practice.work-too-late'])
    await Promise.all([exams.endDueWork(world.system()), exams.endDueWork(world.system())])
    expect((await exam.kinds()).filter((kind) => kind === 'work-time-over')).toHaveLength(1)
    expect(await exams.endDueWork(world.system())).toBe(0)
    expect(await run()).toMatchObject({ workEndKind: 'time', workEndedAt: '2026-03-26T09:00:00.000Z', endKind: null })
    expect(await handIn()).toEqual({ kind: 'time' })
    expect([(await room()).files.length, await open(exam.assessor, id)]).toEqual([2, expect.any(Uint8Array)])
      })

  it('stands in the list of its assessor until it is ended, however long ago it was held, and in nobody else\'s', async () => {
    const listed = async (who: PersonActor = exam.assessor) => (await exams.listMarking(world.as(who))).sittings.map(({ sitting, candidates }) => [sitting.onDay, ...candidates.map((each) => `${each.number} ${each.working}`)])
    await handIn()
    world.at('2026-05-04 10:00')
    expect(await listed()).toEqual([['2026-03-26', `${exam.number} true`]])
    expect(await listed(exam.second)).toEqual([])
    expect(await markAndEnd()).toEqual({ passed: true })
    expect(await listed()).toEqual([])
  })

  it('handed in between its end and the look of the timer was ended by the time', async () => {
    world.at('2026-03-26 14:01')
    expect(await handIn()).toEqual({ kind: 'time' })
    expect((await run()).workEndedAt).toBe('2026-03-26T09:00:00.000Z')
  })

  it('ends with a removal, and with a breach of safety', async () => {
    const violation = (seen: number) => proctoring.recordOnlineViolation(world.as(exam.proctor), { number: exam.number, stage: 'practice', ground: 'outside-help', note: 'көмек', seen, wanted: seen === 0 ? 'warning' : 'removal' })
    await violation(0)
    expect((await room()).warnings).toMatchObject([{ ordinal: 1, acknowledged: false }])
    await violation(1)
    expect(await run()).toMatchObject({ workEndKind: 'removal', endKind: 'removal' })
    expect([await exam.step(), (await room()).state, await reasonsOf(send('a.png'))]).toEqual(['held', 'ended', ['practice.work-ended']])
    exam = await anOnlineExam(world, { stages: ['theory', 'practice'] })
    await exam.working()
    await exams.stopPractice(world.as(exam.assessor), { number: exam.number, step: 1, ground: 'Қауіпсіздік бұзылды' })
    expect(await run()).toMatchObject({ workEndKind: 'stopped', endKind: 'safety' })
  })

  it('stands still with its sitting and gets the time back', async () => {
    const { sittingId } = await run()
    world.at('2026-03-26 13:10')
    await exams.haltSitting(world.as(exam.assessor), { sittingId, ground: 'power-cut', note: '' })
    const { id } = (await exam.sql<{ id: string }>('select id from sitting_halt where sitting_id = $1', [sittingId]))[0]!
    world.at('2026-03-26 14:30')
    await exams.endDueWork(world.system())
    expect([await reasonsOf(send('a.png')), await reasonsOf(handIn()), (await room()).leftMs]).toEqual([['practice.work-halted'], ['practice.work-halted'], 50 * 60_000])
    await exams.resumeSitting(world.as(exam.assessor), { sittingId, haltId: id })
    expect([(await run()).workSecondsAdded, (await room()).endsAt, (await room()).leftMs]).toEqual([80 * 60, '2026-03-26T10:20:00.000Z', 50 * 60_000])
  })

  it('is done in other windows too: a page left is no incident there, another person before the camera is', async () => {
    await exam.signals([{ kind: 'page-left' }, { kind: 'copy' }, { kind: 'several-faces' }], { stage: 'practice' })
    expect((await proctoring.readAttempt(world.as(exam.proctor), exam.number, 'practice')).flags.map((flag) => flag.kind)).toEqual(['several-faces'])
  })

  it('belongs to its candidate alone: nobody else hands in, sends, or finds the room', async () => {
    const stranger = await world.aPerson()
    for (const who of [stranger, exam.proctor, exam.assessor, exam.clerk]) {
      expect(await reasonsOf(handIn(who))).toEqual(['not-found'])
      expect(await reasonsOf(send('a.png', 10, who))).toEqual(['not-found'])
      expect(await reasonsOf(exams.findPracticeRoom(world.as(who), exam.number))).toEqual(['not-found'])
    }
    expect((await room()).files).toEqual([])
  })
})

describe('files of the work', () => {
  it('of one name replace each other and are all kept; the same again is one', async () => {
    const [first, again] = await Promise.all([send('report.png', 10), send('report.png', 10)])
    expect(again!.id).toBe(first!.id)
    const second = await send('Report.PNG', 20)
    const other = await send('other.png', 30)
    expect((await room()).files.map((file) => [file.id, file.name, file.replaced])).toEqual([[first!.id, 'report.png', true], [second.id, 'Report.PNG', false], [other.id, 'other.png', false]])
    expect((await exam.kinds()).filter((kind) => kind === 'work-file-kept')).toHaveLength(3)
    const [file] = (await room()).files
    expect(createHash('sha256').update((await open(exam.candidate, first!.id)) as Uint8Array).digest('hex')).toBe(file!.sha256)
  })

  it('are as many as the norm says, sent from two tabs at once too', async () => {
    for (let n = 1; n <= 9; n++) await send(`f${n}.png`, n)
    const both = await Promise.all([reasonsOf(send('g1.png', 50)), reasonsOf(send('g2.png', 60))])
    expect(both.flat()).toEqual(['practice.work-files-most'])
    expect((await room()).files).toHaveLength(10)
    await send('f1.png', 99)
    expect((await room()).files.filter((file) => !file.replaced)).toHaveLength(10)
  })

  it.each([
    ['a program under the name of a picture', 'a.png', Buffer.from('MZ\u0090\u0000 not a picture at all'), 'file.wrong-type'],
    ['a page with a script', 'a.html', Buffer.from('<html><script>alert(1)</script></html>'), 'file.wrong-type'],
    ['a PDF that runs something', 'a.pdf', Buffer.from('%PDF-1.7\n<< /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>\nstartxref\n0\n%%EOF\n', 'latin1'), 'file.active-content'],
    ['nothing', 'a.png', Buffer.alloc(0), 'practice.work-file-missing'],
    ['too much', 'a.png', Buffer.alloc(10 * 1024 * 1024 + 1), 'attachment.too-large'],
  ])('are taken only where they are what they must be: %s', async (_says, name, bytes, code) => {
    expect(await reasonsOf(exams.keepWorkFile(world.as(exam.candidate), { number: exam.number, file: { name, bytes } }))).toEqual([code])
    expect((await room()).files).toEqual([])
  })

  it('have names fit to be shown, whatever was sent', async () => {
    await send('../../etc/\u202egnp.exe.png')
    expect((await room()).files.map((file) => file.name)).toEqual(['gnp.exe.png'])
  })

  it('are whole or not there when the server is killed between the bytes and the row; sent again, they are kept', async () => {
    const ctx = world.as(exam.candidate)
    const put = ctx.files.put.bind(ctx.files)
    let puts = 0
    const killed = { ...ctx, files: Object.assign(Object.create(ctx.files) as typeof ctx.files, { put: async (bytes: Uint8Array) => { const kept = await put(bytes); if (++puts === 2) throw new Error('killed'); return kept } }) }
    await expect(exams.keepWorkFile(killed, { number: exam.number, file: { name: 'a.png', bytes: await picture(10) } })).rejects.toThrow('killed')
    expect([puts, (await room()).files]).toEqual([2, []])
    const { id } = await send('a.png', 10)
    await uploads.sweepFiles(world.system(), -1000)
    expect(await open(exam.candidate, id)).toBeInstanceOf(Uint8Array)
  })

  it('are seen by the candidate and whoever marks, after the end by the panel and the head, and never among the papers of the case', async () => {
    const { id } = await send('a.png')
    const panel = await world.aStaffMember(exam.centre.id, ['panel-member'])
    for (const who of [exam.candidate, exam.assessor]) expect(await open(who, id)).toBeInstanceOf(Uint8Array)
    for (const who of [exam.second, exam.proctor, exam.clerk, panel, exam.head, await world.aPerson()]) expect(await open(who, id)).toBe('not-found')
    expect(await uploads.openAttachment(world.as(exam.clerk), id).catch((error: { code: string }) => error.code)).toBe('not-found')
    await handIn()
    await markAndEnd()
    for (const who of [exam.candidate, exam.assessor, panel, exam.head]) expect(await open(who, id)).toBeInstanceOf(Uint8Array)
    const stranger = await world.aStaffMember((await world.aCentre()).id, ['centre-head', 'panel-member', 'assessor'])
    for (const who of [exam.second, exam.proctor, exam.clerk, stranger, await world.aPerson()]) expect(await open(who, id)).toBe('not-found')
    const listed = (who: PersonActor) => read(world.as(who), 'practice.work-file', async (t) => exams.worksOfCase(t, await casework.getCaseByNumber(t, exam.number)).finally(() => { t.authorised = 'practice.work-file' }))
    expect([(await listed(panel)).length, (await listed(exam.candidate)).length, (await listed(exam.clerk)).length]).toEqual([1, 1, 0])
  })

  it('deleted when the time of keeping is over leave their digests and nothing to open', async () => {
    const { id } = await send('a.png')
    const { sha256 } = (await room()).files[0]!
    await tx(world.system(), 'attachment.forget', async (t) => { await uploads.deleteCaseFiles(t, [id]) })
    expect((await room()).files).toMatchObject([{ id, name: '', deleted: true, sha256 }])
    expect(await open(exam.candidate, id)).toBe('not-found')
  })

  it('stand with their digests in what the panel and the protocol are told', async () => {
    await send('a.png', 10)
    await send('a.png', 20)
    world.at('2026-03-26 13:30')
    await handIn()
    await markAndEnd()
    const facts = await tx(world.system(), 'exam.read-facts', async (t) => {
      assertMay(t, exams.policy, 'exam.read-facts', { centreId: exam.centre.id, accountId: exam.candidate.accountId })
      return exams.examFacts(t, (await exams.currentAttempt(t, exam.caseId))!.id)
    })
    expect(facts.practice!.work).toMatchObject({ minutes: 60, endKind: 'handed-in', endedAt: '2026-03-26T08:30:00.000Z', files: [{ name: 'a.png', replaced: true }, { name: 'a.png', replaced: false }] })
    expect(facts.practice!.work!.files[0]!.sha256).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('files of the task', () => {
  it('are given from the beginning of the work to its end and no longer; those who mark keep them', async () => {
    const author = await world.aStaffMember(exam.centre.id, ['centre-head'])
    const fileId = '019d0000-0000-7000-8000-000000000001'
    const bytes = await picture(77)
    const stored = await world.files.put(bytes)
    const sha256 = createHash('sha256').update(bytes).digest()
    await world.db.run("insert into task_file (id, name, media_type, size, sha256, file_key, original_key, uploaded_by, uploaded_at) values ($1, 'task.png', 'image/png', $2, $3, $4, $4, $5, now()) on conflict do nothing", [fileId, bytes.length, sha256, stored.key, author.accountId])
    const named = JSON.stringify([{ id: fileId, name: 'task.png', size: bytes.length, sha256: sha256.toString('hex'), mediaType: 'image/png' }])
    await exam.sql("update programme_version set content = jsonb_set(content, '{map,files}', $2::jsonb) where id = $1", [exam.versionId, named])
    const get = (who: PersonActor) => exams.openTaskFileOfCase(world.as(who), { number: exam.number, fileId }).then((file) => file.name, (error: { code: string }) => error.code)
    expect([await get(exam.candidate), await get(exam.assessor), await get(exam.second), await get(await world.aPerson())]).toEqual(['task.png', 'task.png', 'not-found', 'not-found'])
    expect((await room()).taskFiles.map((file) => file.name)).toEqual(['task.png'])
    // While his clock stands he does not read on in them.
    await proctoring.breakDownExam(world.as(exam.proctor), { number: exam.number, stage: 'practice', ground: 'line-lost', note: 'Байланыс жоқ', minutes: 0 })
    expect([await get(exam.candidate), await get(exam.assessor)]).toEqual(['not-found', 'task.png'])
    await proctoring.letGoOn(world.as(exam.proctor), { number: exam.number, stage: 'practice' })
    await proctoring.beginPractice(world.as(exam.candidate), { number: exam.number })
    expect(await get(exam.candidate)).toBe('task.png')
    await handIn()
    expect([await get(exam.candidate), await get(exam.assessor), (await room()).taskFiles]).toEqual(['not-found', 'task.png', []])
    const before = await anOnlineExam(world, { stages: ['theory', 'practice'] })
    await before.practiceChecked()
    expect(await exams.openTaskFileOfCase(world.as(before.candidate), { number: before.number, fileId }).catch((error: { code: string }) => error.code)).toBe('not-found')
  })
})
