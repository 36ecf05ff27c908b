import { createHash, randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { momentAt, type Day } from '#kernel/day.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import { newUuid } from '#platform/acts/ctx.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import * as exams from '#modules/exams/index.ts'
import * as proctoring from '#modules/proctoring/index.ts'
import { anExamCase, answerRightly, type ExamCase } from './exam-case.ts'
import type { TestWorld } from './world.ts'

export interface OnlineExamCase extends ExamCase {
  proctor: PersonActor
  /** A person of the centre who took no part. */
  head: PersonActor
  device: string
  /** Called to his day, and briefed on its morning at 9:40. */
  called(): Promise<void>
  /** Consented, with the pictures of the check; `asBefore` as a watch of the time when it had the id of its attempt. */
  checked(how?: { asBefore?: boolean }): Promise<void>
  /** Admitted at 9:50 and writing since ten; answers the run. */
  watched(): Promise<string>
  /** A sitting on line of this case; the proctor is his. */
  onLine(stage: Stage, on: string, from: string, to: string): Promise<string>
  /** Consented to the watch of a stage, with the pictures of its check. */
  agree(stage: Stage): Promise<void>
  /** The proctor asks for a closed moment, the candidate shows his face, and it is looked at. */
  lookedClosed(stage?: Stage): Promise<void>
  /** Theory passed by eleven, and the practice on line consented to, with its pictures, at half past twelve; of a theory that is being written already by its run. */
  practiceChecked(runId?: string): Promise<void>
  /** Admitted at 12:50 and working since one; of a theory that is being written already by its run. */
  working(runId?: string): Promise<void>
  chunk(number: number, change?: Partial<proctoring.SentChunk>): Promise<'stored' | 'again'>
  signals(list: Partial<proctoring.SentSignal>[], change?: { device?: string; sentAt?: number; stage?: Stage }): Promise<proctoring.TakenSignals>
  sql<T>(text: string, values?: unknown[]): Promise<T[]>
}

export const CHUNK_HEAD = Buffer.from([0x1a, 0x45, 0xdf, 0xa3])
export const aPicture = () => sharp({ create: { width: 64, height: 48, channels: 3, background: { r: 90, g: 120, b: 150 } } }).jpeg().toBuffer()
export const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** A case whose theory is held on line on Thursday 26 March 2026 at ten, and its practice, where it is among the stages, at one; `condition` is an accommodation that was granted; `noReference` a candidate who has given no photograph of himself before. */
export async function anOnlineExam(world: TestWorld, options: { condition?: string; stages?: string[]; noReference?: boolean } = {}): Promise<OnlineExamCase> {
  const exam = await anExamCase(world, { questions: 10, stages: options.stages ?? ['theory'], bothOnLine: options.stages?.includes('practice') ?? false })
  const proctor = await world.aStaffMember(exam.centre.id, ['proctor'])
  const head = await world.aStaffMember(exam.centre.id, ['centre-head'])
  const sql = <T>(text: string, values: unknown[] = []) => tx(world.system(), 'case.read', async (t) => {
    assertMay(t, casework.policy, 'case.read', { centreId: exam.centre.id, accountId: null })
    return t.sql.many<T>(text, values)
  })
  await sql(
    `insert into application (case_id, channel, submitted_at, received_on, language, exam_language, way_learnt, initiative, funding, surname, given_name, birth_on, citizenship, phone, address, consent_version, exam_mode)
     values ($1, 'online', now(), '2026-03-02', 'kk', 'kk', 'informal', 'candidate', 'own', 'А', 'Б', '1990-05-17', 'KZ', '1', '1', '1', 'online')`, [exam.caseId])
  if (options.condition) await sql("insert into accommodation (id, case_id, kind, answer, answered_by, answered_at) values (gen_random_uuid(), $1, $2, 'granted', $3, now())", [exam.caseId, options.condition, exam.clerk.accountId])
  const device = randomUUID()
  const sitting = async (stage: Stage, on: Day, from: string, to: string) => {
    const id = newUuid(world.clock.now())
    await world.db.run(
      `insert into sitting (id, centre_id, stage, profession_code, level, mode, proctor_id, place_kk, place_ru, on_day, starts_at, ends_at, seats, created_by, created_at)
       values ($1, $2, $3, $4, 4, 'online', $5, 'онлайн', 'онлайн', $6, $7, $8, 12, $9, $10)`,
      [id, exam.centre.id, stage, exam.professionCode, proctor.accountId, on, momentAt(on, from), momentAt(on, to), exam.clerk.accountId, world.clock.now()])
    if (stage === 'practice') await world.db.run('insert into sitting_assessor (sitting_id, account_id) values ($1, $2)', [id, exam.assessor.accountId])
    return id
  }
  if (!options.noReference) await proctoring.showReference(world.as(exam.candidate), await aPicture())
  const closed = options.condition === 'covered-face'
  const agree = async (stage: Stage, asBefore = false) => {
    await proctoring.giveConsent(world.as(exam.candidate), { number: exam.number, stage, version: proctoring.WATCH_CONSENT_VERSION, recording: true, rules: true })
    if (asBefore) await sql('update proctoring_session set id = attempt_id where case_id = $1', [exam.caseId])
    for (const kind of closed ? ['room-1'] : ['face', 'document', 'room-1']) await proctoring.keepPicture(world.as(exam.candidate), { number: exam.number, stage, kind, bytes: await aPicture() })
  }
  const self: OnlineExamCase = {
    ...exam, proctor, head, device, sql, agree, onLine: (stage, on, from, to) => sitting(stage, on as Day, from, to),
    async called() {
      world.at('2026-03-05 11:00')
      const on = '2026-03-26' as Day
      const theory = await sitting('theory', on, '10:00', '12:00')
      const practice = options.stages?.includes('practice') ? await sitting('practice', on, '13:00', '16:00') : undefined
      await exams.sendNotification(world.as(exam.clerk), { number: exam.number, version: await exam.version(), sittings: { theory, ...(practice ? { practice } : {}) } })
      world.at('2026-03-26 09:40')
      await exams.holdBriefing(world.as(exam.invigilator), { number: exam.number, kinds: ['familiarisation', 'briefing'] })
      await exams.confirmBriefing(world.as(exam.candidate), { number: exam.number, kinds: ['familiarisation', 'briefing'] })
    },
    async checked({ asBefore = false } = {}) {
      await self.called()
      await agree('theory', asBefore)
    },
    async watched() {
      await self.checked()
      world.at('2026-03-26 09:50')
      if (closed) await self.lookedClosed()
      await proctoring.admitCandidate(world.as(proctor), { number: exam.number, faceIsHis: true, roomIsEmpty: true })
      world.at('2026-03-26 10:00')
      await exams.startTheory(world.as(exam.candidate), { number: exam.number })
      return (await exams.readExamRoom(world.as(exam.candidate), { number: exam.number })).runId!
    },
    async lookedClosed(stage) {
      const of = { number: exam.number, stage }
      await proctoring.askClosedMoment(world.as(proctor), { ...of, alone: true })
      await proctoring.showInClosedMoment(world.as(exam.candidate), { ...of, kind: 'face', bytes: await aPicture() })
      await proctoring.lookInClosedMoment(world.as(proctor), { ...of, kind: 'face' })
    },
    async practiceChecked(runId) {
      await answerRightly(exam, runId ?? (await self.watched()), 10)
      world.at('2026-03-26 11:00')
      await exams.handInTheory(world.as(exam.candidate), { number: exam.number })
      world.at('2026-03-26 12:35')
      await agree('practice')
    },
    async working(runId) {
      await self.practiceChecked(runId)
      world.at('2026-03-26 12:50')
      if (closed) await self.lookedClosed('practice')
      await proctoring.admitCandidate(world.as(proctor), { number: exam.number, stage: 'practice', faceIsHis: true, roomIsEmpty: true })
      world.at('2026-03-26 13:00')
      await proctoring.beginPractice(world.as(exam.candidate), { number: exam.number })
    },
    chunk(number, change = {}) {
      const bytes = change.bytes ?? Buffer.concat([number === 0 ? CHUNK_HEAD : Buffer.alloc(0), Buffer.from(`piece ${number}`)])
      return proctoring.keepChunk(world.as(exam.candidate), { number: exam.number, track: 'camera', chunk: number, bytes, mediaType: 'video/webm', sha256: hashOf(bytes), clientFrom: Date.parse(world.clock.now()), ms: 4000, ...change })
    },
    signals(list, { device: from = device, sentAt = Date.parse(world.clock.now()), stage } = {}) {
      const now = Date.parse(world.clock.now())
      return proctoring.takeSignals(world.as(exam.candidate), {
        number: exam.number, stage, device: from, sentAt, signals: list.map((each, place) => ({ seq: place + 1, kind: 'no-face', from: now - 10_000, to: now, peak: 1, detail: {}, ...each })),
      })
    },
  }
  return self
}
