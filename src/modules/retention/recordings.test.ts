import { afterAll, beforeAll, expect, it } from 'vitest'
import { day, moment } from '#kernel/day.ts'
import * as proctoring from '#modules/proctoring/index.ts'
import * as uploads from '#modules/uploads/index.ts'
import { anOnlineExam } from '../../../test/support/online-exam.ts'
import { openTestWorld, type TestWorld } from '../../../test/support/world.ts'
import { recordingHolds, recordingOverOn, type RecordingFacts } from './domain/recordings.ts'
import { sweepRetention } from './index.ts'

const facts = (change: Partial<RecordingFacts> = {}): RecordingFacts => ({ endedAt: moment('2026-03-26T06:00:00.000Z'), appealTerms: [], closedAt: null, isAppealOpen: false, isComplaintOpen: false, isAnnulmentOpen: false, ...change })
const term = (startedOn: string, dueOn: string) => ({ startedOn: day(startedOn), dueOn: day(dueOn) })

it.each<[string, Partial<RecordingFacts>, string | undefined]>([
  ['while the case runs nothing is counted', {}, undefined],
  ['from the end of the term of appeal of its own result', { appealTerms: [term('2026-04-01', '2026-04-15'), term('2026-06-01', '2026-06-15')] }, '2026-04-15'],
  ['from the end of the term of a second appeal, where that is later', { appealTerms: [term('2026-04-01', '2026-04-15')], secondTerms: [term('2026-04-20', '2026-04-27')] }, '2026-04-27'],
  ['and never from one that ended before', { appealTerms: [term('2026-04-01', '2026-04-15')], secondTerms: [term('2026-02-20', '2026-02-27')] }, '2026-04-15'],
  ['not of a result before it', { appealTerms: [term('2026-02-01', '2026-02-15')], closedAt: moment('2026-05-01T06:00:00.000Z') }, '2026-05-01'],
])('the days of keeping a recording are counted: %s', (_says, change, expected) => expect(recordingOverOn(facts(change))).toBe(expected))

it('a dispute keeps it longer, where the norm says so', () => {
  const over = { appealTerms: [term('2026-04-01', '2026-04-15')] }
  expect([recordingHolds(facts(over), true), recordingHolds(facts({ ...over, isAppealOpen: true }), true), recordingHolds(facts({ ...over, isAppealOpen: true }), false), recordingHolds(facts(), true)]).toEqual([[], ['appeal-open'], [], ['case-open']])
})

let world: TestWorld
beforeAll(async () => { world = await openTestWorld() })
afterAll(() => world.drop())

it('deletes a recording a day after its term, with the proof of what it was; it can be read no more, and its bytes go with the sweep', async () => {
  const exam = await anOnlineExam(world)
  await exam.watched()
  await exam.chunk(0)
  await exam.chunk(1)
  await exam.sql("insert into deadline (id, case_id, rule, started_on, due_on, norm_edition, calendar_version) select gen_random_uuid(), id, 'T6', '2026-03-27', '2026-04-10', norm_edition, calendar_version from case_file where id = $1", [exam.caseId])
  const own = () => proctoring.openRecording(world.as(exam.candidate), { number: exam.number, purpose: 'own' })
  world.at('2026-05-10 10:00')
  await sweepRetention(world.system())
  expect(await own()).toBeTruthy()
  world.at('2026-05-11 10:00')
  await sweepRetention(world.system())
  const [deletion] = await exam.sql<{ counted: number; norm: string; digest: Uint8Array }>("select counted, norm, digest from retention_deletion where kind = 'recording'")
  expect(deletion).toMatchObject({ counted: 1, norm: 'retention.recordingDaysAfterAppealTerm' })
  expect(deletion!.digest).toHaveLength(32)
  await expect(own()).rejects.toMatchObject({ code: 'recording.erased' })
  expect(await exam.sql("select wrapped_key, (select count(*)::int from proctoring_chunk c where c.case_id = s.case_id and file_key <> '') as files from proctoring_session s where case_id = $1", [exam.caseId])).toEqual([{ wrappedKey: null, files: 0 }])
  expect(await uploads.sweepFiles(world.system(), -5_000)).toBeGreaterThanOrEqual(2)
})

it('deletes those of both stages of an attempt, each by its own watch', async () => {
  const exam = await anOnlineExam(world, { stages: ['theory', 'practice'] })
  const runId = await exam.watched()
  await exam.chunk(0, { stage: 'theory' })
  await exam.working(runId)
  await exam.chunk(0, { stage: 'practice' })
  await exam.sql("insert into deadline (id, case_id, rule, started_on, due_on, norm_edition, calendar_version) select gen_random_uuid(), id, 'T6', '2026-03-27', '2026-04-10', norm_edition, calendar_version from case_file where id = $1", [exam.caseId])
  const keys = () => exam.sql("select stage, wrapped_key is not null as kept, (select count(*)::int from proctoring_chunk c where c.session_id = s.id and file_key <> '') as files from proctoring_session s where case_id = $1 order by stage", [exam.caseId])
  expect(await keys()).toEqual([{ stage: 'practice', kept: true, files: 1 }, { stage: 'theory', kept: true, files: 1 }])
  world.at('2026-05-12 10:00')
  await sweepRetention(world.system())
  expect(await keys()).toEqual([{ stage: 'practice', kept: false, files: 0 }, { stage: 'theory', kept: false, files: 0 }])
})
