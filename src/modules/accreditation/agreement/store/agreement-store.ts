import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { Answer } from '../domain/agreement.ts'

/** A line of a case with the answer of the authorised body and the outcome, as far as they are there. */
export interface LineRow {
  professionCode: string
  level: number
  answer: Answer | null
  grounds: string | null
  answeredBy: Uuid | null
  outcome: 'granted' | 'refused' | null
  reasons: string
}
export async function selectLines(sql: Sql, caseId: string): Promise<LineRow[]> {
  return sql.many<LineRow>(
    `select l.profession_code, l.level, a.answer, a.grounds, a.answered_by, l.outcome, l.reasons
     from accreditation_line l left join accreditation_agreement a on a.case_id = l.case_id and a.profession_code = l.profession_code and a.level = l.level
     where l.case_id = $1 order by l.profession_code, l.level`, [caseId])
}
export async function insertAnswer(sql: Sql, row: { caseId: string; professionCode: string; level: number; answer: Answer; grounds: string; by: string | null; at: Moment }): Promise<void> {
  await sql.run('insert into accreditation_agreement (case_id, profession_code, level, answer, grounds, answered_by, answered_at) values ($1, $2, $3, $4, $5, $6, $7)',
    [row.caseId, row.professionCode, row.level, row.answer, row.grounds, row.by, row.at])
}
/** Cases at these steps, what has waited longest first. */
export async function selectCasesAt(sql: Sql, steps: readonly string[]): Promise<{ id: Uuid; number: string; kind: string; step: string; organisationId: Uuid; movedAt: Moment; lines: number }[]> {
  return sql.many(
    `select c.id, c.number, c.kind, c.step, c.organisation_id, c.moved_at, (select count(*)::integer from accreditation_line l where l.case_id = c.id) as lines
     from accreditation_case c where c.step = any ($1) order by c.moved_at, c.id`, [steps])
}
