import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

/** A case with every appeal and complaint that hangs on it. */
export interface CaseFamily {
  rootId: Uuid
  caseIds: Uuid[]
  /** Those whose files were not deleted yet. */
  keptIds: Uuid[]
  /** When the last of them was closed; null while one is open. */
  closedAt: Moment | null
  isCaseOpen: boolean
  isAppealOpen: boolean
  isComplaintOpen: boolean
}

/** Cases closed before the moment whose files were not deleted; by id, so that the next page begins after the last. */
export async function selectClosedBefore(sql: Sql, before: Moment, page: { after: string | null; limit: number }): Promise<Uuid[]> {
  const rows = await sql.many<{ id: Uuid }>(
    'select id from case_file where closed_at < $1 and file_deleted_on is null and ($2::uuid is null or id > $2) order by id limit $3', [before, page.after, page.limit])
  return rows.map((row) => row.id)
}

/** The families to which these cases belong, each once; `lock` holds all their rows, so that no act comes between. */
export async function selectFamilies(sql: Sql, caseIds: readonly string[], lock: boolean): Promise<CaseFamily[]> {
  const roots = (await sql.many<{ id: Uuid }>(
    `with recursive up as (select id, parent_case_id from case_file where id = any($1::uuid[])
       union select c.id, c.parent_case_id from up join case_file c on c.id = up.parent_case_id)
     select id from up where parent_case_id is null order by id`, [caseIds])).map((row) => row.id)
  if (lock) await sql.many(`with recursive family as (${FAMILY}) select id from case_file where id in (select id from family) order by id for update`, [roots])
  return sql.many<CaseFamily>(
    `with recursive family as (${FAMILY})
     select f.root_id, array_agg(f.id order by f.id) as case_ids, coalesce(array_agg(f.id order by f.id) filter (where c.file_deleted_on is null), '{}') as kept_ids,
       case when bool_and(c.closed_at is not null) then max(c.closed_at) end as closed_at,
       bool_or(c.closed_at is null and c.kind = 'recognition') as is_case_open, bool_or(c.closed_at is null and c.kind = 'appeal') as is_appeal_open, bool_or(c.closed_at is null and c.kind = 'complaint') as is_complaint_open
     from family f join case_file c on c.id = f.id group by f.root_id order by f.root_id`, [roots])
}
const FAMILY = `select id as root_id, id from case_file where id = any($1::uuid[])
       union all select f.root_id, c.id from family f join case_file c on c.parent_case_id = f.id`

/** People of these cases who have no other case whose files are kept. */
export async function selectPeopleLeaving(sql: Sql, caseIds: readonly string[]): Promise<Uuid[]> {
  const rows = await sql.many<{ personId: Uuid }>(
    `select distinct c.person_id from case_file c where c.id = any($1::uuid[])
       and not exists (select 1 from case_file o where o.person_id = c.person_id and o.file_deleted_on is null and o.id <> all($1::uuid[])) order by 1`, [caseIds])
  return rows.map((row) => row.personId)
}

export async function markFilesDeleted(sql: Sql, caseIds: readonly string[], on: Day): Promise<void> {
  await sql.run('update case_file set file_deleted_on = $2, version = version + 1 where id = any($1::uuid[]) and file_deleted_on is null', [caseIds, on])
}
