import type { Moment } from '#kernel/day.ts'
import { normNumberOr, type NormEdition } from '#kernel/norms.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { findAttachments } from '#modules/uploads/index.ts'
import type { PlannedSitting } from '../../neighbours.ts'
import { selectOpenHalt } from '../../conduct/store/halt-store.ts'
import { selectOpenBreakdown } from '../../postponing/store/online-breakdown-store.ts'
import { assessorsNow } from '../domain/set-aside.ts'
import type { PracticeRun } from '../store/practice-store.ts'
import { selectSetAside } from '../store/set-aside-store.ts'
import { selectThird } from '../store/sheet-store.ts'
import type { WorkFileLimits, WorkTime } from './domain/work.ts'
import { selectWorkFiles } from '../store/work-store.ts'

/** Where an edition of the norms does not say [D]. */
const FILES_MOST = 10
const FILES_KEPT_MOST = 50
const MARK_WITHIN_DAYS = 1

/** A file that the candidate sent of his work at a practice on line. */
export interface WorkFile {
  id: Uuid
  /** Empty once the time of keeping is over and the file was deleted; its digest stays. */
  name: string
  mediaType: string
  /** Bytes. */
  size: number
  /** SHA-256 in hexadecimal of the copy that people get. */
  sha256: string
  receivedAt: Moment
  /** Another file of the same name took its place; it is kept. */
  replaced: boolean
  deleted: boolean
}

/** Everything that was sent into one work, in the order in which it came. */
export async function workFilesOf(t: Tx, runId: string): Promise<WorkFile[]> {
  const rows = await selectWorkFiles(t.sql, runId)
  const kept = new Map((await findAttachments(t.sql, rows.map((row) => row.id))).map((each) => [each.id as string, each]))
  return rows.map(({ id, sha256, receivedAt, replaced }) => {
    const file = kept.get(id)
    return { id, name: file?.name ?? '', mediaType: file?.mediaType ?? '', size: file?.size ?? 0, sha256, receivedAt, replaced, deleted: file === undefined }
  })
}

/** The clock of a work with the stop of its sitting, or with the failure that broke it off. */
export async function workTimeOf(t: Tx, run: PracticeRun): Promise<WorkTime> {
  if (run.workEndedAt || run.endKind) return { ...run, haltedAt: null }
  const broken = run.workMinutes === null ? undefined : await selectOpenBreakdown(t.sql, run.id)
  return { ...run, haltedAt: broken?.recordedAt ?? (await selectOpenHalt(t.sql, run.sittingId))?.haltedAt ?? null }
}

/** Who marks this practice now, the third of a dispute too. */
export async function markersOf(t: Tx, runId: string, sitting: Pick<PlannedSitting, 'assessorIds'> | undefined): Promise<string[]> {
  const third = await selectThird(t.sql, runId)
  return [...assessorsNow(sitting?.assessorIds ?? [], await selectSetAside(t.sql, runId)), ...(third ? [third.assessorId] : [])]
}

export function workLimitsOf(norms: NormEdition): WorkFileLimits {
  return { most: normNumberOr(norms, 'practice.workFilesMost', FILES_MOST), keptMost: normNumberOr(norms, 'practice.workFilesKeptMost', FILES_KEPT_MOST) }
}
/** Working days within which a practice is marked from its recording. */
export function markWithinOf(norms: NormEdition): number {
  return normNumberOr(norms, 'practice.markWithinWorkingDays', MARK_WITHIN_DAYS)
}
