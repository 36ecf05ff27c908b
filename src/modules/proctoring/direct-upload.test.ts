import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { s3Store } from '#platform/files/s3-store.ts'
import * as exams from '#modules/exams/index.ts'
import * as uploads from '#modules/uploads/index.ts'
import { answerRightly } from '../../../test/support/exam-case.ts'
import { bringPiece, type Bringing } from '../../../test/support/brought-piece.ts'
import { anOnlineExam, CHUNK_HEAD, hashOf, type OnlineExamCase } from '../../../test/support/online-exam.ts'
import { openS3Server, type S3Server } from '../../../test/support/s3-server.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import * as proctoring from './index.ts'
import { browserKeyOf, openBytes, sealBytes, unwrapKey } from './seal.ts'
import { sealTicket } from './ticket.ts'

let world: TestWorld
let store: S3Server
beforeAll(async () => {
  store = await openS3Server()
  world = await openTestWorld(undefined, { files: s3Store(store.settings) })
}, 60_000)
afterAll(async () => {
  await world.drop()
  await store.end()
})

const codesOf = (promise: Promise<unknown>) => promise.then(() => [], (error: { code: string }) => [error.code])
const piece = (number: number) => Buffer.concat([number === 0 ? CHUNK_HEAD : Buffer.alloc(0), Buffer.from(`piece ${number} of a recording`)])
const bring = (exam: OnlineExamCase, number: number, how?: Bringing) => bringPiece(world, exam, number, piece(number), how)
const confirm = (exam: OnlineExamCase, ticket: string, by = exam.candidate) => proctoring.confirmChunk(world.as(by), { number: exam.number, ticket })
const rowsOf = (exam: OnlineExamCase) => exam.sql<{ number: number; sealedBy: string; begins: boolean; size: number; fileKey: string; broken: boolean }>(
  'select number, sealed_by, begins, size, file_key, broken_at is not null as broken from proctoring_chunk where case_id = $1 order by number', [exam.caseId])
async function keysInStore(): Promise<string[]> {
  const keys: string[] = []
  for await (const key of world.files.list(-5_000)) keys.push(key)
  return keys.sort()
}
async function clipOf(exam: OnlineExamCase, viewId: string): Promise<string> {
  const { body } = await proctoring.readClip(world.as(exam.proctor), { viewId, number: exam.number, track: 'camera' })
  const pieces: Buffer[] = []
  for await (const part of body) pieces.push(part as Buffer)
  return Buffer.concat(pieces).toString('latin1')
}
async function aRunningExam(): Promise<OnlineExamCase> {
  const exam = await anOnlineExam(world)
  await exam.watched()
  return exam
}

describe('a piece of a recording that the browser brings to the store itself', () => {
  it('is kept in its turn and once, and opens beside those that came through the server', async () => {
    const exam = await aRunningExam()
    const first = await bring(exam, 0)
    expect(await rowsOf(exam)).toEqual([])
    expect([await confirm(exam, first.ticket), await confirm(exam, first.ticket)]).toEqual(['stored', 'again'])
    expect(await exam.chunk(1, { bytes: piece(1), sha256: hashOf(piece(1)) })).toBe('stored')
    const third = await bring(exam, 2)
    expect(await Promise.all([confirm(exam, third.ticket), confirm(exam, third.ticket)]).then((both) => both.sort())).toEqual(['again', 'stored'])
    expect((await rowsOf(exam)).map((row) => [row.number, row.sealedBy, row.begins, row.size])).toEqual([[0, 'browser', true, piece(0).length], [1, 'server', false, piece(1).length], [2, 'browser', false, piece(2).length]])
    const view = await proctoring.openRecording(world.as(exam.proctor), { number: exam.number, purpose: 'live-watch' })
    expect(await clipOf(exam, view)).toBe(Buffer.concat([0, 1, 2].map(piece)).toString('latin1'))
    expect((await proctoring.readAttempt(world.as(exam.proctor), exam.number)).recording).toMatchObject([{ track: 'camera', chunks: 3, broken: 0 }])
  })

  it('is one of the same recording: it is asked for under the rules of every piece', async () => {
    const exam = await aRunningExam()
    await exam.chunk(0, { bytes: piece(0), sha256: hashOf(piece(0)) })
    await expect(bring(exam, 0)).rejects.toThrow('again')
    await expect(bring(exam, 3)).rejects.toMatchObject({ code: 'proctoring.chunk-order', next: 1 })
    expect(await codesOf(bring(exam, 0, { said: { sha256: hashOf(Buffer.from('something else')) } }))).toEqual(['proctoring.chunk-differs'])
    expect(await codesOf(bring(exam, 1, { said: { sealedSize: 4 * 1024 * 1024 + 29 } }))).toEqual(['proctoring.chunk-too-large'])
    expect(await codesOf(bring(exam, 1, { said: { sealedSize: 4 * 1024 * 1024 + 28 }, put: null }))).toEqual([])
    for (const wrong of [{ sealedSize: 28 }, { sealedSha256: 'x' }, { mediaType: 'text/html' }, { ms: -1 }]) expect(await codesOf(bring(exam, 1, { said: wrong }))).toEqual(['input.wrong'])
    expect(await codesOf(bring(exam, 1, { by: await world.aPerson() }))).toEqual(['not-found'])
    expect(await codesOf(bring(exam, 1, { by: exam.proctor }))).toEqual(['not-found'])
  })

  it('that is not what was announced, or never came, is refused and deleted', async () => {
    const exam = await aRunningExam()
    const never = await bring(exam, 0, { put: null })
    expect(await codesOf(confirm(exam, never.ticket))).toEqual(['proctoring.upload-missing'])
    const before = await keysInStore()
    const other = await bring(exam, 0, { put: Buffer.from('of another length') })
    expect((await keysInStore()).length).toBe(before.length + 1)
    expect(await codesOf(confirm(exam, other.ticket))).toEqual(['proctoring.upload-differs'])
    expect(await keysInStore()).toEqual(before)
    // A store that counts digests says it itself; this one does not, so it is lent one that does.
    const direct = world.files.direct!
    const counting = (sha256: Uint8Array) => ({ ...world.as(exam.candidate), files: { ...world.files, direct: { ...direct, look: async (key: string, first: number) => ({ ...(await direct.look(key, first))!, sha256 }) } } })
    const junk = await bring(exam, 0)
    expect(await codesOf(proctoring.confirmChunk(counting(Buffer.from(hashOf(Buffer.from('junk')), 'hex')), { number: exam.number, ticket: junk.ticket }))).toEqual(['proctoring.upload-differs'])
    const right = await bring(exam, 0)
    expect(await proctoring.confirmChunk(counting(Buffer.from(hashOf(right.sealed), 'hex')), { number: exam.number, ticket: right.ticket })).toBe('stored')
  })

  it('is confirmed by nobody but whoever asked, for what he asked, and not for ever', async () => {
    const [exam, other] = [await aRunningExam(), await aRunningExam()]
    const { ticket } = await bring(exam, 0)
    expect(await codesOf(confirm(other, ticket))).toEqual(['proctoring.ticket-wrong'])
    expect(await codesOf(confirm(exam, ticket, other.candidate))).toEqual(['not-found'])
    for (const forged of ['', 'x', `${ticket.slice(0, -4)}AAAA`, 'A'.repeat(3000), sealedElsewhere(ticket)]) expect(await codesOf(confirm(exam, forged))).toEqual(['proctoring.ticket-wrong'])
    const clock = world.clock.now()
    world.at('2026-03-26 10:16')
    expect(await codesOf(confirm(exam, ticket))).toEqual(['proctoring.ticket-wrong'])
    world.clock.set(clock)
    expect(await confirm(exam, ticket)).toBe('stored')
  })

  it('of two with one number only the first is kept, and the bytes of the other do not stay', async () => {
    const exam = await aRunningExam()
    const [one, two] = [await bringPiece(world, exam, 0, Buffer.from('the one')), await bringPiece(world, exam, 0, Buffer.from('the other'))]
    const outcomes = await Promise.all([one, two].map((each) => confirm(exam, each.ticket).catch((error: { code: string }) => error.code)))
    expect(outcomes.sort()).toEqual(['proctoring.chunk-differs', 'stored'])
    const [again, { ticket }] = [await bringPiece(world, exam, 1, piece(1)), await bringPiece(world, exam, 1, piece(1))]
    expect([await confirm(exam, again.ticket), await confirm(exam, ticket)]).toEqual(['stored', 'again'])
    const rows = await rowsOf(exam)
    expect(rows.map((row) => row.number)).toEqual([0, 1])
    const kept = await Promise.all(rows.map((row) => world.files.get(row.fileKey)))
    expect(kept.map((bytes) => bytes.length > 28)).toEqual([true, true])
  })

  it('is offered a place only so often without being confirmed', async () => {
    const exam = await aRunningExam()
    for (let asked = 0; asked < 20; asked++) await bring(exam, 0, { put: null })
    expect(await codesOf(bring(exam, 0, { put: null }))).toEqual(['rate.too-many'])
    world.at('2026-03-26 10:16')
    expect(await codesOf(bring(exam, 0, { put: null }))).toEqual([])
    world.at('2026-03-26 10:00')
  })

  it('still arrives for a moment after the end, and then no more', async () => {
    const exam = await aRunningExam()
    for (const number of [0, 1]) await confirm(exam, (await bring(exam, number)).ticket)
    const [late, tooLate] = [await bring(exam, 2), await bring(exam, 2)]
    for (const [seen, wanted] of [[0, 'warning'], [1, 'removal']] as const) await proctoring.recordOnlineViolation(world.as(exam.proctor), { number: exam.number, ground: 'other', note: 'x', wanted, seen })
    expect(await confirm(exam, late.ticket)).toBe('stored')
    world.at('2026-03-26 10:05')
    expect(await codesOf(confirm(exam, tooLate.ticket))).toEqual(['proctoring.ended'])
    expect(await proctoring.readBrowserSeal(world.as(exam.candidate), exam.number)).toBeUndefined()
    world.at('2026-03-26 10:00')
  })

  it('lies where it was put for as long as it may be confirmed; never confirmed, the sweep of orphans takes it', async () => {
    const exam = await aRunningExam()
    const kept = await bring(exam, 0)
    await confirm(exam, kept.ticket)
    const waiting = await bring(exam, 1)
    expect(await uploads.sweepFiles(world.system())).toBe(0)
    expect(await uploads.sweepFiles(world.system(), -5_000)).toBeGreaterThanOrEqual(1)
    expect(await codesOf(confirm(exam, waiting.ticket))).toEqual(['proctoring.upload-missing'])
    expect(await world.files.get((await rowsOf(exam))[0]!.fileKey)).toEqual(Buffer.from(kept.sealed))
  })
})

/** The same ticket, sealed by another server. */
function sealedElsewhere(ticket: string): string {
  const { cipher } = world.system()
  return sealTicket({ ...cipher, seal: (text) => cipher.seal(text, 'elsewhere') }, JSON.parse(cipher.open(Buffer.from(ticket, 'base64url'), 'proctoring.ticket')) as never)
}

describe('the key that a browser seals with', () => {
  it('is given to the candidate alone, while he writes, and only where the store is brought to by browsers', async () => {
    const exam = await anOnlineExam(world)
    await exam.checked()
    expect(await proctoring.readBrowserSeal(world.as(exam.candidate), exam.number)).toBeUndefined()
    world.at('2026-03-26 09:50')
    await proctoring.admitCandidate(world.as(exam.proctor), { number: exam.number, faceIsHis: true, roomIsEmpty: true })
    expect(await proctoring.readBrowserSeal(world.as(exam.candidate), exam.number)).toBeUndefined()
    world.at('2026-03-26 10:00')
    await exams.startTheory(world.as(exam.candidate), { number: exam.number })
    const given = (await proctoring.readBrowserSeal(world.as(exam.candidate), exam.number))!
    for (const other of [exam.proctor, exam.head, await world.aPerson()]) expect(await codesOf(proctoring.readBrowserSeal(world.as(other), exam.number))).toEqual(['not-found'])
    const through = { ...world.as(exam.candidate), files: { ...world.files, direct: undefined } } as never
    expect(await proctoring.readBrowserSeal(through, exam.number)).toBeUndefined()
    const bytes = piece(0)
    expect(await proctoring.offerPlace(through, { number: exam.number, track: 'camera', chunk: 0, mediaType: 'video/webm', sha256: hashOf(bytes), clientFrom: 1, ms: 4000, sealedSha256: hashOf(bytes), sealedSize: 99 })).toEqual({ outcome: 'through-server' })

    // It is another than that of the watch, which opens what the server has sealed, and is made from it.
    const [{ wrappedKey }] = await exam.sql<{ wrappedKey: Uint8Array }>('select wrapped_key from proctoring_session where case_id = $1', [exam.caseId]) as [{ wrappedKey: Uint8Array }]
    const own = unwrapKey(world.system().cipher, wrappedKey)
    expect([given.key === Buffer.from(own).toString('base64'), Buffer.from(browserKeyOf(own)).toString('base64')]).toEqual([false, given.key])
    const { runId } = (await exam.sql<{ runId: string }>('select id as run_id from theory_run where case_id = $1', [exam.caseId]))[0]!
    await answerRightly(exam, runId, 10)
    await exams.handInTheory(world.as(exam.candidate), { number: exam.number })
    expect(await proctoring.readBrowserSeal(world.as(exam.candidate), exam.number)).toBeUndefined()
  })

  it('goes with the key of the watch: erased, nothing that lies in the store can be opened', async () => {
    const exam = await aRunningExam()
    const { ticket, sealed } = await bring(exam, 0)
    await confirm(exam, ticket)
    const [{ id, wrappedKey }] = await exam.sql<{ id: string; wrappedKey: Uint8Array }>('select id, wrapped_key from proctoring_session where case_id = $1', [exam.caseId]) as [{ id: string; wrappedKey: Uint8Array }]
    const key = unwrapKey(world.system().cipher, wrappedKey)
    expect(Buffer.from(openBytes(browserKeyOf(key), sealed, `chunk:${id}:camera:0`))).toEqual(piece(0))
    expect(() => openBytes(browserKeyOf(key), sealed, `chunk:${id}:camera:1`)).toThrow()
    expect(() => openBytes(key, sealed, `chunk:${id}:camera:0`)).toThrow()
  })
})

describe('a piece that does not open', () => {
  /** Sealed by hand, under any key and any number. */
  async function bringForged(exam: OnlineExamCase, number: number, forged: Uint8Array): Promise<void> {
    const { ticket } = await bring(exam, number, { said: { sealedSha256: hashOf(forged), sealedSize: forged.length }, put: forged })
    await confirm(exam, ticket)
  }

  it('is said when the recording is opened, is written down once, and the others stay to be seen', async () => {
    const exam = await aRunningExam()
    const { key, place } = (await proctoring.readBrowserSeal(world.as(exam.candidate), exam.number))!
    const own = Buffer.from(key, 'base64')
    await confirm(exam, (await bring(exam, 0)).ticket)
    await bringForged(exam, 1, Buffer.from('junk under a right digest, longer than what a seal adds'))
    await bringForged(exam, 2, sealBytes(own, piece(2), `${place}:camera:7`))
    await bringForged(exam, 3, sealBytes(own, Buffer.from('another film than was announced'), `${place}:camera:3`))
    await confirm(exam, (await bring(exam, 4)).ticket)
    const said: [string, Record<string, unknown>][] = []
    const proctor = { ...world.as(exam.proctor, 'a form'), warn: (what: string, facts: Record<string, unknown>) => void said.push([what, facts]) }
    const view = await proctoring.openRecording(proctor, { number: exam.number, purpose: 'live-watch' })
    expect((await rowsOf(exam)).map((row) => row.broken)).toEqual([false, true, true, true, false])
    const [{ id }] = await exam.sql<{ id: string }>('select id from proctoring_session where case_id = $1', [exam.caseId]) as [{ id: string }]
    expect(said).toEqual([1, 2, 3].map((number) => ['a piece of a recording does not open', { watch: id, track: 'camera', number, sealedBy: 'browser' }]))
    expect(await clipOf(exam, view)).toBe(Buffer.concat([piece(0), piece(4)]).toString('latin1'))
    expect((await proctoring.readAttempt(world.as(exam.proctor), exam.number)).recording).toMatchObject([{ chunks: 5, broken: 3 }])
    await proctoring.openRecording({ ...world.as(exam.proctor, 'another form'), warn: proctor.warn }, { number: exam.number, purpose: 'live-watch' })
    expect([said.length, (await exam.kinds()).filter((kind) => kind === 'recording-broken').length]).toEqual([3, 1])
  })

  it('at the beginning leaves nothing to play, and that is said; what the candidate says of a beginning is not believed', async () => {
    const exam = await aRunningExam()
    await bringForged(exam, 0, Buffer.from('junk where a player would begin, and long enough'))
    await confirm(exam, (await bring(exam, 1)).ticket)
    const view = await proctoring.openRecording(world.as(exam.proctor), { number: exam.number, purpose: 'live-watch' })
    expect(await codesOf(clipOf(exam, view))).toEqual(['recording.not-playable'])
    // A head whose end is damaged begins well and does not open.
    const own = (await proctoring.readBrowserSeal(world.as(exam.candidate), exam.number))!
    const damaged = Buffer.from(sealBytes(Buffer.from(own.key, 'base64'), piece(0), `${own.place}:camera:2`))
    damaged[damaged.length - 1]! ^= 1
    await bringForged(exam, 2, damaged)
    expect((await rowsOf(exam)).map((row) => row.begins)).toEqual([false, false, true])
    expect(await codesOf(clipOf(exam, view))).toEqual(['recording.not-playable'])
    expect((await rowsOf(exam)).map((row) => row.broken)).toEqual([true, false, true])
  })

  it('is not one that a store does not give: a fault says nothing of the piece', async () => {
    const exam = await aRunningExam()
    await confirm(exam, (await bring(exam, 0)).ticket)
    const said: string[] = []
    const silent = { ...world.as(exam.proctor), warn: (what: string) => void said.push(what), files: { ...world.files, get: () => Promise.reject(new Error('no store')) } }
    const view = await proctoring.openRecording(silent, { number: exam.number, purpose: 'live-watch' })
    expect(said).toEqual(['the pieces of a recording could not be tried'])
    await expect(proctoring.readClip(silent, { viewId: view, number: exam.number, track: 'camera' })).rejects.toThrow('no store')
    expect((await rowsOf(exam)).map((row) => row.broken)).toEqual([false])
  })
})
