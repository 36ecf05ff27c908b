import type { Moment } from '#kernel/day.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { AppealOutcome } from '../domain/appeal.ts'

export interface Appeal {
  caseId: Uuid
  decisionId: Uuid
  /** The appeal that was rejected before, for one of the second instance. */
  secondOf: Uuid | null
  ground: string
  /** Why it came after its term; null where it came in time. */
  lateReason: string | null
  /** Whether the panel restored the term of a late one. */
  termRestored: boolean | null
  lodgedAt: Moment
  lodgedBy: Uuid | null
  outcome: AppealOutcome | null
  againStages: Stage[] | null
  reasons: string | null
  panelId: Uuid | null
  decidedAt: Moment | null
  newDecisionId: Uuid | null
  paperId: Uuid | null
  withdrawnAt: Moment | null
}

const COLUMNS = 'case_id, decision_id, second_of, ground, late_reason, term_restored, lodged_at, lodged_by, outcome, again_stages, reasons, panel_id, decided_at, new_decision_id, paper_id, withdrawn_at'

export async function insertAppeal(sql: Sql, appeal: Pick<Appeal, 'caseId' | 'decisionId' | 'secondOf' | 'ground' | 'lateReason' | 'lodgedAt' | 'lodgedBy'>): Promise<void> {
  await sql.run('insert into appeal (case_id, decision_id, ground, lodged_at, lodged_by, late_reason, second_of) values ($1, $2, $3, $4, $5, $6, $7)',
    [appeal.caseId, appeal.decisionId, appeal.ground, appeal.lodgedAt, appeal.lodgedBy, appeal.lateReason, appeal.secondOf])
}
export async function selectAppeal(sql: Sql, caseId: string): Promise<Appeal | undefined> {
  return sql.maybe<Appeal>(`select ${COLUMNS} from appeal where case_id = $1`, [caseId])
}
/** Appeals from a decision, the newest first. */
export async function selectAppealsOfDecision(sql: Sql, decisionId: string): Promise<Appeal[]> {
  return sql.many<Appeal>(`select ${COLUMNS} from appeal where decision_id = $1 order by lodged_at desc, case_id desc`, [decisionId])
}
/** The case of the second appeal that followed this one. */
export async function selectSecondOf(sql: Sql, caseId: string): Promise<Uuid | undefined> {
  return (await sql.maybe<{ caseId: Uuid }>('select case_id from appeal where second_of = $1', [caseId]))?.caseId
}
export async function setPanel(sql: Sql, caseId: string, panelId: string | null): Promise<void> {
  await sql.run('update appeal set panel_id = $2 where case_id = $1', [caseId, panelId])
}
export async function decide(sql: Sql, appeal: Pick<Appeal, 'caseId' | 'outcome' | 'againStages' | 'reasons' | 'decidedAt' | 'newDecisionId' | 'paperId' | 'termRestored'>): Promise<void> {
  await sql.run('update appeal set outcome = $2, again_stages = $3, reasons = $4, decided_at = $5, new_decision_id = $6, paper_id = $7, term_restored = $8 where case_id = $1',
    [appeal.caseId, appeal.outcome, appeal.againStages, appeal.reasons, appeal.decidedAt, appeal.newDecisionId, appeal.paperId, appeal.termRestored])
}
export async function withdraw(sql: Sql, caseId: string, at: Moment): Promise<void> {
  await sql.run('update appeal set withdrawn_at = $2 where case_id = $1', [caseId, at])
}
/** How the appeals of these cases were decided; null where they are not. */
export async function selectOutcomes(sql: Sql, caseIds: readonly string[]): Promise<{ caseId: Uuid; outcome: AppealOutcome | null }[]> {
  return sql.many('select case_id, outcome from appeal where case_id = any($1::uuid[])', [caseIds])
}
