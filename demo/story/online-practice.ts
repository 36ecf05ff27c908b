import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { subtractWorkingDays } from '#kernel/calendar.ts'
import { epochMs, type Day } from '#kernel/day.ts'
import { firstLawfulDay } from '#kernel/deadline-rule.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import { newUuid, type Ctx } from '#platform/acts/ctx.ts'
import { projectRoot } from '#platform/db/migrate.ts'
import * as exams from '#modules/exams/index.ts'
import * as proctoring from '#modules/proctoring/index.ts'
import * as scheduling from '#modules/scheduling/index.ts'
import type { World } from '../../src/entry/world.ts'
import type { Teller } from './teller.ts'
import { brief, writeTheory, type Thread } from './walk.ts'

/** How long each film is; it says itself that it is no recording of an exam. */
const FILM_MS = 12_000
const PROCTOR = 'proctor-2'
const PICTURES = { face: 'face.jpg', document: 'document.jpg', 'room-1': 'room-1.jpg' } as const
const WORK = [{ name: 'тест-кейстер.png', file: 'test-cases.png', at: '15:10' }, { name: 'ақаулар-есебі.png', file: 'defects.png', at: '15:35' }] as const

const made = (name: string): Buffer => readFileSync(join(projectRoot(), 'demo/recordings', name))

/**
 * A practice at home that was handed in and waits to be marked from its recording. The contract is signed; theory and practice were held on line on one day. What was
 * recorded is kept as a recording is, sealed and in pieces, and whoever opens it reads that it was made for the demonstration.
 */
export async function tellOnlinePractice(teller: Teller, world: World, thread: Thread, notifiedOn: Day): Promise<void> {
  const examOn = firstLawfulDay(notifiedOn, 10, 'whole-days-between', teller.calendar)
  const theory = await onLine(teller, thread, 'theory', examOn, ['10:00', '11:30'])
  const practice = await onLine(teller, thread, 'practice', examOn, ['14:00', '17:00'])
  await exams.sendNotification(teller.as(`c${thread.centre}-operator`, notifiedOn, '15:10'), { number: thread.number, version: await teller.versionOf(thread.number), sittings: { theory, practice } })
  Object.assign(thread, { notifiedOn, examOn })
  await brief(teller, thread, examOn)
  const candidate = (time: string): Ctx => teller.as(thread.candidate, examOn, time)

  await letIn(teller, thread, 'theory', ['09:35', '09:50'])
  await writeTheory(teller, world, thread, 0.9, { beforeHandIn: async () => watch(candidate('10:01'), thread, 'theory', ['camera']) })

  await letIn(teller, thread, 'practice', ['13:35', '13:50'])
  await proctoring.beginPractice(candidate('14:00'), { number: thread.number })
  await watch(candidate('14:01'), thread, 'practice', ['camera', 'screen'])
  for (const { name, file, at } of WORK) await exams.keepWorkFile(candidate(at), { number: thread.number, file: { name, bytes: made(file) } })
  await exams.handInWork(candidate('15:40'), { number: thread.number })
}

async function onLine(teller: Teller, { centre, profession, level }: Thread, stage: Stage, onDay: Day, [start, end]: [string, string]): Promise<string> {
  return scheduling.createSitting(teller.as(`c${centre}-head`, subtractWorkingDays(teller.calendar, onDay, 20)), {
    centreId: teller.centreId(centre), mode: 'online', proctorId: teller.accountId(PROCTOR), stage, professionCode: profession, level, onDay, start, end, seats: 4,
    assessorIds: stage === 'practice' ? [teller.accountId(`c${centre}-assessor-1`), teller.accountId(`c${centre}-assessor-2`)] : [],
  })
}

/** Consent and the pictures of the check, the photograph given before, and the proctor who compares them. */
async function letIn(teller: Teller, { candidate, number, examOn }: Thread, stage: Stage, [checked, admitted]: [string, string]): Promise<void> {
  const ctx = teller.as(candidate, examOn!, checked)
  await proctoring.giveConsent(ctx, { number, stage, version: proctoring.WATCH_CONSENT_VERSION, recording: true, rules: true })
  if (stage === 'theory') await proctoring.showReference(ctx, made(PICTURES.face))
  for (const [kind, file] of Object.entries(PICTURES)) await proctoring.keepPicture(ctx, { number, stage, kind, bytes: made(file) })
  await proctoring.admitCandidate(teller.as(PROCTOR, examOn!, admitted), { number, stage, faceIsHis: true, roomIsEmpty: true })
}

/** The sign of life of his computer and one piece of each film. */
async function watch(ctx: Ctx, { number }: Thread, stage: Stage, tracks: readonly proctoring.Track[]): Promise<void> {
  const at = epochMs(ctx.clock.now())
  await proctoring.takeSignals(ctx, { number, stage, device: newUuid(ctx.clock.now()), sentAt: at, signals: [] })
  for (const track of tracks) {
    const bytes = made(`${track}.webm`)
    await proctoring.keepChunk(ctx, { number, stage, track, chunk: 0, bytes, mediaType: 'video/webm', sha256: createHash('sha256').update(bytes).digest('hex'), clientFrom: at, ms: FILM_MS })
  }
}
