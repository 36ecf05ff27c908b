import type { Tx } from '#platform/acts/ctx.ts'
import * as people from '#modules/people/index.ts'
import type { AccreditationCase } from '../store/case-store.ts'
import { recordPotential } from './potential-centres.ts'
import { lockPotentialCentreOfBin, lockPotentialCentreOfCase, updatePotentialCentre, type PotentialCentre } from './store/potential-store.ts'

/** Ties a case to the organisation of the pipeline with the same BIN; part of the act that opens the case, whoever does it. */
export async function linkPotentialCentre(t: Tx, kase: Pick<AccreditationCase, 'id' | 'organisationId'>): Promise<void> {
  const { bin } = await people.getOrganisation(t.sql, kase.organisationId)
  const row = bin === null ? undefined : await lockPotentialCentreOfBin(t.sql, bin)
  if (row) await tieTo(t, row, kase.id, false)
}

/** An open case that somebody sees: the papers are being prepared; a submitted one: the organisation has applied. */
export async function tieTo(t: Tx, row: PotentialCentre, caseId: PotentialCentre['caseId'], submitted: boolean): Promise<PotentialCentre> {
  const tied: PotentialCentre = { ...row, caseId, state: submitted ? 'applied' : 'preparing-papers', droppedReason: '', movedAt: t.now }
  await updatePotentialCentre(t.sql, tied)
  await recordPotential(t, row.id, submitted ? 'potential-centre-applied' : 'potential-centre-case-linked', { caseId })
  return { ...tied, version: row.version + 1 }
}

/** The application went in: the organisation has applied. */
export async function markApplied(t: Tx, caseId: string): Promise<void> {
  const row = await lockPotentialCentreOfCase(t.sql, caseId)
  if (row && row.state !== 'applied') await tieTo(t, row, row.caseId, true)
}
