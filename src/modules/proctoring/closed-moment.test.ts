import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { folderStore, type FileStore } from '#platform/files/store.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as exams from '#modules/exams/index.ts'
import { anOnlineExam, aPicture } from '../../../test/support/online-exam.ts'
import { pinNorms } from '../../../test/support/norm-edition.ts'
import { reasonsOf } from '../../../test/support/refusal.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import { isComparedClosed } from './domain/closed-moment.ts'
import * as proctoring from './index.ts'
import { messages } from './messages/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'tanu-closed-'))
const store = folderStore(folder)
let kept = 0
const files: FileStore = { ...store, put: (...sent: Parameters<FileStore['put']>) => { kept += 1; return store.put(...sent) } }
let world: TestWorld
beforeAll(async () => { world = await openTestWorld(undefined, { files }) })
afterAll(async () => {
  await world.drop()
  rmSync(folder, { recursive: true, force: true })
})

const asked = { alone: true }
/** Somebody whose face is covered, consented and with the pictures of his room. */
async function covered(options: { noReference?: boolean } = {}) {
  const exam = await anOnlineExam(world, { condition: 'covered-face', ...options })
  await exam.checked()
  world.at('2026-03-26 09:45')
  const of = { number: exam.number }
  const [candidate, proctor] = [world.as(exam.candidate), world.as(exam.proctor)]
  return {
    exam, of, candidate, proctor,
    ask: (who = proctor, change: Partial<typeof asked> = {}) => proctoring.askClosedMoment(who, { ...of, ...asked, ...change }),
    show: async (kind = 'face') => proctoring.showInClosedMoment(candidate, { ...of, kind, bytes: await aPicture() }),
    look: (who = proctor, kind = 'face') => proctoring.lookInClosedMoment(who, { ...of, kind }),
    admit: (who = proctor) => proctoring.admitCandidate(who, { ...of, faceIsHis: true, roomIsEmpty: true }),
    view: (who = proctor) => proctoring.readAttempt(who, exam.number),
  }
}

it.each<[string, readonly string[], 'closed-moment' | 'as-everybody', boolean]>([
  ['a covered face', ['covered-face'], 'closed-moment', true], ['a covered face beside another condition', ['extra-time', 'covered-face'], 'closed-moment', true],
  ['a covered face where the norm says as everybody', ['covered-face'], 'as-everybody', false], ['glasses', ['glasses'], 'closed-moment', false], ['nothing', [], 'closed-moment', false],
])('is compared in a closed moment: %s', (_, granted, way, closed) => expect(isComparedClosed(granted, way)).toBe(closed))

describe('a face covered for religious reasons', () => {
  it('is shown to one person who asked for it, once, and then the candidate is let in; no picture of it is kept, and who looked is written down', async () => {
    const { exam, of, candidate, proctor, ask, show, look, admit, view } = await covered()
    expect([(await view()).missing, (await view()).closed]).toEqual([[], { askedBy: undefined, declined: false, shown: [], looked: undefined }])
    expect(await reasonsOf(admit())).toEqual(['proctoring.closed-not-looked'])
    // Nobody has asked: there is nobody to show it to, and nothing is kept for later.
    expect([await reasonsOf(show()), await reasonsOf(look())]).toEqual([['proctoring.closed-not-asked'], ['not-found']])
    expect(await reasonsOf(ask(proctor, { alone: false }))).toEqual(['proctoring.closed-alone'])
    await ask()
    expect((await proctoring.readOwnWatch(candidate, exam.number)).closed).toMatchObject({ askedBy: { isReader: false }, shown: [] })
    await show('document')
    await show()
    expect((await view()).closed).toMatchObject({ askedBy: { isReader: true }, shown: ['face', 'document'] })
    // A head may look at a watch, but not at this; another proctor neither.
    const other = world.as(await world.aStaffMember(exam.centre.id, ['proctor']))
    for (const who of [world.as(exam.head), other, candidate]) expect(await reasonsOf(look(who))).toEqual(['not-found'])
    for (const kind of ['document', 'face']) expect((await look(proctor, kind)).length).toBeGreaterThan(100)
    for (const kind of ['document', 'face']) expect(await reasonsOf(look(proctor, kind))).toEqual(['not-found'])
    // Who has not looked does not admit.
    expect(await reasonsOf(admit(other))).toEqual(['proctoring.closed-not-looked'])
    await admit()
    expect(await exam.sql('select kind from proctoring_picture where case_id = $1', [exam.caseId])).toEqual([{ kind: 'room-1' }])
    expect((await exam.kinds()).filter((kind) => kind === 'watch-closed-look')).toHaveLength(2)
    const [entry] = await exam.sql<{ payload: Record<string, unknown> }>("select payload from journal_entry where chain = 'case:' || $1 and kind = 'watch-admitted'", [exam.caseId])
    expect(entry!.payload).toMatchObject({ kind: 'closed' })
    expect((await proctoring.readOwnAttempt(candidate, exam.number)).closed?.looked?.name).toBe((await view()).closed?.looked?.name)
    // Let in, he shows it to nobody any more.
    expect(await reasonsOf(ask())).toEqual(['proctoring.ended'])
    world.at('2026-03-26 10:00')
    await exams.startTheory(candidate, of)
    expect((await proctoring.readOwnState(candidate, exam.number)).off).toEqual(['no-face', 'looking-away'])
  })

  it('comes into no file of the store, also when the candidate sends it the common way', async () => {
    const { exam, candidate, ask, show, look } = await covered()
    const before = kept
    for (const kind of ['face', 'document']) expect(await reasonsOf(proctoring.keepPicture(candidate, { number: exam.number, kind, bytes: await aPicture() }))).toEqual(['proctoring.closed-only'])
    await ask()
    await show()
    await look()
    expect(kept).toBe(before)
    await proctoring.keepPicture(candidate, { number: exam.number, kind: 'room-2', bytes: await aPicture() })
    expect(kept).toBe(before + 1)
  })

  it('is not shown to a person whom the candidate declines, nor to another than the one who asked; and nobody asks who is bound to him', async () => {
    const { exam, candidate, of, ask, show, look, view } = await covered()
    await ask()
    await show()
    await proctoring.declineClosedMoment(candidate, of)
    expect([await reasonsOf(look()), await reasonsOf(show()), (await view()).closed]).toEqual([['not-found'], ['proctoring.closed-not-asked'], { askedBy: undefined, declined: true, shown: [], looked: undefined }])
    const other = await world.aStaffMember(exam.centre.id, ['proctor'])
    await ask(world.as(other))
    await show()
    expect(await reasonsOf(look())).toEqual(['not-found'])
    // Whom he has declined asks no second time; a third may, and what was meant for the other is gone with it.
    expect(await reasonsOf(ask())).toEqual(['proctoring.closed-declined'])
    const third = world.as(await world.aStaffMember(exam.centre.id, ['proctor']))
    await ask(third)
    expect([await reasonsOf(look(third)), await reasonsOf(look(world.as(other)))]).toEqual([['not-found'], ['not-found']])
    await exams.declareInterest(candidate, { number: exam.number, accountId: other.accountId, kind: 'kin' })
    expect(await reasonsOf(ask(world.as(other)))).toEqual(['conflict.declared-kin'])
    for (const who of [world.as(exam.head), candidate, world.as(await world.aStaffMember((await world.aCentre()).id, ['proctor']))]) expect(await reasonsOf(ask(who))).toEqual(['not-found'])
  })

  it('is held no longer than the norm says, whether somebody asks for it or not', async () => {
    const exam = await anOnlineExam(world, { condition: 'covered-face' })
    await pinNorms(world, exam.caseId, { 'proctoring.closedMomentSeconds': 1 })
    await exam.checked()
    await proctoring.askClosedMoment(world.as(exam.proctor), { number: exam.number, alone: true })
    await proctoring.showInClosedMoment(world.as(exam.candidate), { number: exam.number, kind: 'face', bytes: await aPicture() })
    await expect.poll(async () => (await proctoring.readAttempt(world.as(exam.proctor), exam.number)).closed, { timeout: 5000 }).toEqual({ askedBy: undefined, declined: false, shown: [], looked: undefined })
    expect(await reasonsOf(proctoring.lookInClosedMoment(world.as(exam.proctor), { number: exam.number, kind: 'face' }))).toEqual(['not-found'])
  })

  it('nor is a photograph given before seen by anybody but whom the face is shown to: not before it is, and not once he was declined', async () => {
    const { exam, of, candidate, proctor, ask, show, look } = await covered()
    const reference = (who: typeof proctor) => reasonsOf(proctoring.openPicture(who, { number: exam.number, id: 'reference' }))
    const sees = async (who: typeof proctor) => (await proctoring.readAttempt(who, exam.number)).hasReference
    expect([await reference(proctor), await reference(world.as(exam.head)), await reference(candidate), await sees(proctor)]).toEqual([['not-found'], ['not-found'], [], false])
    await ask()
    // He was not shown anything yet, and may still be declined.
    expect([await reference(proctor), await sees(proctor)]).toEqual([['not-found'], false])
    await show()
    expect([await reference(proctor), await reference(world.as(exam.head)), await sees(proctor)]).toEqual([[], ['not-found'], true])
    await proctoring.declineClosedMoment(candidate, of)
    expect([await reference(proctor), await sees(proctor)]).toEqual([['not-found'], false])
    const other = world.as(await world.aStaffMember(exam.centre.id, ['proctor']))
    await ask(other)
    await show()
    await look(other)
    expect([await reference(other), await sees(other), await reference(proctor), await sees(proctor)]).toEqual([[], true, ['not-found'], false])
  })

  it('is compared by pictures as everybody’s where the norm says so', async () => {
    const exam = await anOnlineExam(world, { condition: 'covered-face' })
    await pinNorms(world, exam.caseId, { 'proctoring.coveredFaceComparison': 'as-everybody' })
    await exam.called()
    await proctoring.giveConsent(world.as(exam.candidate), { number: exam.number, version: proctoring.WATCH_CONSENT_VERSION, recording: true, rules: true })
    expect((await proctoring.readAttempt(world.as(exam.proctor), exam.number)).missing).toEqual(['face', 'document', 'room-1'])
    expect(await reasonsOf(proctoring.askClosedMoment(world.as(exam.proctor), { number: exam.number, alone: true }))).toEqual(['not-found'])
  })

  it('begins anew on another day, with another look; who looked took part and reviews nothing', async () => {
    const { exam } = await covered()
    await exam.lookedClosed()
    await proctoring.admitCandidate(world.as(exam.proctor), { number: exam.number, faceIsHis: true, roomIsEmpty: true })
    world.at('2026-03-26 10:00')
    await exams.startTheory(world.as(exam.candidate), { number: exam.number })
    for (const [seen, wanted] of [[0, 'warning'], [1, 'removal']] as const) await proctoring.recordOnlineViolation(world.as(exam.proctor), { number: exam.number, ground: 'outside-help', note: 'көмек', wanted, seen })
    expect(await reasonsOf(proctoring.reviewEnding(world.as(exam.proctor), { number: exam.number, verdict: 'upheld', reasons: 'Жазбада көрінеді.' }))).toEqual(['review.took-part'])
  })
})

describe('the consent of somebody with a condition', () => {
  it('says what his condition tells of him, who sees it, and how his face is compared, in his language, and is kept as he read it', async () => {
    for (const [condition, points] of [['covered-face', ['faith', 'closed']], ['tics', ['health']], ['none', []]] as const) {
      const exam = await anOnlineExam(world, condition === 'none' ? {} : { condition })
      await exam.checked()
      const { consentOf } = messages.kk
      const [row] = await exam.sql<{ consentText: { points: string[] } }>('select consent_text from proctoring_session where case_id = $1', [exam.caseId])
      expect(row!.consentText.points.slice(7)).toEqual(points.map((each) => consentOf[each]))
    }
  })
})
