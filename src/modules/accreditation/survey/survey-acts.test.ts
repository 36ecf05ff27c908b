import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonActor } from '#platform/acts/actor.ts'
import { pressPaper } from '#platform/pdf/paper-press.ts'
import { openTechnicalSeal } from '#platform/signing/technical-seal.ts'
import { sweepFiles } from '#modules/uploads/index.ts'
import { PNG } from '../../../../test/support/files.ts'
import { aSurveyCase, type SurveyCaseMade } from '../../../../test/support/survey-case.ts'
import { openTestWorld, type TestWorld } from '../../../../test/support/world.ts'
import {
  answerAct, assignSurvey, finishSurvey, listSurveys, openPhoto, openSurveyAct, readSurvey, receivePhoto, recordRefusalToSign, reopenSurvey, signSurvey, writeEntries, type EntryWord,
} from '../index.ts'

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

const DAY = '2026-03-06'
async function assigned(): Promise<SurveyCaseMade> {
  world.at('2026-03-05 10:00')
  const made = await aSurveyCase(world)
  await assignSurvey(world.as(made.accreditor), { caseId: made.caseId, version: await made.version(), surveyors: made.surveyors.map((each) => each.accountId), heldOn: DAY })
  world.at('2026-03-06 10:00')
  return made
}
const write = (made: SurveyCaseMade, who: PersonActor, device: string, first: number, words: EntryWord[]) =>
  writeEntries(world.as(who), { caseId: made.caseId, device, entries: words.map((word, place) => ({ ...word, seq: first + place, writtenAt: '2026-03-06T05:00:00.000Z' })) })
const mark = (item: string, as: 'meets' | 'fails' | 'not-applicable', note = ''): EntryWord => ({ kind: 'mark', body: { item, mark: as, note } })
const measured: EntryWord = { kind: 'measurement', body: { item: '', what: 'Бөлме ауданы', value: '42.5', unit: 'm2' } }
async function filled(made: SurveyCaseMade): Promise<void> {
  const view = await readSurvey(world.as(made.surveyors[0]), made.caseId)
  await write(made, made.surveyors[0], 'device-one', 1, view.items.map((item) => mark(item.key, 'meets')))
}
async function signed(made: SurveyCaseMade): Promise<void> {
  await filled(made)
  for (const each of made.surveyors) await signSurvey(world.as(each), { caseId: made.caseId, version: await made.version() })
}
const letters = async (kind: string, who: PersonActor) => (await world.db.one<{ n: number }>('select count(*)::int as n from letter where kind = $1 and account_id = $2', [kind, who.accountId])).n
const outcomes = (written: { outcomes: readonly { outcome: string }[] }) => written.outcomes.map((each) => each.outcome)

describe('the survey is assigned', () => {
  it('to two surveyors on a working day, with a letter to the applicant and to each of them', async () => {
    const made = await assigned()
    expect(await letters('accreditation-survey-set', made.applicant)).toBe(1)
    for (const each of made.surveyors) expect(await letters('accreditation-survey-yours', each)).toBe(1)
    const move = await world.db.one<{ whoseMove: string }>('select whose_move from accreditation_case where id = $1', [made.caseId])
    expect(move.whoseMove).toBe('surveyor')
  })

  it('by the accrediting body alone: not by a surveyor, the applicant, an expert or the ministry', async () => {
    world.at('2026-03-05 10:00')
    const made = await aSurveyCase(world)
    for (const who of [made.surveyors[0], made.applicant, made.expert, await world.anOfficial('ministry')]) {
      await expect(assignSurvey(world.as(who), { caseId: made.caseId, version: await made.version(), surveyors: made.surveyors.map((each) => each.accountId), heldOn: DAY })).rejects.toMatchObject({ code: 'not-found' })
    }
  })

  it('never to the expert of the case, to somebody of the applicant, to one person alone, or on a Sunday', async () => {
    world.at('2026-03-05 10:00')
    const made = await aSurveyCase(world)
    const ofBoth = await world.aStaffMember(made.bodyId, ['surveyor'])
    await world.db.run("insert into role_grant (id, account_id, role, organisation_id, valid_from, granted_by, granted_at) values (gen_random_uuid(), $1, 'applicant', $2, '2024-01-01', $3, now())", [ofBoth.accountId, made.organisationId, made.accreditor.accountId])
    const attempt = async (surveyors: string[], heldOn = DAY) => assignSurvey(world.as(made.accreditor), { caseId: made.caseId, version: await made.version(), surveyors, heldOn })
    const [one, two] = [made.surveyors[0].accountId, made.surveyors[1].accountId]
    await expect(attempt([one, made.expert.accountId])).rejects.toMatchObject({ blockers: [{ code: 'survey.took-part' }] })
    await expect(attempt([one, ofBoth.accountId])).rejects.toMatchObject({ blockers: [{ code: 'survey.of-the-applicant' }] })
    await expect(attempt([one])).rejects.toMatchObject({ blockers: [{ code: 'survey.too-few' }] })
    await expect(attempt([one, two], '2026-03-08')).rejects.toMatchObject({ blockers: [{ code: 'survey.day-off' }] })
    await expect(attempt([one, two], '2026-03-04')).rejects.toMatchObject({ blockers: [{ code: 'survey.day-past' }] })
    expect(await letters('accreditation-survey-set', made.applicant)).toBe(0)
  })

  it('once for a repeated POST, and the second of two people is told that the case was changed', async () => {
    world.at('2026-03-05 10:00')
    const made = await aSurveyCase(world)
    const input = { caseId: made.caseId, version: await made.version(), surveyors: made.surveyors.map((each) => each.accountId), heldOn: DAY }
    await assignSurvey(world.as(made.accreditor, 'same-key'), input)
    await assignSurvey(world.as(made.accreditor, 'same-key'), input)
    expect(await letters('accreditation-survey-set', made.applicant)).toBe(1)
    await expect(assignSurvey(world.as(made.accreditor), input)).rejects.toMatchObject({ code: 'case.changed-meanwhile' })
  })
})

describe('what surveyors write', () => {
  it('is taken once, however often it is delivered, and in the order of its numbers', async () => {
    const made = await assigned()
    const [one] = made.surveyors
    expect(outcomes(await write(made, one, 'device-one', 1, [mark('safety-fire', 'meets'), measured]))).toEqual(['saved', 'saved'])
    expect(outcomes(await write(made, one, 'device-one', 1, [mark('safety-fire', 'meets'), measured]))).toEqual(['repeated', 'repeated'])
    expect(outcomes(await write(made, one, 'device-one', 4, [measured]))).toEqual(['gap'])
    expect(outcomes(await write(made, one, 'device-one', 2, [mark('safety-fire', 'fails')]))).toEqual(['taken'])
    expect((await readSurvey(world.as(one), made.caseId)).stand.measurements).toHaveLength(1)
  })

  it('stands side by side when two write at once, and where they differ it is shown until one changes his word', async () => {
    const made = await assigned()
    const [one, two] = made.surveyors
    await Promise.all([write(made, one, 'device-one', 1, [mark('safety-fire', 'meets'), measured]), write(made, two, 'device-two', 1, [mark('safety-fire', 'fails', 'сөндіргіш жоқ'), measured])])
    const view = await readSurvey(world.as(one), made.caseId)
    expect([view.conflicts, view.stand.measurements.length, view.log.length]).toEqual([['safety-fire'], 2, 4])
    expect(view.log.map((entry) => entry.no)).toEqual([1, 2, 3, 4])
    await write(made, one, 'device-one', 3, [mark('safety-fire', 'fails', 'сөндіргіш жоқ')])
    expect((await readSurvey(world.as(two), made.caseId)).conflicts).toEqual([])
  })

  it('is kept with its reason when it is not taken, and the numbers go on', async () => {
    const made = await assigned()
    const wrong: EntryWord = { kind: 'measurement', body: { item: '', what: 'x', value: 'көп', unit: 'm2' } }
    const written = await write(made, made.surveyors[0], 'device-one', 1, [wrong, measured])
    expect(written.outcomes).toEqual([{ seq: 1, outcome: 'refused', code: 'survey.measured-number' }, { seq: 2, outcome: 'saved' }])
  })

  it('is taken from nobody else, and not before the day', async () => {
    const made = await assigned()
    for (const who of [made.applicant, made.accreditor, made.expert, await world.aStaffMember(made.bodyId, ['surveyor'])]) {
      await expect(write(made, who, 'device-xxx', 1, [measured])).rejects.toMatchObject({ code: 'not-found' })
    }
    world.at('2026-03-05 18:00')
    await expect(write(made, made.surveyors[0], 'device-one', 1, [measured])).rejects.toMatchObject({ code: 'survey.not-yet' })
  })

  it('is struck out by its writer alone and stays in the log', async () => {
    const made = await assigned()
    const [one, two] = made.surveyors
    await write(made, one, 'device-one', 1, [measured])
    expect(outcomes(await write(made, two, 'device-two', 1, [{ kind: 'strike', body: { target: 'device-one:1' } }]))).toEqual(['refused'])
    expect(outcomes(await write(made, one, 'device-one', 2, [{ kind: 'strike', body: { target: 'device-one:1' } }]))).toEqual(['saved'])
    const view = await readSurvey(world.as(one), made.caseId)
    expect([view.stand.measurements.length, view.log.length]).toEqual([0, 3])
  })
})

describe('photos', () => {
  const photo = (made: SurveyCaseMade, seq: number, bytes: Uint8Array) => ({ caseId: made.caseId, device: 'device-one', seq, writtenAt: '', item: '', note: 'Кіреберіс', name: 'IMG 1.png', bytes, originalSize: bytes.length })

  it('are kept once when they are sent twice, are seen by the applicant, and are spared by the sweep of orphans', async () => {
    const made = await assigned()
    expect(outcomes(await receivePhoto(world.as(made.surveyors[0]), photo(made, 1, PNG)))).toEqual(['saved'])
    expect(outcomes(await receivePhoto(world.as(made.surveyors[0]), photo(made, 1, PNG)))).toEqual(['repeated'])
    const { stand } = await readSurvey(world.as(made.applicant), made.caseId)
    expect(stand.photos.map((each) => each.file)).toEqual(['IMG 1.png'])
    await sweepFiles(world.system(), -1000)
    expect((await openPhoto(world.as(made.applicant), made.caseId, stand.photos[0]!.paperId)).photo.mediaType).toBe('image/png')
    await expect(openPhoto(world.as(await world.aPerson()), made.caseId, stand.photos[0]!.paperId)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('of 30 MB straight from a camera are refused with the limit, and so is what is no picture', async () => {
    const made = await assigned()
    await expect(receivePhoto(world.as(made.surveyors[0]), photo(made, 1, randomBytes(30 * 1024 * 1024)))).rejects.toMatchObject({ code: 'file.too-large' })
    await expect(receivePhoto(world.as(made.surveyors[0]), photo(made, 1, Buffer.from('no picture at all')))).rejects.toMatchObject({ code: 'file.wrong-type' })
    expect((await readSurvey(world.as(made.surveyors[0]), made.caseId)).log).toEqual([])
  })
})

describe('the act', () => {
  it('is not signed while a question is open; after the first signature nothing is written', async () => {
    const made = await assigned()
    const [one, two] = made.surveyors
    await expect(signSurvey(world.as(one), { caseId: made.caseId, version: await made.version() })).rejects.toMatchObject({ blockers: [{ code: 'survey.items-open' }] })
    await filled(made)
    await signSurvey(world.as(one), { caseId: made.caseId, version: await made.version() })
    await expect(write(made, two, 'device-two', 1, [measured])).rejects.toMatchObject({ code: 'survey.closed' })
    await expect(signSurvey(world.as(one), { caseId: made.caseId, version: await made.version() })).rejects.toMatchObject({ code: 'survey.signed-already' })
    expect(await letters('accreditation-survey-act', made.applicant)).toBe(0)
  })

  it('is taken back by a surveyor with a reason: the signatures fall, and the other tablet can deliver', async () => {
    const made = await assigned()
    await signed(made)
    await reopenSurvey(world.as(made.surveyors[1]), { caseId: made.caseId, version: await made.version(), reason: 'Планшетте жіберілмеген өлшем қалды' })
    expect(outcomes(await write(made, made.surveyors[1], 'device-two', 1, [measured]))).toEqual(['saved'])
    expect((await readSurvey(world.as(made.surveyors[0]), made.caseId)).state).toEqual({ closed: false, signatures: 0, surveyors: 2, answered: false })
  })

  it('is signed by both sides, is a paper that the applicant opens, and then the case goes to the authorised body', async () => {
    const made = await assigned()
    await signed(made)
    expect(await letters('accreditation-survey-act', made.applicant)).toBe(1)
    const input = { caseId: made.caseId, version: await made.version(), answer: 'signed' as const, reason: 'Ескертпе жоқ' }
    await answerAct(world.as(made.applicant, 'answer-key'), input)
    await answerAct(world.as(made.applicant, 'answer-key'), input)
    await expect(answerAct(world.as(made.applicant), { ...input, version: await made.version() })).rejects.toMatchObject({ blockers: [{ code: 'survey.answered-already' }] })
    expect((await world.db.one<{ n: number }>("select count(*)::int as n from paper where case_id = $1 and kind = 'survey-act'", [made.caseId])).n).toBe(1)
    await expect(openSurveyAct(world.as(made.applicant), made.caseId)).rejects.toMatchObject({ code: 'paper.not-ready' })
    const folder = await mkdtemp(join(tmpdir(), 'tanu-seal-'))
    const seal = await openTechnicalSeal(folder, '2026-01-01T00:00:00.000Z')
    while ((await pressPaper(world.system(), seal)) > 0);
    await rm(folder, { recursive: true })
    const act = await openSurveyAct(world.as(made.applicant), made.caseId)
    expect(Buffer.from(act.bytes.subarray(0, 5)).toString()).toBe('%PDF-')
    await expect(openSurveyAct(world.as(await world.aPerson()), made.caseId)).rejects.toMatchObject({ code: 'not-found' })
    await expect(finishSurvey(world.as(made.surveyors[0]), { caseId: made.caseId, version: await made.version() })).rejects.toMatchObject({ code: 'not-found' })
    await finishSurvey(world.as(made.accreditor), { caseId: made.caseId, version: await made.version() })
    expect(await made.step()).toBe('awaiting-agreement')
    const kinds = await world.db.many<{ kind: string }>("select kind from journal_entry where chain = $1 and kind like 'accreditation-survey-%' order by seq", [`accreditation:${made.caseId}`])
    expect(kinds.map((each) => each.kind.slice(21))).toEqual(['assigned', 'begun', 'signed', 'signed', 'answered', 'finished'])
  }, 60_000)

  it('is refused by the applicant with a reason, or recorded by a surveyor as not signed; nobody else answers', async () => {
    const made = await assigned()
    await signed(made)
    const version = await made.version()
    await expect(answerAct(world.as(made.applicant), { caseId: made.caseId, version, answer: 'refused', reason: '' })).rejects.toMatchObject({ blockers: [{ code: 'survey.reason-missing' }] })
    for (const who of [made.surveyors[0], made.accreditor]) await expect(answerAct(world.as(who), { caseId: made.caseId, version, answer: 'signed', reason: '' })).rejects.toMatchObject({ code: 'not-found' })
    await recordRefusalToSign(world.as(made.surveyors[0]), { caseId: made.caseId, version, reason: 'Өкіл келген жоқ' })
    const { survey } = await readSurvey(world.as(made.applicant), made.caseId)
    expect([survey?.answer, survey?.answerReason, survey?.answeredBySurveyor]).toEqual(['refused', 'Өкіл келген жоқ', true])
    expect(await letters('accreditation-survey-refusal-recorded', made.applicant)).toBe(1)
  })

  it('is not finished before the applicant has answered', async () => {
    const made = await assigned()
    await expect(finishSurvey(world.as(made.accreditor), { caseId: made.caseId, version: await made.version() })).rejects.toMatchObject({ code: 'survey.act-not-answered' })
  })

  it('stands in the list of the accrediting body, and a surveyor sees only his own', async () => {
    const made = await assigned()
    expect((await listSurveys(world.as(made.accreditor))).some((row) => row.caseId === made.caseId)).toBe(true)
    expect((await listSurveys(world.as(made.surveyors[0]))).map((row) => row.caseId)).toEqual([made.caseId])
    expect(await listSurveys(world.as(made.expert))).toEqual([])
  })
})
