import type { Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { Stage } from '../domain/appeal.ts'

export interface ChallengedDecision {
  id: Uuid
  number: string
  outcome: 'pass' | 'fail'
  attemptId: Uuid
  panelId: Uuid
  decidedOn: Day
  stages: Stage[]
}

/** The decision of a case that nothing supersedes. */
export async function selectLatestDecision(sql: Sql, caseId: string): Promise<ChallengedDecision | undefined> {
  return sql.maybe<ChallengedDecision>(
    `select d.id, d.number, d.outcome, d.attempt_id, d.panel_id, d.decided_on, a.stages from decision d join attempt a on a.id = d.attempt_id
     where d.case_id = $1 and not exists (select 1 from decision later where later.supersedes = d.id) order by d.decided_at desc, d.id desc limit 1`, [caseId])
}
export async function selectDecision(sql: Sql, id: string): Promise<ChallengedDecision> {
  return sql.one<ChallengedDecision>(
    'select d.id, d.number, d.outcome, d.attempt_id, d.panel_id, d.decided_on, a.stages from decision d join attempt a on a.id = d.attempt_id where d.id = $1', [id])
}
/** Everybody who took part in a decision: assessors of the attempt, members of its panel, and who called the panel or wrote the decision down. */
export async function selectPeopleOfDecision(sql: Sql, decision: { id: string; attemptId: string; panelId: string }, chain: string): Promise<Uuid[]> {
  const rows = await sql.many<{ accountId: Uuid }>(
    `select m.assessor_id as account_id from mark m join practice_run r on r.id = m.run_id where r.attempt_id = $1
     union select s.account_id from sitting_assessor s join practice_run r on r.sitting_id = s.sitting_id where r.attempt_id = $1
     union select account_id from panel_member where panel_id = $2
     union select called_by from panel where id = $2
     union select actor_id from journal_entry where chain = $3 and kind in ('decided-to-pass', 'decided-to-fail', 'panel-called') and actor_id is not null`, [decision.attemptId, decision.panelId, chain])
  return rows.map((row) => row.accountId)
}
