import type { Moment } from '#kernel/day.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { DayPart } from '../domain/choice.ts'

export type Release = 'changed' | 'taken-back' | 'notified' | 'called-off'
export interface ChoiceRow {
  id: Uuid
  caseId: Uuid
  stage: Stage
  sittingId: Uuid
  chosenBy: Uuid
  chosenAt: Moment
}
const CHOICE = 'id, case_id, stage, sitting_id, chosen_by, chosen_at'

/** What a candidate has chosen and nobody has given up; the theory first. */
export async function selectChoices(sql: Sql, caseId: string): Promise<ChoiceRow[]> {
  return sql.many<ChoiceRow>(`select ${CHOICE} from sitting_choice where case_id = $1 and released_at is null order by stage desc`, [caseId])
}
export async function insertChoice(sql: Sql, row: ChoiceRow): Promise<void> {
  await sql.run('insert into sitting_choice (id, case_id, stage, sitting_id, chosen_by, chosen_at) values ($1, $2, $3, $4, $5, $6)', [row.id, row.caseId, row.stage, row.sittingId, row.chosenBy, row.chosenAt])
}
export async function releaseChoices(sql: Sql, caseId: string, release: Release, at: Moment): Promise<number> {
  return sql.run('update sitting_choice set released_at = $3, release = $2 where case_id = $1 and released_at is null', [caseId, release, at])
}
/** Seats that the choices of other candidates hold at these sittings, one row a seat. */
export async function selectHeldByOthers(sql: Sql, sittingIds: readonly string[], caseId: string): Promise<{ sittingId: Uuid }[]> {
  return sql.many('select sitting_id from held_choice where sitting_id = any($1::uuid[]) and case_id <> $2', [sittingIds, caseId])
}
/** Cases that have chosen the sitting and did not give it up, whether the choice holds a seat or not. */
export async function selectChosenCases(sql: Sql, sittingId: string): Promise<Uuid[]> {
  return (await sql.many<{ caseId: Uuid }>('select case_id from sitting_choice where sitting_id = $1 and released_at is null order by case_id', [sittingId])).map((row) => row.caseId)
}

export interface WishRow {
  id: Uuid
  caseId: Uuid
  weekdays: number[]
  parts: DayPart[]
  wishedBy: Uuid
  wishedAt: Moment
  toldAt: Moment | null
}
const WISH = 'id, case_id, weekdays, parts, wished_by, wished_at, told_at'

export async function selectWish(sql: Sql, caseId: string): Promise<WishRow | undefined> {
  return sql.maybe<WishRow>(`select ${WISH} from day_wish where case_id = $1 and withdrawn_at is null`, [caseId])
}
export async function insertWish(sql: Sql, row: Omit<WishRow, 'toldAt'>): Promise<void> {
  await sql.run('insert into day_wish (id, case_id, weekdays, parts, wished_by, wished_at) values ($1, $2, $3::smallint[], $4::text[], $5, $6)', [row.id, row.caseId, row.weekdays, row.parts, row.wishedBy, row.wishedAt])
}
export async function withdrawWish(sql: Sql, caseId: string, at: Moment): Promise<number> {
  return sql.run('update day_wish set withdrawn_at = $2 where case_id = $1 and withdrawn_at is null', [caseId, at])
}
/** Wishes that nobody was told about yet, after one of them in their order, a handful at a time. */
export async function selectWishesToTell(sql: Sql, after: string | null, limit: number): Promise<WishRow[]> {
  return sql.many<WishRow>(`select ${WISH} from day_wish where told_at is null and withdrawn_at is null and ($1::uuid is null or id > $1) order by id limit $2`, [after, limit])
}
export async function markTold(sql: Sql, id: string, at: Moment): Promise<void> {
  await sql.run('update day_wish set told_at = $2 where id = $1', [id, at])
}
