import { parseMoment, type Moment } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { keepAttachment, type ExaminedFile } from '#modules/uploads/index.ts'
import { findNotifiedSitting, getOpenAttempt, type Attempt } from '../attempts.ts'
import { findSitting, getProgrammeVersion } from '../neighbours.ts'
import { policy } from '../policy.ts'
import { selectAttempt } from '../store/attempt-store.ts'
import { assessorsNow } from './domain/set-aside.ts'
import { arrivalBlockers, writtenWhen, type Arrival, type TabletWord } from './domain/tablet.ts'
import { evidenceLimits } from './evidence-limits.ts'
import { stopRun } from './practice.ts'
import { selectPracticeOfSitting, upsertMark, type PracticeRun } from './store/practice-store.ts'
import { selectSetAside } from './store/set-aside-store.ts'
import { insertMarkEntry, selectMarkEntries, selectSheets, type MarkEntry } from './store/sheet-store.ts'

interface Numbered {
  /** The number this device gave it: one after another within one sheet, without a hole. */
  seq: number
  /** By the clock of the device. */
  writtenAt: string
}
export type SentWord = Exclude<TabletWord, { kind: 'photo' | 'video' }> & Numbered
/** `refused` is kept with its reason and does not count; `taken` is a number that means something else here, `gap` one that came too early; `waiting` stays on the device until the candidate is admitted. */
export type WordOutcome = 'saved' | 'repeated' | 'refused' | 'taken' | 'gap' | 'waiting'
export interface Delivered {
  /** The last number kept of this device on this sheet. */
  lastSeq: number
  outcomes: { seq: number; outcome: WordOutcome; code?: string; data?: Readonly<Record<string, unknown>> }[]
}

/**
 * Takes what an assessor wrote on his tablet about one candidate of a sitting, in the order of the device's own numbers, whether the line was there or came back hours later.
 * A number that is known is answered as repeated; what does not count any more is kept with its reason, and the numbers go on.
 */
export async function deliverWords(ctx: Ctx, input: Delivery & { words: readonly SentWord[] }): Promise<Delivered> {
  return takeDelivery(ctx, input)
}

export interface Delivery {
  sittingId: string
  number: string
  device: string
  /** When it is sent, by the clock of the device. */
  sentAt: string
  words: readonly (SentWord | SentPhotoWord)[]
}

export async function takeDelivery(ctx: Ctx, input: Delivery): Promise<Delivered> {
  return tx(ctx, 'practice.mark', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    const run = await selectPracticeOfSitting(t.sql, kase.id, input.sittingId, { lock: true })
    assertMay(t, policy, 'practice.mark', { ...kase, assessorIds: await whoDelivers(t, kase, input.sittingId, run?.id) })
    if (run) return takeWords(t, { kase, run, attempt: (await selectAttempt(t.sql, run.attemptId))! }, input)
    // What was written about somebody of this sitting who is not admitted yet stays on the device; a day that fell through is no place for marks.
    const notified = await findNotifiedSitting(t, (await getOpenAttempt(t, kase)).id, 'practice')
    if (notified?.id !== input.sittingId) throw new Denial('practice.not-of-sitting')
    return { lastSeq: 0, outcomes: input.words.map(({ seq }) => ({ seq, outcome: 'waiting' })) }
  })
}

/** Who may deliver words on a sheet: who marks now, and whoever was set aside, so that what he had written is kept. */
export async function whoDelivers(t: Tx, kase: casework.CaseFile, sittingId: string, runId: string | undefined): Promise<string[]> {
  const sitting = await findSitting(t.sql, sittingId)
  const gone = runId ? await selectSetAside(t.sql, runId) : []
  return [...assessorsNow(sitting?.centreId === kase.centreId ? sitting.assessorIds : [], gone), ...gone.map((each) => each.assessorId)]
}

/** A photo or a video as it comes in: what the intake made of its bytes, or the fault. */
export interface SentPhotoWord extends Numbered {
  kind: 'photo' | 'video'
  step: number
  note: string
  fault: string | null
  file: ExaminedFile | undefined
}

interface Sheet {
  kase: casework.CaseFile
  attempt: Attempt
  run: PracticeRun
}

/** The same within the act that also keeps a photo or a video; the caller has locked the case and asked the policy. */
async function takeWords(t: Tx, { kase, attempt, run }: Sheet, { device, sentAt, words }: Delivery): Promise<Delivered> {
  const me = accountOf(t.actor)!
  const log = await selectMarkEntries(t.sql, run.id, me)
  const own = log.filter((entry) => entry.device === device)
  const known = new Map(own.map((entry) => [entry.seq, entry]))
  const delivered: Delivered = { lastSeq: Math.max(0, ...known.keys()), outcomes: [] }
  const { content } = await getProgrammeVersion(t.sql, attempt.programmeVersionId)
  const standing = new Map<number, NonNullable<Arrival['standing']>>()
  for (const entry of log) {
    const before = standing.get(entry.stepNo)
    if (entry.kind === 'mark' && entry.refused === null && (!before || before.writtenAt <= entry.writtenAt)) standing.set(entry.stepNo, entry)
  }
  const sheetAccepted = (await selectSheets(t.sql, run.id)).some((sheet) => sheet.assessorId === me)
  const setAside = (await selectSetAside(t.sql, run.id)).some((each) => each.assessorId === me)
  let notBefore: Moment = own.reduce((latest, entry) => (entry.writtenAt > latest ? entry.writtenAt : latest), run.startedAt)
  let endKind = run.endKind
  const limits = await evidenceLimits(t, kase)
  for (const word of [...words].sort((a, b) => a.seq - b.seq)) {
    const before = known.get(word.seq)
    if (before) {
      delivered.outcomes.push({ seq: word.seq, ...(!isSame(before, word) ? { outcome: 'taken' } : before.refused ? { outcome: 'refused', code: before.refused, data: { step: before.stepNo } } : { outcome: 'repeated' }) })
      continue
    }
    if (word.seq !== delivered.lastSeq + 1) {
      delivered.outcomes.push({ seq: word.seq, outcome: 'gap' })
      continue
    }
    // Admitted between the look and the act: its bytes were not examined, so it comes again.
    if ('fault' in word && !word.file && !word.fault) {
      delivered.outcomes.push({ seq: word.seq, outcome: 'waiting' })
      continue
    }
    const writtenAt = writtenWhen({ writtenAt: parseMoment(word.writtenAt), sentAt: parseMoment(sentAt) }, { notBefore, now: t.now })
    const refused = arrivalBlockers(word, device, writtenAt, { steps: content.map.steps, endKind, sheetAccepted, setAside, standing: standing.get(word.step), limits, alike: log.filter((each) => each.photoId !== null && each.kind === word.kind && each.stepNo === word.step).length })[0]
    const entry: MarkEntry = { device, seq: word.seq, ...columnsOf(word), refused: refused?.code ?? null, ...(await photoOf(t, kase, word, refused !== undefined)), writtenAt, receivedAt: t.now }
    await insertMarkEntry(t.sql, run.id, me, entry)
    known.set(word.seq, entry)
    notBefore = writtenAt
    delivered.lastSeq = word.seq
    delivered.outcomes.push(refused ? { seq: word.seq, outcome: 'refused', code: refused.code, ...(refused.data ? { data: refused.data } : {}) } : { seq: word.seq, outcome: 'saved' })
    if (refused) continue
    log.push(entry)
    if (word.kind === 'stop') {
      await stopRun(t, { kase, attempt, run }, word.step, word.ground)
      endKind = 'safety'
      continue
    }
    if ('fault' in word) {
      await casework.record(t, kase.id, `operation-${word.kind}-kept`, { attemptId: attempt.id, runId: run.id, step: word.step, sha256: entry.photoSha256 })
      continue
    }
    standing.set(word.step, entry)
    await upsertMark(t.sql, run.id, { stepNo: word.step, assessorId: me, done: word.done, note: word.note, markedAt: writtenAt, measuredSeconds: word.seconds })
    await casework.record(t, kase.id, 'step-marked', { attemptId: attempt.id, runId: run.id, step: word.step, done: word.done })
  }
  return delivered
}

async function photoOf(t: Tx, kase: casework.CaseFile, word: Delivery['words'][number], refused: boolean): Promise<Pick<MarkEntry, 'photoId' | 'photoSha256'>> {
  if (!('fault' in word) || refused) return { photoId: null, photoSha256: null }
  const kept = await keepAttachment(t, { caseId: kase.id }, `operation-${word.kind}`, word.file!)
  return { photoId: kept.id, photoSha256: Buffer.from(word.file!.cleanedSha256).toString('hex') }
}

function columnsOf(word: TabletWord): Pick<MarkEntry, 'kind' | 'stepNo' | 'done' | 'note' | 'measuredSeconds'> {
  if ('fault' in word) return { kind: word.kind, stepNo: word.step, done: false, note: word.note, measuredSeconds: null }
  return word.kind === 'stop' ? { kind: 'stop', stepNo: word.step, done: false, note: word.ground, measuredSeconds: null } : { kind: 'mark', stepNo: word.step, done: word.done, note: word.note, measuredSeconds: word.seconds }
}
function isSame(before: MarkEntry, word: TabletWord): boolean {
  return Object.entries(columnsOf(word)).every(([name, value]) => before[name as keyof MarkEntry] === value)
}
