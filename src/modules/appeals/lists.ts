import type { Lateness } from '#kernel/deadline-rule.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import type { AppealOutcome } from './domain/appeal.ts'
import { panelCasesOf } from './neighbours.ts'
import { policy } from './policy.ts'
import { latenessOf } from './reads.ts'
import { selectOutcomes } from './store/appeal-store.ts'
import { selectComplaints, type Complaint } from './store/complaint-store.ts'

type WithLateness<Row> = Row & { lateness: Lateness | undefined }
const late = <Row extends casework.CaseSummary>(t: Tx, row: Row): WithLateness<Row> => ({ ...row, lateness: latenessOf(t, row.nextDueOn, row.closed) })

export type OwnAppealRow = casework.CaseSummary & { voted: boolean }

/** The open appeals on whose panel the reader sits, by their terms. */
export async function listOwnAppeals(ctx: Ctx): Promise<WithLateness<OwnAppealRow>[]> {
  return read(ctx, 'appeal.list-own', async (t) => {
    assertMay(t, policy, 'appeal.list-own', undefined as never)
    return (await panelCasesOf(t, accountOf(t.actor)!, 'appeal')).filter((row) => !row.closed).map((row) => late(t, row))
  })
}

/** An appeal of a centre, named by the case that it is about. */
export type AppealRow = casework.CaseSummary & { parentNumber: string; outcome: AppealOutcome | null }

/** The appeals of a centre: the open ones by their terms, then the decided ones, the newest first. */
export async function listAppeals(ctx: Ctx, centreId: string, page: number, pageSize: number): Promise<{ rows: WithLateness<AppealRow>[]; total: number }> {
  return read(ctx, 'appeal.list', async (t) => {
    assertMay(t, policy, 'appeal.list', { centreId })
    const cases = await casework.listCasesOfKind(t.sql, { kind: 'appeal', centreId }, 'term', pageSize, (page - 1) * pageSize)
    const parents = new Map((await casework.listSummaries(t.sql, cases.flatMap((kase) => kase.parentCaseId ?? []))).map((parent) => [parent.id, parent]))
    const outcomes = new Map((await selectOutcomes(t.sql, cases.map((kase) => kase.id))).map((row) => [row.caseId, row.outcome]))
    const rows = cases.map((kase) => {
      const { number: parentNumber, level, professionKk, professionRu, professionEn } = parents.get(kase.parentCaseId!)!
      return late(t, { ...kase, parentNumber, level, professionKk, professionRu, professionEn, outcome: outcomes.get(kase.id) ?? null })
    })
    return { rows, total: (await casework.countCasesOfKind(t.sql, { kind: 'appeal', centreId })).all }
  })
}

export type ComplaintRow = casework.CaseSummary & Pick<Complaint, 'subject' | 'body' | 'answer' | 'finding' | 'measures' | 'answeredAt' | 'satisfied'>

/** Complaints of one centre, or of all that the reader may see: the open ones first, the newest first. */
async function complaintsOf(t: Tx, centreId: string | null, page: number, pageSize: number): Promise<{ rows: ComplaintRow[]; total: number; open: number }> {
  const counts = await casework.countCasesOfKind(t.sql, { kind: 'complaint', centreId })
  const cases = await casework.listCasesOfKind(t.sql, { kind: 'complaint', centreId }, 'newest', pageSize, (page - 1) * pageSize)
  const complaints = new Map((await selectComplaints(t.sql, cases.map((kase) => kase.id))).map((complaint) => [complaint.caseId, complaint]))
  const rows = cases.map((kase) => {
    const { subject, body, answer, finding, measures, answeredAt, satisfied } = complaints.get(kase.id)!
    return { ...kase, subject, body, answer, finding, measures, answeredAt, satisfied }
  })
  return { rows, total: counts.all, open: counts.open }
}

/** The complaints of a centre, open ones first. */
export async function listComplaints(ctx: Ctx, centreId: string, page: number, pageSize: number): Promise<{ rows: ComplaintRow[]; total: number; open: number }> {
  return read(ctx, 'complaint.list', async (t) => {
    assertMay(t, policy, 'complaint.list', { centreId })
    return complaintsOf(t, centreId, page, pageSize)
  })
}

/** The complaints of all centres, for the chamber, the ministry, the national body and the auditor. */
export async function listAllComplaints(ctx: Ctx, page: number, pageSize: number): Promise<{ rows: ComplaintRow[]; total: number; open: number }> {
  return read(ctx, 'complaint.list-all', async (t) => {
    assertMay(t, policy, 'complaint.list-all', undefined as never)
    return complaintsOf(t, null, page, pageSize)
  })
}
