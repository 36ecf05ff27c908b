import { deny, Denial } from '#kernel/denial.ts'
import { parseUuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { record } from '#platform/journal/journal.ts'
import * as centres from '#modules/centres/index.ts'
import * as people from '#modules/people/index.ts'
import * as uploads from '#modules/uploads/index.ts'
import { lockCentreFile, selectCheck, selectFinding, selectOrder, selectReport, touchCentreFile } from './store/monitoring-store.ts'
import { insertPaper, type MonitoringPaper } from './store/paper-store.ts'

/** The chain of a centre's monitoring in the journal. */
export const chainOfMonitoring = (centreId: string): string => `monitoring:${centreId}`

/** The centre of this id; refuses with 404 what is none. */
export async function centreOf(t: Tx, centreId: string): Promise<centres.Centre> {
  return centres.getCentre(t.sql, parseUuid(centreId) ?? none())
}
const none = (): never => { throw new Denial('not-found') }
const found = <Row>(row: Row | undefined): Row => row ?? none()

export const checkOf = async (t: Tx, id: string) => found(parseUuid(id) && (await selectCheck(t.sql, id)))
export const findingOf = async (t: Tx, id: string) => found(parseUuid(id) && (await selectFinding(t.sql, id)))
export const reportOf = async (t: Tx, id: string) => found(parseUuid(id) && (await selectReport(t.sql, id)))
export const orderOf = async (t: Tx, id: string) => found(parseUuid(id) && (await selectOrder(t.sql, id)))

/** Locks the file of the centre and tells the second of two people that the first was quicker. */
export async function lockFile(t: Tx, centreId: string, version?: number): Promise<void> {
  const locked = await lockCentreFile(t.sql, centreId)
  if (version !== undefined && locked.version !== version) deny('monitoring.changed-meanwhile')
  await touchCentreFile(t.sql, centreId)
}
/** Writes the timeline of the centre's monitoring; the file must be locked. */
export async function recordMonitoring(t: Tx, centreId: string, kind: string, payload: Record<string, unknown> = {}): Promise<void> {
  await record(t, chainOfMonitoring(centreId), kind, payload)
}

/** Who may hold a check: the people of the accrediting body and its surveyors. */
export async function inspectorsOf(t: Tx): Promise<Omit<people.Holder, 'roles'>[]> {
  const all = new Map<string, Omit<people.Holder, 'roles'>>()
  for (const role of ['accreditor', 'surveyor'] as const) for (const each of await people.listHoldersOfRole(t.sql, role, t.today)) all.set(each.accountId, each)
  return [...all.values()]
}

export async function keepPapers(t: Tx, place: Pick<MonitoringPaper, 'centreId' | 'reportId' | 'answerId'>, papers: readonly uploads.ExaminedFile[]): Promise<void> {
  for (const paper of papers) await insertPaper(t.sql, { ...place, id: t.newId(), ...uploads.fileRowOf(t, paper) })
}
