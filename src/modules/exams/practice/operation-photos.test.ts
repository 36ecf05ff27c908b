import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PersonActor } from '#platform/acts/actor.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import * as uploads from '#modules/uploads/index.ts'
import { anExamCase, type ExamCase } from '../../../../test/support/exam-case.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import * as exams from '../index.ts'

let world: TestWorld
let exam: ExamCase
let sittingId: string
let picture: Uint8Array
const iso = (time: string) => `2026-03-26T${String(Number(time.slice(0, 2)) - 5).padStart(2, '0')}${time.slice(2)}:00.000Z`

/** A candidate called for one o'clock, two assessors, and a photo that says where it was taken. */
beforeAll(async () => {
  world = await openTestWorld()
  exam = await anExamCase(world, { stages: ['practice'] })
  await exam.briefed()
  sittingId = (await world.db.one<{ id: string }>("select id from sitting where centre_id = $1 and stage = 'practice'", [exam.centre.id])).id
  await world.db.run('insert into sitting_assessor (sitting_id, account_id) values ($1, $2)', [sittingId, exam.second.accountId])
  picture = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#a33' } })
    .withExif({ IFD0: { Make: 'Camera' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '43/1 15/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '76/1 54/1 0/1' } }).jpeg().toBuffer()
  expect((await sharp(picture).metadata()).exif).toBeDefined()
  world.at('2026-03-26 13:00')
})
afterAll(() => world.drop())

const send = async (seq: number, more: Partial<exams.SentPhoto> = {}, who: PersonActor = exam.assessor) =>
  (await exams.deliverPhoto(world.as(who), { sittingId, number: exam.number, device: 'tablet-one', seq, step: 1, note: '', name: 'IMG_1.jpg', writtenAt: iso('13:10'), sentAt: iso('13:30'), bytes: picture, ...more })).outcomes
    .map((each) => (each.code ? [each.seq, each.outcome, each.code] : [each.seq, each.outcome]))
const log = () => world.db.begin((sql) => sql.many<{ kind: string; photoId: string | null; photoSha256: string | null; refused: string | null }>(
  'select e.kind, e.photo_id, e.photo_sha256, e.refused from mark_entry e join practice_run r on r.id = e.run_id where r.case_id = $1 order by e.seq', [exam.caseId]), { 'tanu.scope': 'system' })
const listed = (who: PersonActor) => tx(world.as(who), 'practice.photo', async (t) => {
  const kase = await casework.getCaseByNumber(t, exam.number)
  t.authorised = 'practice.photo'
  return exams.photosOfCase(t, kase)
})
const open = (who: PersonActor, id: string) => exams.openOperationPhoto(world.as(who), exam.number, id).then((file) => file.bytes, (error: { code: string }) => error.code)

it('waits while the candidate is not admitted', async () => {
  expect(await send(1)).toEqual([[1, 'waiting']])
  await exams.admitToPractice(world.as(exam.invigilator), { number: exam.number, identitySeen: true })
  world.at('2026-03-26 13:30')
})

it('is kept once in its turn, without the place, and its digest is that of what people see', async () => {
  expect(await send(2)).toEqual([[2, 'gap']])
  expect(await send(1)).toEqual([[1, 'saved']])
  expect(await send(1)).toEqual([[1, 'repeated']])
  const [entry] = await log()
  const shown = (await open(exam.assessor, entry!.photoId!)) as Uint8Array
  expect((await sharp(shown).metadata()).exif).toBeUndefined()
  expect(createHash('sha256').update(shown).digest('hex')).toBe(entry!.photoSha256)
  expect((await exams.readTablet(world.as(exam.assessor), sittingId)).sheets[0]!.photos.map((photo) => photo.stepNo)).toEqual([1])
  expect(await exam.kinds()).toContain('operation-photo-kept')
})

it('that is none is kept as a word with its reason, and the numbers go on', async () => {
  expect(await send(2, { bytes: new TextEncoder().encode('no picture') })).toEqual([[2, 'refused', 'file.wrong-type']])
  expect(await send(3, { step: 99 })).toEqual([[3, 'refused', 'practice.no-such-step']])
  for (const seq of [4, 5, 6, 7, 8]) expect(await send(seq)).toEqual([[seq, 'saved']])
  expect(await send(9)).toEqual([[9, 'refused', 'practice.photos-too-many']])
  expect((await log()).filter((entry) => entry.photoId !== null)).toHaveLength(6)
})

it('may be a short video, without the place and counted by itself; what is none or too large is kept with its reason', async () => {
  const video = async (seq: number, bytes: Uint8Array) => (await exams.deliverVideo(world.as(exam.assessor), { sittingId, number: exam.number, device: 'tablet-two', seq, step: 2, note: '', name: 'video', writtenAt: iso('13:20'), sentAt: iso('13:30'), bytes })).outcomes.map((each) => [each.seq, each.outcome, ...(each.code ? [each.code] : [])])
  expect(await video(1, film('43.25 76.9'))).toEqual([[1, 'saved']])
  expect(await video(1, film('43.25 76.9'))).toEqual([[1, 'repeated']])
  expect(await video(2, new TextEncoder().encode('<script>'))).toEqual([[2, 'refused', 'practice.video-no-video']])
  expect(await video(3, film('x').slice(0, -1))).toEqual([[3, 'refused', 'practice.video-broken']])
  expect(await video(4, new Uint8Array(20 * 1024 * 1024 + 1))).toEqual([[4, 'refused', 'practice.video-too-large']])
  // Twenty seconds by the norm, and what a recorder still writes; the last block says how long it is, whatever the tablet said.
  expect(await video(5, film('', 23_500))).toEqual([[5, 'refused', 'practice.video-too-long']])
  expect(await video(6, film('', 22_500))).toEqual([[6, 'saved']])
  expect(await video(7, film(''))).toEqual([[7, 'refused', 'practice.videos-too-many']])
  const [entry] = (await log()).filter((each) => each.kind === 'video')
  const file = await exams.openOperationPhoto(world.as(exam.assessor), exam.number, entry!.photoId!)
  expect([file.mediaType, file.name, Buffer.from(file.bytes).includes('43.25'), file.bytes.length]).toEqual(['video/webm', `${exam.number}-2.webm`, false, film('43.25 76.9').length])
  expect(createHash('sha256').update(file.bytes).digest('hex')).toBe(entry!.photoSha256)
  expect(await exam.kinds()).toContain('operation-video-kept')
})

it('is seen by nobody else while the practice goes on, and not among the papers of the case; afterwards by the candidate too', async () => {
  const id = (await log())[0]!.photoId!
  for (const who of [exam.second, exam.invigilator, exam.clerk, exam.candidate]) expect(await open(who, id)).toBe('not-found')
  for (const who of [exam.clerk, exam.candidate]) expect(await listed(who)).toEqual([])
  expect(await uploads.openAttachment(world.as(exam.clerk), id).catch((error: { code: string }) => error.code)).toBe('not-found')
  expect(await world.db.begin((sql) => uploads.listAttachments(sql, { caseId: exam.caseId as never }), { 'tanu.scope': 'system' })).toEqual([])
  for (const step of [1, 2, 3]) await exams.markStep(world.as(exam.assessor), { number: exam.number, step, done: true })
  await exams.endPractice(world.as(exam.assessor), { number: exam.number })
  for (const who of [exam.second, exam.clerk, exam.candidate]) expect(await open(who, id)).toBeInstanceOf(Uint8Array)
  expect((await listed(exam.candidate)).map((photo) => photo.stepNo)).toEqual([1, 1, 1, 1, 1, 1, 2, 2])
  await expect(listed(await world.aPerson())).rejects.toMatchObject({ code: 'not-found' })
  const stranger = await world.aStaffMember((await world.aCentre()).id, ['assessor', 'centre-head'])
  for (const who of [stranger, await world.aPerson()]) expect(await open(who, id)).toBe('not-found')
  expect(await send(10)).toEqual([[10, 'refused', 'practice.ended-meanwhile']])
})

/** The smallest film of a recorder, with the place in its tags. */
const film = (place: string, lasts = 0) => Uint8Array.from([
  0x1a, 0x45, 0xdf, 0xa3, 0x87, 0x42, 0x82, 0x84, ...Buffer.from('webm'), 0x18, 0x53, 0x80, 0x67, 0xff, 0x16, 0x54, 0xae, 0x6b, 0x88, 0xae, 0x86, 0xd7, 0x81, 1, 0x83, 0x81, 1,
  0x12, 0x54, 0xc3, 0x67, 0x80 | place.length, ...Buffer.from(place), 0x1f, 0x43, 0xb6, 0x75, 0xff, 0xa3, 0x85, 0x81, 0, 0, 0, 7, 0xa3, 0x85, 0x81, lasts >> 8, lasts & 255, 0, 7,
])

it('stands with its digest among what the panel and the protocol are told', async () => {
  const facts = await tx(world.system(), 'exam.read-facts', async (t) => {
    assertMay(t, exams.policy, 'exam.read-facts', { centreId: exam.centre.id, accountId: exam.candidate.accountId })
    const attempt = await exams.currentAttempt(t, exam.caseId)
    return exams.examFacts(t, attempt!.id)
  })
  expect(facts.practice!.steps.map((step) => step.photos)).toEqual([(await log()).flatMap((entry) => (entry.kind === 'photo' ? (entry.photoSha256 ?? []) : [])), [], []])
  expect(facts.practice!.steps.map((step) => step.videos.toSorted())).toEqual([[], (await log()).flatMap((entry) => (entry.kind === 'video' ? (entry.photoSha256 ?? []) : [])).toSorted(), []])
  expect([facts.practice!.skills, facts.practice!.setAside]).toEqual([[], []])
})
