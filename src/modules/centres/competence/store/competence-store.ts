import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { CompetenceDraft, CompetenceFacts, CompetenceGround } from '../domain/competence.ts'

export interface CompetenceRow extends CompetenceFacts {
  id: Uuid
  centreId: Uuid
  accountId: Uuid
  levels: number[]
  ground: CompetenceGround
  document: string
  enteredBy: Uuid
  enteredAsHead: boolean
  enteredAt: Moment
  confirmedBy: Uuid | null
  confirmedAt: Moment | null
  endGround: string | null
  endedBy: Uuid | null
  endedAt: Moment | null
}
const COLUMNS = `id, centre_id, account_id, profession_code, levels, ground, document, valid_from, valid_until, entered_by, entered_as_head, entered_at,
  confirmed_by, confirmed_at, confirmed_by is not null as confirmed, ended_from, end_ground, ended_by, ended_at`

/** Every entry of a centre, the newest first. */
export async function selectCompetences(sql: Sql, centreId: string): Promise<CompetenceRow[]> {
  return sql.many(`select ${COLUMNS} from examiner_competence where centre_id = $1 order by entered_at desc, id desc`, [centreId])
}
export async function selectCompetence(sql: Sql, id: string): Promise<CompetenceRow | undefined> {
  return sql.maybe(`select ${COLUMNS} from examiner_competence where id = $1`, [id])
}
export async function lockCompetence(sql: Sql, id: string): Promise<CompetenceRow | undefined> {
  return sql.maybe(`select ${COLUMNS} from examiner_competence where id = $1 for update`, [id])
}
/** Two who enter competences of one centre at once wait for each other, or both would see no overlap. */
export async function lockCompetencesOf(sql: Sql, centreId: string): Promise<void> {
  await sql.maybe('select id from centre where id = $1 for update', [centreId])
}

export interface NewCompetence extends CompetenceDraft {
  id: Uuid
  centreId: Uuid
  enteredBy: Uuid
  enteredAsHead: boolean
  enteredAt: Moment
}
export async function insertCompetence(sql: Sql, row: NewCompetence): Promise<void> {
  await sql.run(
    `insert into examiner_competence (id, centre_id, account_id, profession_code, levels, ground, document, valid_from, valid_until, entered_by, entered_as_head, entered_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [row.id, row.centreId, row.accountId, row.professionCode, row.levels, row.ground, row.document, row.validFrom, row.validUntil, row.enteredBy, row.enteredAsHead, row.enteredAt])
}
export async function confirmCompetenceRow(sql: Sql, id: string, by: string, at: Moment): Promise<void> {
  await sql.run('update examiner_competence set confirmed_by = $2, confirmed_at = $3 where id = $1', [id, by, at])
}
export async function endCompetenceRow(sql: Sql, id: string, row: { from: Day; ground: string; by: string; at: Moment }): Promise<void> {
  await sql.run('update examiner_competence set ended_from = $2, end_ground = $3, ended_by = $4, ended_at = $5 where id = $1', [id, row.from, row.ground, row.by, row.at])
}
