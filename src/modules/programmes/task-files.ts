import { assertNone, Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import { normNumberOr } from '#kernel/norms.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import { examineFile, fileRowOf, type SentFile } from '#modules/uploads/index.ts'
import { taskFileBlockers, type TaskFile, type TaskFileLimits } from './domain/practice-modes.ts'
import { policy } from './policy.ts'
import { assertDraft, assertNotExamined, chainOf, getProgrammeVersion, lockVersion, type ProgrammeVersion } from './programmes.ts'
import { updateContent } from './store/programme-store.ts'
import { dropUnnamedTaskFile, insertTaskFile, selectTaskFileKey } from './store/task-file-store.ts'

/** Where an edition of the norms does not say [D]. */
const MOST = 5
const MEGABYTES = 5

interface DraftSeen {
  versionId: string
  revision: number
}

/** Joins a file to the task of a draft; it is approved with the edition and never changed after. Only what the platform takes in at all: PDF, JPEG, PNG. */
export async function addTaskFile(ctx: Ctx, input: DraftSeen & { file: SentFile | undefined }): Promise<Uuid> {
  await read(ctx, 'programme.write', async (t) => assertMay(t, policy, 'programme.write', await getProgrammeVersion(t.sql, input.versionId)))
  if (!input.file) throw new Denial('programme.file-missing', { data: { field: 'file' } })
  const file = await examineFile(ctx, input.file)
  return tx(ctx, 'programme.write', async (t) => {
    const version = await lockWritable(t, input)
    const taskFile: TaskFile = { id: t.newId(), name: file.name, size: file.size, sha256: Buffer.from(file.cleanedSha256).toString('hex'), mediaType: file.mediaType }
    assertNone('programme.task-file-wrong', taskFileBlockers(taskFile, filesOf(version), await taskFileLimits(t)))
    await insertTaskFile(t.sql, { id: taskFile.id, ...fileRowOf(t, file), sha256: file.cleanedSha256 })
    await writeFiles(t, version, [...filesOf(version), taskFile], { part: 'task-file-added', fileId: taskFile.id, sha256: taskFile.sha256 })
    return taskFile.id
  })
}

/** Takes a file out of the task of a draft; editions that name it keep it. */
export async function removeTaskFile(ctx: Ctx, input: DraftSeen & { fileId: string }): Promise<void> {
  await tx(ctx, 'programme.write', async (t) => {
    const version = await lockWritable(t, input)
    const gone = fileIn(version, input.fileId)
    await writeFiles(t, version, filesOf(version).filter((each) => each.id !== gone.id), { part: 'task-file-removed', fileId: gone.id })
    await dropUnnamedTaskFile(t.sql, gone.id)
  })
}

/** A file of the task for those who write, approve or examine by the programme: whoever may read its keys. */
export async function readTaskFile(ctx: Ctx, input: { versionId: string; fileId: string }): Promise<{ file: TaskFile; bytes: Uint8Array }> {
  const found = await read(ctx, 'programme.read-key', async (t) => {
    const version = await getProgrammeVersion(t.sql, input.versionId)
    assertMay(t, policy, 'programme.read-key', version)
    await assertNotExamined(t, version)
    return openTaskFile(t, version.id, input.fileId)
  })
  return { file: found.file, bytes: await ctx.files.get(found.fileKey) }
}

/** A file that an edition names, and the key of its bytes in the store of files; the caller has asked its own policy. */
export async function openTaskFile(t: Pick<Tx, 'sql'>, versionId: string, fileId: string): Promise<{ file: TaskFile; fileKey: string }> {
  const file = fileIn(await getProgrammeVersion(t.sql, versionId), fileId)
  const fileKey = await selectTaskFileKey(t.sql, file.id)
  if (fileKey === undefined) throw new Denial('not-found')
  return { file, fileKey }
}

/** How many files a task may have and how large each may be, by the norms in force, for a programme belongs to no case [D]. */
async function taskFileLimits(t: Pick<Tx, 'sql' | 'law' | 'today'>): Promise<TaskFileLimits> {
  const norms = await t.law.normsInForce(t.sql, t.today)
  return { most: normNumberOr(norms, 'programme.taskFilesMost', MOST), megabytes: normNumberOr(norms, 'programme.taskFileMegabytes', MEGABYTES) }
}

/** The same for whoever writes this version. */
export async function readTaskFileLimits(ctx: Ctx, versionId: string): Promise<TaskFileLimits> {
  return read(ctx, 'programme.write', async (t) => {
    assertMay(t, policy, 'programme.write', await getProgrammeVersion(t.sql, versionId))
    return taskFileLimits(t)
  })
}

async function lockWritable(t: Tx, seen: DraftSeen): Promise<ProgrammeVersion> {
  const version = await lockVersion(t, seen.versionId)
  assertMay(t, policy, 'programme.write', version)
  await assertNotExamined(t, version)
  assertDraft(version, seen.revision)
  return version
}

async function writeFiles(t: Tx, version: ProgrammeVersion, files: TaskFile[], said: Record<string, string>): Promise<void> {
  const { files: _, ...map } = version.content.map
  await updateContent(t.sql, version.id, { ...version.content, map: files.length > 0 ? { ...map, files } : map })
  await record(t, chainOf(version.id), 'programme-changed', said)
}

const filesOf = (version: ProgrammeVersion): readonly TaskFile[] => version.content.map.files ?? []

function fileIn(version: ProgrammeVersion, fileId: string): TaskFile {
  const file = parseUuid(fileId) && filesOf(version).find((each) => each.id === fileId)
  if (!file) throw new Denial('not-found')
  return file
}
