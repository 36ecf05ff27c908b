import { createHash } from 'node:crypto'
import { assertNone, Denial, type Blocker } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import type { Sql } from '#platform/db/database.ts'
import { record } from '#platform/journal/journal.ts'
import { contentBlockers, emptyContent, itemBlockers } from './domain/programme-content.ts'
import { isWritable, programmeState } from './domain/programme-state.ts'
import { contentOf, soundItems, type ProgrammeFile } from './draft-programme.ts'
import { assertNotExamined, chainOf, editorsOf, getProgrammeVersion, lockVersion, type ProgrammeVersion } from './programmes.ts'
import { selectNewestVersionId, lockProgrammeOfApplication } from './store/application-store.ts'
import { insertItems, selectItemsWithKeys, type Item } from './store/item-store.ts'
import * as store from './store/programme-store.ts'

/** The programme of one qualification that an application names. It is the application's, or with `applicationId` null the centre's own. */
export interface ApplicationKey {
  organisationId: Uuid
  applicationId: Uuid | null
  /** Whose staff writes it: the applicant's, or the chamber's that enters the application. */
  keptBy: Uuid
  professionCode: string
  level: number
}
export type ProgrammeWanted = Pick<ApplicationKey, 'organisationId' | 'applicationId' | 'professionCode' | 'level'>

/** Opens a draft for an application: empty, from a file, or after the version handed in before. The caller has locked the case and asked its policy. */
export async function draftForApplication(t: Tx, key: ApplicationKey, file?: ProgrammeFile): Promise<Uuid> {
  await assertNotExamined(t, key)
  const base = { id: t.newId(), professionCode: key.professionCode, level: key.level, createdAt: t.now }
  const programmeId = key.applicationId === null
    ? await store.lockProgramme(t.sql, { ...base, centreId: key.organisationId })
    : await lockProgrammeOfApplication(t.sql, { ...base, organisationId: key.organisationId, applicationId: key.applicationId, keptBy: key.keptBy })
  const versions = await store.selectVersions(t.sql, programmeId)
  if (versions.some((version) => ['draft', 'returned', 'submitted'].includes(programmeState(version)))) throw new Denial('programme.draft-open')
  const last = versions.find((version) => !version.retiredAt)
  const content = file ? contentOf(file) : (last?.content ?? emptyContent())
  const items = file ? file.items : last ? await soundItems(t, last.id) : []
  if (file) assertNone('programme.not-whole', file.items.flatMap((item) => itemBlockers(item, content.topics)))
  const id = t.newId()
  await store.insertVersion(t.sql, { id, programmeId, versionNo: (versions[0]?.versionNo ?? 0) + 1, content, authorId: accountOf(t.actor)! as Uuid, createdAt: t.now })
  if (items.length > 0) await insertItems(t.sql, id, items.map((item) => ({ ...item, id: t.newId() })))
  const copied = file ? undefined : last
  await record(t, chainOf(id), 'programme-drafted', { programmeId, applicationId: key.applicationId, copiedFrom: copied?.id ?? null, items: items.length, ...(copied ? { editors: await editorsOf(t.sql, copied.id) } : {}) })
  return id
}

/** The version that an application would hand in today: an approved one of the centre's own, else the newest that is not dropped. */
export async function findForApplication(sql: Sql, key: ProgrammeWanted): Promise<Uuid | undefined> {
  const approved = key.applicationId === null ? await store.selectApproved(sql, { ...key, centreId: key.organisationId }) : undefined
  return approved?.id ?? selectNewestVersionId(sql, key)
}

export interface ProgrammeStanding {
  version: ProgrammeVersion
  items: number
  /** Why no exam could be held by it. */
  blockers: Blocker[]
  /** Fingerprint of content, questions and keys: SHA-256 in hexadecimal. */
  digest: string
}
/** A version as an application needs to know it: whole or not, and its fingerprint. */
export async function standingOf(sql: Sql, versionId: string): Promise<ProgrammeStanding> {
  const version = await getProgrammeVersion(sql, versionId)
  const items = await selectItemsWithKeys(sql, version.id)
  const said = items.map(({ code, topic, kind, stem, options, correct }) => ({ code, topic, kind, stem, options, correct }))
  return { version, items: items.length, blockers: contentBlockers(version.content, items), digest: createHash('sha256').update(JSON.stringify(inOrder({ content: version.content, items: said }))).digest('hex') }
}

/** Freezes the version for the case; an approved or handed-in one is frozen already. Answers its standing. */
export async function handIn(t: Tx, versionId: string, applicationId: string): Promise<ProgrammeStanding> {
  const before = await lockVersion(t, versionId)
  const standing = await standingOf(t.sql, before.id)
  assertNone('programme.not-whole', standing.blockers)
  if (isWritable(before) || before.state === 'submitted') {
    await store.markHandedIn(t.sql, before.id, t.now)
    await record(t, chainOf(before.id), 'programme-handed-in', { applicationId, digest: standing.digest })
  }
  return standing
}

/** Gives the centre a draft of its own after the version of the case, which stays as it was reviewed. A second person of the centre still has to approve it. */
export async function giveToCentre(t: Tx, versionId: string): Promise<Uuid | undefined> {
  const source = await getProgrammeVersion(t.sql, versionId)
  if (source.state !== 'handed-in') return undefined
  const { centreId, professionCode, level, content } = source
  const programmeId = await store.lockProgramme(t.sql, { id: t.newId(), centreId, professionCode, level, createdAt: t.now })
  const versions = await store.selectVersions(t.sql, programmeId)
  // The centre is at a newer one already.
  if (versions.some((version) => ['draft', 'returned', 'submitted'].includes(programmeState(version)))) return undefined
  const id = t.newId()
  const items = await soundItems(t, source.id)
  await store.insertVersion(t.sql, { id, programmeId, versionNo: (versions[0]?.versionNo ?? 0) + 1, content, authorId: source.authorId, createdAt: t.now })
  if (items.length > 0) await insertItems(t.sql, id, items.map((item) => ({ ...item, id: t.newId() })))
  await record(t, chainOf(id), 'programme-taken-over', { programmeId, copiedFrom: source.id, items: items.length, editors: await editorsOf(t.sql, source.id) })
  return id
}

/** The version with its questions and never their keys, for whoever reviews it; nobody reads the questions of an exam he is to take himself. The caller has asked its own policy. */
export async function readForReview(t: Tx, versionId: string): Promise<ProgrammeStanding & { questions: Item[] }> {
  const standing = await standingOf(t.sql, versionId)
  await assertNotExamined(t, standing.version)
  return { ...standing, questions: (await selectItemsWithKeys(t.sql, standing.version.id)).map(({ correct: _, ...item }) => item) }
}

/** The same value with its keys in order, so that a fingerprint does not depend on how the database keeps them. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, inOrder(each)]))
}
