import { Denial, type Blocker } from '#kernel/denial.ts'
import { parseUuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { entriesOf } from '#platform/journal/journal.ts'
import * as professions from '#modules/professions/index.ts'
import { headBlockers, isWritable } from './domain/basis-state.ts'
import { requirementsBlockers, standardBlockers, type RequirementsContent, type StandardContent } from './domain/standard.ts'
import * as store from './store/basis-store.ts'
import type { BasisVersion, VersionHead } from './store/basis-store.ts'

export const chainOf = (versionId: string): string => `basis-version:${versionId}`
const WRITING_KINDS: readonly string[] = ['basis-drafted', 'basis-changed', 'basis-document-taken']

/** What the rules of access need to know of a document. */
export async function factsOf(t: Tx, version: Pick<VersionHead, 'bodyCode' | 'authorId'>): Promise<{ organisationId: string | undefined; authorId: string | null }> {
  return { organisationId: await professions.findOrganisationOfBody(t.sql, version.bodyCode), authorId: version.authorId }
}

export async function getVersion(t: Tx, id: string): Promise<BasisVersion> {
  const found = parseUuid(id) && (await store.selectVersion(t.sql, id))
  if (!found || found.droppedAt !== null) throw new Denial('not-found')
  return found
}
/** A version locked for writing. */
export async function lockVersion(t: Tx, id: string): Promise<BasisVersion> {
  const found = parseUuid(id) && (await store.lockVersion(t.sql, id))
  if (!found || found.droppedAt !== null) throw new Denial('not-found')
  return found
}

/** Refuses somebody who did not see it as it is now. */
export function assertSeen(version: VersionHead, revision: number): void {
  if (version.revision !== revision) throw new Denial('standards.changed-meanwhile')
}
export function assertDraft(version: VersionHead, revision: number): void {
  if (!isWritable(version)) throw new Denial('standards.not-a-draft')
  assertSeen(version, revision)
}

/** Everybody who has written in the version. */
export async function editorsOf(t: Tx, versionId: string): Promise<string[]> {
  const entries = await entriesOf(t.sql, chainOf(versionId))
  return [...new Set(entries.filter((entry) => WRITING_KINDS.includes(entry.kind)).flatMap((entry) => entry.actorId ?? []))]
}

/** The text of a standard, where the version is one and its text is held. */
export function standardOf(version: Pick<BasisVersion, 'kind' | 'content'>): StandardContent | undefined {
  return version.kind === 'standard' && version.content ? (version.content as StandardContent) : undefined
}
export function requirementsOf(version: Pick<BasisVersion, 'kind' | 'content'>): RequirementsContent | undefined {
  return version.kind === 'requirements' && version.content ? (version.content as RequirementsContent) : undefined
}

/** Everything that keeps a version from being sent for approval. */
export function versionBlockers(version: BasisVersion): Blocker[] {
  const [standard, requirements] = [standardOf(version), requirementsOf(version)]
  return [...headBlockers(version), ...(standard ? standardBlockers(standard) : requirements ? requirementsBlockers(requirements) : [{ code: 'standards.text-not-held' }])]
}
