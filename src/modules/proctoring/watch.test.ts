import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Denial } from '#kernel/denial.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import * as decisions from '#modules/decisions/index.ts'
import * as exams from '#modules/exams/index.ts'
import { pinNorms } from '../../../test/support/norm-edition.ts'
import { anOnlineExam, aPicture, hashOf } from '../../../test/support/online-exam.ts'
import { answerRightly } from '../../../test/support/exam-case.ts'
import { reasonsOf } from '../../../test/support/refusal.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import * as proctoring from './index.ts'
import { openBytes, unwrapKey } from './seal.ts'
import { tookPartIn } from './watched.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

const flagsOf = async (exam: { number: string; proctor: never }) => (await proctoring.readAttempt(world.as(exam.proctor), exam.number)).flags.map((flag) => [flag.kind, flag.outcome]).sort()

describe('before the exam on line', () => {
  it('nothing is kept without consent, and a person lets in whom he has compared', async () => {
    const exam = await anOnlineExam(world)
    await exam.checked()
    expect(await proctoring.readOwnState(world.as(exam.candidate), exam.number)).toMatchObject({ state: 'consented', tracks: { camera: { next: 0 }, screen: { next: 0 } }, off: [], seq: 0 })
    world.at('2026-03-26 09:50')
    expect(await reasonsOf(proctoring.admitCandidate(world.as(exam.proctor), { number: exam.number, faceIsHis: false, roomIsEmpty: true }))).toEqual(['proctoring.face-not-compared'])
    expect(await reasonsOf(exams.admitToTheory(world.as(exam.invigilator), { number: exam.number, identitySeen: true }))).toEqual(['admission.by-proctor'])
    expect(await reasonsOf(proctoring.admitCandidate(world.as(exam.candidate), { number: exam.number, faceIsHis: true, roomIsEmpty: true }))).toEqual(['not-found'])
    await proctoring.admitCandidate(world.as(exam.proctor), { number: exam.number, faceIsHis: true, roomIsEmpty: true })
    expect((await proctoring.readOwnState(world.as(exam.candidate), exam.number)).state).toBe('admitted')
  })

  it('where no photograph was given before, the proctor writes what he compared with, and everybody may read it', async () => {
    const exam = await anOnlineExam(world, { noReference: true })
    await exam.checked()
    world.at('2026-03-26 09:50')
    const letIn = (comparedWith?: string) => proctoring.admitCandidate(world.as(exam.proctor), { number: exam.number, faceIsHis: true, roomIsEmpty: true, ...(comparedWith === undefined ? {} : { comparedWith }) })
    for (const nothing of [undefined, '', '   ', 'ID']) expect(await reasonsOf(letIn(nothing))).toEqual(['proctoring.compared-missing'])
    expect(await reasonsOf(letIn('ж'.repeat(201)))).toEqual(['proctoring.compared-too-long'])
    expect(await reasonsOf(letIn('Куәлік 012 345 678'))).toEqual(['proctoring.compared-number'])
    expect((await proctoring.readOwnState(world.as(exam.candidate), exam.number)).state).toBe('consented')
    await letIn('  Камераға көрсеткен жеке куәлігі ')
    const seen = [await proctoring.readAttempt(world.as(exam.head), exam.number), await proctoring.readOwnAttempt(world.as(exam.candidate), exam.number)]
    for (const { session, hasReference } of seen) expect([session?.comparedWith, hasReference]).toEqual(['Камераға көрсеткен жеке куәлігі', false])
    const [entry] = await exam.sql<{ payload: object }>("select payload from journal_entry where chain = 'case:' || $1 and kind = 'watch-admitted'", [exam.caseId])
    expect(entry!.payload).toMatchObject({ kind: 'no-reference', note: 'Камераға көрсеткен жеке куәлігі' })
  })

  it('where one was given, it is the one that is compared, also when it came after the page was drawn', async () => {
    const exam = await anOnlineExam(world, { noReference: true })
    await exam.checked()
    world.at('2026-03-26 09:50')
    await proctoring.showReference(world.as(exam.candidate), await aPicture())
    const admit = { number: exam.number, faceIsHis: true, roomIsEmpty: true }
    expect(await reasonsOf(proctoring.admitCandidate(world.as(exam.proctor), { ...admit, comparedWith: 'Жеке куәлігі' }))).toEqual(['proctoring.reference-shown'])
    await proctoring.admitCandidate(world.as(exam.proctor), admit)
    const [entry] = await exam.sql<{ payload: Record<string, unknown> }>("select payload from journal_entry where chain = 'case:' || $1 and kind = 'watch-admitted'", [exam.caseId])
    expect([entry!.payload['note'], (await proctoring.readAttempt(world.as(exam.head), exam.number)).session?.comparedWith]).toEqual([undefined, null])
  })

  it('a proctor who is bound to the candidate lets him in no more than an invigilator does; found not to hold, he does', async () => {
    const exam = await anOnlineExam(world)
    await exam.checked()
    world.at('2026-03-26 09:50')
    const id = await exams.declareInterest(world.as(exam.candidate), { number: exam.number, accountId: exam.proctor.accountId, kind: 'kin' })
    const letIn = () => reasonsOf(proctoring.admitCandidate(world.as(exam.proctor), { number: exam.number, faceIsHis: true, roomIsEmpty: true }))
    expect(await letIn()).toEqual(['conflict.declared-kin'])
    await exams.withdrawInterest(world.as(exam.head), { id, ground: 'Аттас адам' })
    expect(await letIn()).toEqual([])
  })

  it('whoever is not let in is told why, takes the pictures anew, and is let in by another; it is no violation and ends nothing', async () => {
    const exam = await anOnlineExam(world)
    await exam.checked()
    world.at('2026-03-26 09:45')
    const refusal = { number: exam.number, ground: 'document', note: 'На снимке документа не видно лица.' }
    const refuse = (change: Partial<typeof refusal> = {}, who = exam.proctor) => reasonsOf(proctoring.refuseAdmission(world.as(who), { ...refusal, ...change }))
    for (const who of [exam.head, exam.candidate]) expect(await refuse({}, who)).toEqual(['not-found'])
    expect([await refuse({ ground: 'dislike' }), await refuse({ ground: 'not-shown' }), await refuse({ note: 'нет' })]).toEqual([['admission.ground-missing'], ['admission.ground-missing'], ['admission.note-missing']])
    const first = await world.aStaffMember(exam.centre.id, ['proctor'])
    expect(await refuse({}, first)).toEqual([])
    const own = await proctoring.readOwnWatch(world.as(exam.candidate), exam.number)
    expect([own.refused, own.missing, own.state]).toEqual([{ ground: 'document', note: refusal.note, at: '2026-03-26T04:45:00.000Z' }, ['face', 'document', 'room-1'], 'consented'])
    const letIn = (who: typeof exam.proctor) => reasonsOf(proctoring.admitCandidate(world.as(who), { number: exam.number, faceIsHis: true, roomIsEmpty: true }))
    // What was refused is not let in by a second press, nor refused twice.
    expect([await letIn(exam.proctor), await refuse()]).toEqual([['proctoring.pictures-missing'], ['proctoring.pictures-missing']])
    const { sitting } = await proctoring.readAttempt(world.as(exam.proctor), exam.number)
    const waits = async () => (await proctoring.readDesk(world.as(exam.proctor), sitting.id)).seats[0]!.waitsForAdmission
    expect(await waits()).toBe(false)
    world.at('2026-03-26 09:50')
    for (const kind of ['face', 'document', 'room-1']) await proctoring.keepPicture(world.as(exam.candidate), { number: exam.number, kind, bytes: await aPicture() })
    expect(await waits()).toBe(true)
    const other = await world.aStaffMember(exam.centre.id, ['proctor'])
    expect(await letIn(other)).toEqual([])
    expect(await refuse()).toEqual(['admission.let-in-already'])
    expect((await proctoring.readOwnWatch(world.as(exam.candidate), exam.number)).refused).toBeNull()
    // What was said stays with who said it: he took part, though another let in.
    expect(await exam.sql('select said_by, ground, let_in_at is not null as let_in from not_let_in where case_id = $1', [exam.caseId])).toEqual([{ saidBy: first.accountId, ground: 'document', letIn: true }])
    const took = await read(world.as(exam.clerk), 'case.read', async (t) => {
      const kase = await casework.getCaseByNumber(t, exam.number)
      assertMay(t, casework.policy, 'case.read', kase)
      return tookPartIn(t, (await exams.findOnlineExam(t, kase.id))!)
    })
    expect([took.includes(first.accountId), took.includes(other.accountId), took.includes(exam.clerk.accountId)]).toEqual([true, true, false])
    const after = await proctoring.readAttempt(world.as(exam.proctor), exam.number)
    expect([after.violations, (await exam.kinds()).filter((kind) => kind.startsWith('watch-not'))]).toEqual([[], ['watch-not-admitted']])
    expect(await exam.sql("select count(*)::int as letters from letter where case_id = $1 and kind = 'proctoring-not-admitted'", [exam.caseId])).toEqual([{ letters: 1 }])
  })

  it('consent keeps its text with its version, and asks for both ticks', async () => {
    const exam = await anOnlineExam(world)
    await exam.checked()
    const [row] = await exam.sql<{ consentVersion: string; consentText: { points: string[]; forbidden: string[] } }>('select consent_version, consent_text from proctoring_session where case_id = $1', [exam.caseId])
    expect(row).toMatchObject({ consentVersion: proctoring.WATCH_CONSENT_VERSION, consentText: { language: 'kk' } })
    expect(row!.consentText.forbidden.length).toBeGreaterThan(15)
    const other = await anOnlineExam(world)
    await other.watched().catch(() => undefined)
    expect(await reasonsOf(proctoring.giveConsent(world.as(exam.candidate), { number: other.number, version: '2026-1', recording: true, rules: true }))).toEqual(['not-found'])
  })

  it('a condition that was granted switches signals off, and the protocol says so', async () => {
    const exam = await anOnlineExam(world, { condition: 'assistant' })
    await exam.watched()
    await exam.signals([{ kind: 'several-faces' }, { kind: 'no-face' }])
    expect((await proctoring.readOwnState(world.as(exam.candidate), exam.number)).off).toEqual(['several-faces', 'speech'])
    expect(await flagsOf(exam as never)).toEqual([['no-face', 'incident']])
    const [entry] = await exam.sql<{ payload: { off: string[]; conditions: string[] } }>("select payload from journal_entry where chain = 'case:' || $1 and kind = 'watch-consented'", [exam.caseId])
    expect(entry!.payload).toMatchObject({ off: ['several-faces', 'speech'], conditions: ['assistant'] })
  })

  it.each<[string, string[]]>([['tics', ['looking-away', 'speech']], ['covered-face', ['no-face', 'looking-away']], ['glasses', ['looking-away']], ['other', []]])('of the conditions of the watch %s switches off %j, and whoever reads of the watch is told why', async (condition, off) => {
    const exam = await anOnlineExam(world, { condition })
    await exam.watched()
    const [own, seen] = [await proctoring.readOwnWatch(world.as(exam.candidate), exam.number), await proctoring.readAttempt(world.as(exam.proctor), exam.number)]
    const because = off.length > 0 ? [condition] : []
    expect([own.off, own.offBecause, seen.session!.off, seen.offBecause]).toEqual([off, because, off, because])
  })
})

it.each<[Record<string, string>, number, [string, string][]]>([
  [{}, 10, [['line-lost', 'incident']]],
  [{ 'proctoring.otherSeconds': 'line-lost:20' }, 19, []],
  [{ 'proctoring.otherSeconds': 'line-lost:20' }, 20, [['line-lost', 'incident']]],
  [{ 'proctoring.repeats': 'line-lost:2' }, 10, []],
])('a line lost is told to the proctor by the norms of the case: %j, after %i seconds', async (norms, seconds, flags) => {
  const exam = await anOnlineExam(world)
  await exam.watched()
  await pinNorms(world, exam.caseId, norms)
  const now = Date.parse(world.clock.now())
  await exam.signals([{ kind: 'line-lost', from: now - seconds * 1000, to: now }])
  expect(await flagsOf(exam as never)).toEqual(flags)
})

describe('pieces of a recording', () => {
  it('are kept in their turn, once, sealed, and whoever sends the wrong thing is told what is wrong', async () => {
    const exam = await anOnlineExam(world)
    await exam.watched()
    expect([await exam.chunk(0), await exam.chunk(1), await exam.chunk(1)]).toEqual(['stored', 'stored', 'again'])
    await expect(exam.chunk(3)).rejects.toMatchObject({ code: 'proctoring.chunk-order', next: 2 })
    expect(await reasonsOf(exam.chunk(1, { bytes: Buffer.from('something else'), sha256: hashOf(Buffer.from('something else')) }))).toEqual(['proctoring.chunk-differs'])
    expect(await reasonsOf(exam.chunk(2, { sha256: hashOf(Buffer.from('damaged')) }))).toEqual(['proctoring.chunk-hash'])
    const large = Buffer.alloc(4 * 1024 * 1024 + 1)
    expect(await reasonsOf(exam.chunk(2, { bytes: large, sha256: hashOf(large) }))).toEqual(['proctoring.chunk-too-large'])
    const stranger = await world.aPerson()
    const bytes = Buffer.from('mine')
    expect(await reasonsOf(proctoring.keepChunk(world.as(stranger), { number: exam.number, track: 'camera', chunk: 2, bytes, mediaType: 'video/webm', sha256: hashOf(bytes), clientFrom: 1, ms: 1000 }))).toEqual(['not-found'])
    expect((await proctoring.readOwnState(world.as(exam.candidate), exam.number)).tracks.camera.next).toBe(2)
    const [row] = await exam.sql<{ fileKey: string }>('select file_key from proctoring_chunk where case_id = $1 and number = 1', [exam.caseId])
    expect(Buffer.from(await world.files.get(row!.fileKey)).includes('piece 1')).toBe(false)
  })

  it('of a watch that was begun before stages were told apart are bound to its attempt, and still open', async () => {
    const exam = await anOnlineExam(world)
    await exam.checked({ asBefore: true })
    const [session] = await exam.sql<{ id: string; attemptId: string; stage: string; wrappedKey: Uint8Array }>('select id, attempt_id, stage, wrapped_key from proctoring_session where case_id = $1', [exam.caseId])
    expect(session).toMatchObject({ id: session!.attemptId, stage: 'theory' })
    await exam.chunk(0)
    const key = unwrapKey(world.system().cipher, session!.wrappedKey)
    const sealed = async (table: string) => world.files.get((await exam.sql<{ fileKey: string }>(`select file_key from ${table} where case_id = $1 order by file_key limit 1`, [exam.caseId]))[0]!.fileKey)
    expect(Buffer.from(openBytes(key, await sealed('proctoring_chunk'), `chunk:${session!.attemptId}:camera:0`)).toString('latin1')).toContain('piece 0')
    const own = await proctoring.readOwnAttempt(world.as(exam.candidate), exam.number)
    for (const { id } of own.pictures) expect((await proctoring.openPicture(world.as(exam.candidate), { number: exam.number, id })).length).toBeGreaterThan(100)
  })

  it('of two browsers with one number only the first is kept', async () => {
    const exam = await anOnlineExam(world)
    await exam.watched()
    const [one, two] = [Buffer.from('the one'), Buffer.from('the other')]
    const outcomes = await Promise.all([one, two].map((bytes) => exam.chunk(0, { bytes, sha256: hashOf(bytes) }).catch((error: Denial) => error.code)))
    expect(outcomes.sort()).toEqual(['proctoring.chunk-differs', 'stored'])
  })

  it('wait on the computer of the candidate while the server has no room, and no answer is lost', async () => {
    const exam = await anOnlineExam(world)
    const runId = await exam.watched()
    const full = { ...world.as(exam.candidate), files: { ...world.files, put: () => Promise.reject(new Denial('file.disk-full')) } }
    const bytes = Buffer.from('piece')
    const sent = { number: exam.number, track: 'camera', chunk: 0, bytes, mediaType: 'video/webm', sha256: hashOf(bytes), clientFrom: Date.parse(world.clock.now()), ms: 4000 }
    expect(await reasonsOf(proctoring.keepChunk(full, sent))).toEqual(['proctoring.store-full'])
    await answerRightly(exam, runId, 10)
    expect(await proctoring.keepChunk(world.as(exam.candidate), sent)).toBe('stored')
  })

  it('still arrive for a moment after the end, and then no more', async () => {
    const exam = await anOnlineExam(world)
    const runId = await exam.watched()
    await exam.chunk(0)
    await answerRightly(exam, runId, 10)
    await exams.handInTheory(world.as(exam.candidate), { number: exam.number })
    expect((await proctoring.readOwnState(world.as(exam.candidate), exam.number)).state).toBe('ended')
    expect(await reasonsOf(proctoring.keepPicture(world.as(exam.candidate), { number: exam.number, kind: 'face', bytes: await aPicture() }))).toEqual(['proctoring.ended'])
    const removed = await anOnlineExam(world)
    await removed.watched()
    await removed.chunk(0)
    for (const [seen, wanted] of [[0, 'warning'], [1, 'removal']] as const) await proctoring.recordOnlineViolation(world.as(removed.proctor), { number: removed.number, ground: 'other', note: 'x', wanted, seen })
    expect(await removed.chunk(1)).toBe('stored')
    world.at('2026-03-26 10:05')
    expect(await reasonsOf(removed.chunk(2))).toEqual(['proctoring.ended'])
  })
})

describe('signals', () => {
  it('make incidents and never a violation, each after its duration and repetition, once however often they are sent', async () => {
    const exam = await anOnlineExam(world)
    await exam.watched()
    const now = Date.parse(world.clock.now())
    const list = [{ seq: 1, kind: 'no-face' as const, from: now - 2_000 }, { seq: 2, kind: 'looking-away' as const }, { seq: 3, kind: 'phone-in-view' as const, peak: 0.3 }, { seq: 4, kind: 'several-faces' as const }]
    expect(await exam.signals(list)).toMatchObject({ received: 4, state: 'running', warning: null })
    await exam.signals(list)
    expect(await flagsOf(exam as never)).toEqual([['several-faces', 'incident']])
    await exam.signals([{ seq: 5, kind: 'looking-away' }])
    expect(await flagsOf(exam as never)).toEqual([['looking-away', 'incident'], ['several-faces', 'incident']])
    expect((await proctoring.readAttempt(world.as(exam.proctor), exam.number)).violations).toEqual([])
  })

  it('that say how long something lasted are the same thing: no second incident and no repetition', async () => {
    const exam = await anOnlineExam(world)
    await exam.watched()
    const now = Date.parse(world.clock.now())
    await exam.signals([{ seq: 1, kind: 'no-face', from: now - 60_000, to: now - 50_000 }, { seq: 2, kind: 'looking-away', from: now - 60_000, to: now - 50_000 }])
    await exam.signals([{ seq: 3, kind: 'no-face', from: now - 60_000, to: now, detail: { lasts: true } }, { seq: 4, kind: 'looking-away', from: now - 60_000, to: now, detail: { lasts: true } }])
    expect(await flagsOf(exam as never)).toEqual([['no-face', 'incident']])
  })

  it('that are missing for a minute, forged or taken out are told to the proctor, and are no violation', async () => {
    const exam = await anOnlineExam(world)
    await exam.watched()
    await exam.signals([{ seq: 1, kind: 'copy' }])
    world.at('2026-03-26 10:02')
    expect(await proctoring.noteSilence(world.system())).toBeGreaterThan(0)
    expect(await proctoring.noteSilence(world.system())).toBe(0)
    await exam.signals([])
    await exam.signals([{ seq: 1, kind: 'paste' }])
    await exam.signals([{ seq: 4, kind: 'paste' }])
    expect(await flagsOf(exam as never)).toEqual([['copy', 'incident'], ['paste', 'incident'], ['signals-missing', 'incident'], ['signals-wrong', 'incident'], ['signals-wrong', 'incident']])
    expect((await proctoring.readAttempt(world.as(exam.proctor), exam.number)).violations).toEqual([])
  })

  it('of a clock that is wrong by days are told in the time of the server', async () => {
    const exam = await anOnlineExam(world)
    await exam.watched()
    const wrong = Date.parse(world.clock.now()) + 5 * 86_400_000
    await exam.signals([{ kind: 'no-face', from: wrong - 9_000, to: wrong }], { sentAt: wrong })
    const view = await proctoring.readAttempt(world.as(exam.proctor), exam.number)
    expect([view.skewMs, view.signals[0]!.toAt, view.signals[0]!.clientTo]).toEqual([-5 * 86_400_000, world.clock.now(), wrong])
  })

  it('of a camera taken away are an incident of a technical kind, and minutes can be given back', async () => {
    const exam = await anOnlineExam(world)
    await exam.watched()
    await exam.signals([{ kind: 'camera-lost' }])
    const before = (await exams.readExamRoom(world.as(exam.candidate), { number: exam.number })).leftMs
    await proctoring.giveMinutesBack(world.as(exam.proctor), { number: exam.number, kind: 'equipment', note: 'камера', minutes: 5 })
    expect((await exams.readExamRoom(world.as(exam.candidate), { number: exam.number })).leftMs).toBe(before + 300_000)
    const give = (minutes: number) => reasonsOf(proctoring.giveMinutesBack(world.as(exam.proctor), { number: exam.number, kind: 'equipment', note: 'камера', minutes }))
    expect([await give(181), await give(-1), await give(180)]).toEqual([['incident.minutes-wrong'], ['incident.minutes-wrong'], []])
    await pinNorms(world, exam.caseId, { 'exam.incidentMinutesMost': 15 })
    expect([await give(16), await give(15)]).toEqual([['incident.minutes-wrong'], []])
    expect((await proctoring.readAttempt(world.as(exam.proctor), exam.number)).violations).toEqual([])
  })
})

it('minutes given back by two proctors at once are given once: the second is told, and what a machine notices meanwhile hinders nobody', async () => {
  const exam = await anOnlineExam(world)
  await exam.watched()
  const other = await world.aStaffMember(exam.centre.id, ['proctor'])
  const give = (who: typeof other, seen: number) => reasonsOf(proctoring.giveMinutesBack(world.as(who), { number: exam.number, kind: 'line-lost', note: 'байланыс', minutes: 5, seen }))
  const { incidents } = await proctoring.readAttempt(world.as(exam.proctor), exam.number)
  await exam.signals([{ kind: 'phone-in-view', peak: 0.8 }])
  expect([incidents, await give(exam.proctor, incidents), await give(other, incidents)]).toEqual([0, [], ['incident.another-recorded']])
  expect((await proctoring.readAttempt(world.as(other), exam.number)).incidents).toBe(1)
  expect(await give(other, 1)).toEqual([])
})

describe('a violation', () => {
  it('by the closed list is a warning first; repeated after it was read the exam ends, and a person looks at it at once', async () => {
    const exam = await anOnlineExam(world)
    await exam.watched()
    await exam.signals([])
    const second = randomUUID()
    expect(await exam.signals([], { device: second })).toMatchObject({ secondComputer: true, state: 'warned' })
    // The warning is not read yet: nothing is held against him a second time.
    expect(await exam.signals([], { device: second })).toMatchObject({ state: 'warned' })
    await exams.acknowledgeWarning(world.as(exam.candidate), { number: exam.number })
    world.at('2026-03-26 10:01')
    await exam.signals([])
    expect(await exam.signals([], { device: second })).toMatchObject({ state: 'ended' })
    const view = await proctoring.readAttempt(world.as(exam.proctor), exam.number)
    expect(view.violations.map((each) => [each.ordinal, each.recordedBy, each.byNorm])).toEqual([[1, null, 'violation.automaticKinds:second-workstation'], [2, null, 'violation.automaticKinds:second-workstation']])
    expect(view.flags.map((flag) => flag.outcome)).toEqual(['warning', 'ending'])
    expect(view.review).toMatchObject({ verdict: null })
    expect(await exam.step()).toBe('held')
  })

  it('waits for the look of a person where the norm says so: he lets it go on, and without his look it ends when the term is over', async () => {
    const exam = await anOnlineExam(world)
    await pinNorms(world, exam.caseId, { 'proctoring.automaticEnd': 'after-human-look-within-5-minutes' })
    await exam.watched()
    await exam.signals([])
    const second = randomUUID()
    await exam.signals([], { device: second })
    await exams.acknowledgeWarning(world.as(exam.candidate), { number: exam.number })
    const again = async (at: string) => {
      world.at(at)
      await exam.signals([])
      return (await exam.signals([], { device: second })).state
    }
    expect(await again('2026-03-26 10:01')).toBe('running')
    expect((await proctoring.readAttempt(world.as(exam.proctor), exam.number)).session).toMatchObject({ pendingNorm: 'violation.automaticKinds:second-workstation' })
    expect(await reasonsOf(proctoring.lookAtEnding(world.as(exam.proctor), { number: exam.number, end: false, note: '' }))).toEqual(['violation.note-missing'])
    await proctoring.lookAtEnding(world.as(exam.proctor), { number: exam.number, end: false, note: 'Это тот же человек.' })
    expect(await reasonsOf(proctoring.lookAtEnding(world.as(exam.proctor), { number: exam.number, end: true, note: 'x' }))).toEqual(['proctoring.nothing-waits'])
    expect(await again('2026-03-26 10:02')).toBe('running')
    world.at('2026-03-26 10:06')
    expect(await proctoring.endUnlooked(world.system())).toBe(0)
    world.at('2026-03-26 10:07')
    expect(await proctoring.endUnlooked(world.system())).toBe(1)
    expect(await exam.step()).toBe('held')
    expect((await proctoring.readAttempt(world.as(exam.proctor), exam.number)).review).toMatchObject({ verdict: null })
  })

  it('is not a computer that replaces a broken one', async () => {
    const exam = await anOnlineExam(world)
    await exam.watched()
    await exam.signals([])
    world.at('2026-03-26 10:01')
    expect(await exam.signals([], { device: randomUUID() })).toMatchObject({ secondComputer: false, state: 'running' })
    expect(await flagsOf(exam as never)).toEqual([['device-changed', 'incident']])
  })

  it('by a proctor ends the exam when it is repeated; the decision waits, and an annulled ending gives a new date free of charge', async () => {
    const exam = await anOnlineExam(world)
    await exam.watched()
    await exam.signals([{ kind: 'phone-in-view', peak: 0.8 }])
    const [flag] = (await proctoring.readAttempt(world.as(exam.proctor), exam.number)).flags
    const violation = { number: exam.number, ground: 'forbidden-item' as const, note: 'телефон', flagId: flag!.id }
    expect(await reasonsOf(proctoring.recordOnlineViolation(world.as(exam.proctor), { ...violation, wanted: 'removal', seen: 0 }))).toEqual(['violation.warn-first'])
    expect(await reasonsOf(proctoring.recordOnlineViolation(world.as(exam.head), { ...violation, wanted: 'warning', seen: 0 }))).toEqual(['not-found'])
    await proctoring.recordOnlineViolation(world.as(exam.proctor), { ...violation, wanted: 'warning', seen: 0 })
    expect((await exam.signals([{ seq: 2, kind: 'copy' }])).warning).toMatchObject({ text: 'телефон' })
    await proctoring.recordOnlineViolation(world.as(exam.proctor), { ...violation, wanted: 'removal', seen: 1 })
    expect(await reasonsOf(decisions.callPanel(world.as(exam.clerk), { number: exam.number, version: await exam.version(), memberIds: [], chairId: '' }))).toEqual(['decision.waits-for-review'])

    const own = await proctoring.readOwnAttempt(world.as(exam.candidate), exam.number)
    await proctoring.answerFlag(world.as(exam.candidate), { number: exam.number, flagId: own.flags.at(-1)!.id, text: 'Это был пульт.' })
    const verdict = { number: exam.number, verdict: 'annulled', reasons: 'На записи видно, что это пульт.' }
    expect(await reasonsOf(proctoring.reviewEnding(world.as(exam.proctor), verdict))).toEqual(['review.took-part'])
    expect(await reasonsOf(proctoring.reviewEnding(world.as(exam.candidate), verdict))).toEqual(['not-found'])
    expect(await reasonsOf(proctoring.reviewEnding(world.as(exam.head), { ...verdict, reasons: '' }))).toEqual(['review.reasons-missing'])
    await proctoring.reviewEnding(world.as(exam.head), verdict)
    expect(await exam.step()).toBe('contract-signed')
    expect(await exam.sql('select price::int as price, stages from contract where case_id = $1 order by sent_at desc limit 1', [exam.caseId])).toEqual([{ price: 0, stages: ['theory'] }])
    expect(await reasonsOf(proctoring.reviewEnding(world.as(exam.head), verdict))).toEqual(['review.not-open'])
  })

  it('is reviewed by nobody who is bound to the candidate, and he does not open the recording for it', async () => {
    const exam = await anOnlineExam(world)
    await exam.watched()
    await exam.chunk(0)
    const id = await exams.declareInterest(world.as(exam.candidate), { number: exam.number, accountId: exam.head.accountId, kind: 'kin' })
    for (const [seen, wanted] of [[0, 'warning'], [1, 'removal']] as const) await proctoring.recordOnlineViolation(world.as(exam.proctor), { number: exam.number, ground: 'outside-help', note: 'помощь', wanted, seen })
    await proctoring.answerFlag(world.as(exam.candidate), { number: exam.number, flagId: (await proctoring.readOwnAttempt(world.as(exam.candidate), exam.number)).flags.at(-1)!.id, text: 'Ешкім көмектескен жоқ.' })
    const judge = () => reasonsOf(proctoring.reviewEnding(world.as(exam.head), { number: exam.number, verdict: 'upheld', reasons: 'Помощь видна на записи.' }))
    const open = () => reasonsOf(proctoring.openRecording(world.as(exam.head), { number: exam.number, purpose: 'review' }))
    const may = async () => (await proctoring.readAttempt(world.as(exam.head), exam.number)).may.review
    expect([await judge(), await open(), await may()]).toEqual([['conflict.declared-kin'], ['not-found'], false])
    await exams.withdrawInterest(world.as(await world.aStaffMember(exam.centre.id, ['centre-head'])), { id, ground: 'Аттас адам' })
    expect([await may(), await open(), await judge()]).toEqual([true, [], []])
  })

  it('that is upheld lets the panel decide', async () => {
    const exam = await anOnlineExam(world)
    await exam.watched()
    for (const [seen, wanted] of [[0, 'warning'], [1, 'removal']] as const) await proctoring.recordOnlineViolation(world.as(exam.proctor), { number: exam.number, ground: 'outside-help', note: 'помощь', wanted, seen })
    const uphold = () => reasonsOf(proctoring.reviewEnding(world.as(exam.head), { number: exam.number, verdict: 'upheld', reasons: 'Помощь видна на записи.' }))
    // Before he could answer, nobody upholds it.
    const [early, { review }] = [await uphold(), await proctoring.readAttempt(world.as(exam.head), exam.number)]
    expect([early, review?.upholdFrom]).toEqual([['review.too-early'], '2026-03-27T05:00:00.000Z'])
    // Nobody need look at a page to learn until when his answer is waited for.
    expect((await world.db.many<{ body: string }>("select body from letter where account_id = $1 and kind = 'proctoring-ended'", [exam.candidate.accountId])).map(({ body }) => /27 наурыз[^\n]*10:00/.test(body))).toEqual([true])
    world.at('2026-03-27 10:00')
    expect(await uphold()).toEqual([])
    expect(await exam.step()).toBe('held')
    expect(await reasonsOf(decisions.callPanel(world.as(exam.clerk), { number: exam.number, version: await exam.version(), memberIds: [], chairId: '' }))).not.toEqual(['decision.waits-for-review'])
  })

  it.each([
    ['removal', [{ startedOn: '2026-03-26', dueOn: '2026-03-31' }], [{ startedOn: '2026-03-26', dueOn: '2026-03-31' }]], ['review-ended', [], [{ startedOn: '2026-03-27', dueOn: '2026-04-01' }]],
  ])('starts the term of the decision by the norm %s', async (value, meanwhile, after) => {
    const exam = await anOnlineExam(world)
    await pinNorms(world, exam.caseId, { 'deadline.T4.startAfterRemoval': value, 'proctoring.answerHours': 0 })
    await exam.watched()
    for (const [seen, wanted] of [[0, 'warning'], [1, 'removal']] as const) await proctoring.recordOnlineViolation(world.as(exam.proctor), { number: exam.number, ground: 'outside-help', note: 'помощь', wanted, seen })
    const running = () => exam.sql("select started_on, due_on from deadline where case_id = $1 and rule = 'T4' and cancelled_at is null", [exam.caseId])
    const nextDue = async () => (await exam.sql<{ nextDueOn: string | null }>('select next_due_on from case_file where id = $1', [exam.caseId]))[0]!.nextDueOn
    expect([await running(), await nextDue(), await exam.step()]).toEqual([meanwhile, meanwhile[0]?.dueOn ?? null, 'held'])
    world.at('2026-03-27 10:00')
    await proctoring.reviewEnding(world.as(exam.head), { number: exam.number, verdict: 'upheld', reasons: 'Помощь видна на записи.' })
    expect([await running(), await nextDue(), await exam.step()]).toEqual([after, after[0]!.dueOn, 'held'])
  })
})

describe('a recording', () => {
  it('is opened for a named purpose only, each opening is written down, and who took part does not open it to review', async () => {
    const exam = await anOnlineExam(world)
    await exam.watched()
    await exam.chunk(0)
    await exam.chunk(1)
    const live = await proctoring.openRecording(world.as(exam.proctor), { number: exam.number, purpose: 'live-watch' })
    const clip = await proctoring.readClip(world.as(exam.proctor), { viewId: live, number: exam.number, track: 'camera' })
    const read: Buffer[] = []
    for await (const piece of clip.body) read.push(Buffer.from(piece as Uint8Array))
    expect(Buffer.concat(read).toString('latin1')).toContain('piece 0piece 1')
    expect(await reasonsOf(proctoring.readClip(world.as(exam.head), { viewId: live, number: exam.number, track: 'camera' }))).toEqual(['not-found'])
    expect(await reasonsOf(proctoring.openRecording(world.as(exam.proctor), { number: exam.number, purpose: 'review' }))).toEqual(['not-found'])
    expect(await reasonsOf(proctoring.openRecording(world.as(exam.head), { number: exam.number, purpose: 'curiosity' }))).toEqual(['recording.purpose-missing'])
    await proctoring.openRecording(world.as(exam.candidate), { number: exam.number, purpose: 'own' })
    expect((await proctoring.readOwnAttempt(world.as(exam.candidate), exam.number)).views.map((view) => view.purpose).sort()).toEqual(['live-watch', 'own'])
    expect((await exam.kinds()).filter((kind) => kind === 'recording-opened')).toHaveLength(2)
  })

  it.each([[12, '2026-03-26 22:00', '2026-03-26 22:01'], [2, '2026-03-26 12:00', '2026-03-26 12:01']])('once opened stays open for the %i hours of the norm, and no longer', async (hours, last, after) => {
    const exam = await anOnlineExam(world)
    if (hours !== 12) await pinNorms(world, exam.caseId, { 'proctoring.viewHours': hours })
    await exam.watched()
    await exam.chunk(0)
    const viewId = await proctoring.openRecording(world.as(exam.proctor), { number: exam.number, purpose: 'live-watch' })
    const look = () => reasonsOf(proctoring.readClip(world.as(exam.proctor), { viewId, number: exam.number, track: 'camera' }))
    world.at(last)
    expect(await look()).toEqual([])
    world.at(after)
    expect(await look()).toEqual(['not-found'])
  })
})
