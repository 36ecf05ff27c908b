import { deny, Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { record } from '#platform/journal/journal.ts'
import * as people from '#modules/people/index.ts'
import { lockPotentialCentre, type PotentialCentre } from './store/potential-store.ts'

/** The chain of one organisation of the pipeline in the journal. */
export const chainOfPotential = (id: string): string => `potential-centre:${id}`

/** Writes what happened; the row must be locked or just made. */
export async function recordPotential(t: Tx, id: string, kind: string, payload: Record<string, unknown> = {}): Promise<void> {
  await record(t, chainOfPotential(id), kind, payload)
}

/** Locks the row and tells the second of two people that the first was quicker. */
export async function lockUnchanged(t: Tx, id: string, version: number): Promise<PotentialCentre> {
  const row = parseUuid(id) && (await lockPotentialCentre(t.sql, id))
  if (!row) throw new Denial('not-found')
  if (row.version !== version) deny('potential-centre.changed-meanwhile')
  return row
}

export interface Colleague {
  accountId: Uuid
  surname: string
  givenName: string
  patronymic: string | null
}
/** Who may see to a next step: the people of the accrediting body and of the ministry. */
export async function colleaguesOf(t: Tx): Promise<Colleague[]> {
  const found = new Map<string, Colleague>()
  for (const role of ['accreditor', 'ministry'] as const) for (const each of await people.listHoldersOfRole(t.sql, role, t.today)) found.set(each.accountId, each)
  return [...found.values()]
}
