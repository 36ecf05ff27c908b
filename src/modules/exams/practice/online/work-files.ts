import { assertNone, Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import { normNumber } from '#kernel/norms.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay, may } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { examineFile, findAttachment, keepAttachment, type SentFile } from '#modules/uploads/index.ts'
import { currentAttempt, findNotifiedSitting } from '../../attempts.ts'
import { findSitting, openTaskFile } from '../../neighbours.ts'
import { policy } from '../../policy.ts'
import { selectPracticeRun, selectPracticeRunsOfCase } from '../store/practice-store.ts'
import { isWorkUnderWay, replacedBy, workBlockers, workFileBlockers } from './domain/work.ts'
import { ownWork, type OwnWork } from './hand-in-work.ts'
import { insertWorkFile, selectWorkFileOfCase } from '../store/work-store.ts'
import { markersOf, workFilesOf, workLimitsOf, workTimeOf, type WorkFile } from './work-of.ts'

/**
 * Takes a file of the candidate's work in while it is under way: a file of the same name takes the place of the one before, which is kept.
 * The same file sent again is kept once. What is not taken in at all - another type, too large, no picture - is refused before anything is written.
 */
export async function keepWorkFile(ctx: Ctx, input: { number: string; file: SentFile | undefined }): Promise<{ id: Uuid }> {
  await read(ctx, 'practice.work', async (t) => assertOpen(t, await ownWork(t, input.number, { lock: false })))
  if (!input.file || input.file.bytes.length === 0) throw new Denial('practice.work-file-missing', { data: { field: 'file' } })
  const file = await examineFile(ctx, input.file)
  return tx(ctx, 'practice.work', async (t) => {
    const work = await ownWork(t, input.number, { lock: true })
    await assertOpen(t, work)
    const already = await workFilesOf(t, work.run.id)
    const sha256 = Buffer.from(file.cleanedSha256).toString('hex')
    const before = replacedBy(file.name, already)
    if (before?.sha256 === sha256) return { id: before.id as Uuid }
    assertNone('practice.work-file-not-taken', workFileBlockers(file.name, already, workLimitsOf(await casework.normsOf(t, work.kase))))
    const { id } = await keepAttachment(t, { caseId: work.kase.id }, 'practice-work', file)
    await insertWorkFile(t.sql, { id, runId: work.run.id, caseId: work.kase.id, ordinal: already.length + 1, sha256, receivedAt: t.now, replaces: (before?.id ?? null) as Uuid | null })
    await casework.record(t, work.kase.id, 'work-file-kept', { attemptId: work.attempt.id, runId: work.run.id, fileId: id, sha256, ...(before ? { replaces: before.id } : {}) })
    return { id }
  })
}

async function assertOpen(t: Tx, { kase, run }: OwnWork): Promise<void> {
  assertNone('practice.work-file-not-taken', workBlockers(await workTimeOf(t, run), t.now, normNumber(await casework.normsOf(t, kase), 'exam.graceSeconds')))
}

export interface OpenedFile {
  bytes: Uint8Array
  mediaType: string
  name: string
}

/** A file of the work: for the candidate himself, for whoever marks it, and once the practice has ended for the panel and whoever judges after it. */
export async function openWorkFile(ctx: Ctx, input: { number: string; id: string }): Promise<OpenedFile> {
  const file = await read(ctx, 'practice.work-file', async (t) => {
    const kase = await casework.getCaseByNumber(t, input.number)
    const row = parseUuid(input.id) ? await selectWorkFileOfCase(t.sql, kase.id, input.id) : undefined
    if (!row) throw new Denial('not-found')
    assertMay(t, policy, 'practice.work-file', { ...kase, ended: row.ended, assessorIds: await markersOf(t, row.runId, await findSitting(t.sql, row.sittingId)) })
    const found = await findAttachment(t.sql, row.id)
    if (!found) throw new Denial('not-found')
    return found
  })
  return { bytes: await ctx.files.get(file.fileKey), mediaType: file.mediaType, name: file.name }
}

/** A file of the task: for the candidate from the beginning of his work to its end and no longer, and not while his clock stands; for whoever marks it and, once the practice has ended, for the panel. */
export async function openTaskFileOfCase(ctx: Ctx, input: { number: string; fileId: string }): Promise<OpenedFile> {
  const found = await read(ctx, 'practice.task-file', async (t) => {
    const kase = await casework.getCaseByNumber(t, input.number)
    const attempt = await currentAttempt(t, kase.id)
    const run = attempt && (await selectPracticeRun(t.sql, attempt.id))
    if (!attempt || !run) throw new Denial('not-found')
    const sitting = await findNotifiedSitting(t, attempt.id, 'practice')
    assertMay(t, policy, 'practice.task-file', { ...kase, working: isWorkUnderWay(run) && !run.endKind && !(await workTimeOf(t, run)).haltedAt, ended: run.endKind !== null, assessorIds: await markersOf(t, run.id, sitting) })
    return openTaskFile(t, attempt.programmeVersionId, input.fileId)
  })
  return { bytes: await ctx.files.get(found.fileKey), mediaType: found.file.mediaType, name: found.file.name }
}

/** The works of the practices on line of a case, newest last; none for whoever may not see their files. */
export async function worksOfCase(t: Tx, kase: casework.CaseFile): Promise<WorkFile[]> {
  const files: WorkFile[] = []
  for (const run of await selectPracticeRunsOfCase(t.sql, kase.id)) {
    if (run.workMinutes === null) continue
    const facts = { ...kase, ended: run.endKind !== null, assessorIds: await markersOf(t, run.id, await findSitting(t.sql, run.sittingId)) }
    if (may(t.actor, policy, 'practice.work-file', facts)) files.push(...(await workFilesOf(t, run.id)))
  }
  return files
}
