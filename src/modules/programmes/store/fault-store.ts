import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { FaultGround } from '../domain/item-fault.ts'

export interface ItemFault {
  id: Uuid
  itemId: Uuid
  itemCode: string
  programmeVersionId: Uuid
  ground: FaultGround
  note: string
  reportedBy: Uuid
  reportedAt: Moment
  decidedBy: Uuid | null
  decidedAt: Moment | null
  upheld: boolean | null
  decisionNote: string
  settledAt: Moment | null
}

// The code of an item that was taken out carries its id behind a tilde; people know the part before.
const FAULT = `f.id, f.item_id, split_part(i.code, '~', 1) as item_code, i.programme_version_id, f.ground, f.note, f.reported_by, f.reported_at, f.decided_by, f.decided_at, f.upheld,
  f.decision_note, f.settled_at`
const FROM = 'from item_fault f join item i on i.id = f.item_id'

export async function insertFault(sql: Sql, fault: { id: Uuid; itemId: string; ground: string; note: string; reportedBy: string; reportedAt: Moment }): Promise<void> {
  await sql.run('insert into item_fault (id, item_id, ground, note, reported_by, reported_at) values ($1, $2, $3, $4, $5, $6)',
    [fault.id, fault.itemId, fault.ground, fault.note, fault.reportedBy, fault.reportedAt])
}
export async function markFaultDecided(sql: Sql, id: string, decided: { by: string; at: Moment; upheld: boolean; note: string }): Promise<void> {
  await sql.run('update item_fault set decided_by = $2, decided_at = $3, upheld = $4, decision_note = $5 where id = $1 and decided_by is null',
    [id, decided.by, decided.at, decided.upheld, decided.note])
}
export async function lockFault(sql: Sql, id: string): Promise<ItemFault | undefined> {
  return sql.maybe<ItemFault>(`select ${FAULT} ${FROM} where f.id = $1 for update of f`, [id])
}
/** Faults of a version, the newest first. */
export async function selectFaults(sql: Sql, versionId: string): Promise<ItemFault[]> {
  return sql.many<ItemFault>(`select ${FAULT} ${FROM} where i.programme_version_id = $1 order by f.reported_at desc, f.id`, [versionId])
}
/** The report of a question that waits or was upheld. */
export async function selectStandingFault(sql: Sql, itemId: string): Promise<ItemFault | undefined> {
  return sql.maybe<ItemFault>(`select ${FAULT} ${FROM} where f.item_id = $1 and f.upheld is distinct from false`, [itemId])
}
/** Questions of a version that are credited to whoever gets them. */
export async function selectFaultyItems(sql: Sql, versionId: string): Promise<string[]> {
  return (await sql.many<{ itemId: string }>(`select f.item_id ${FROM} where i.programme_version_id = $1 and f.upheld`, [versionId])).map((row) => row.itemId)
}
/** The same question, word for word and with the same key, in the other versions of the programme; without those that stand as faulty already. */
export async function selectTwins(sql: Sql, itemId: string): Promise<Uuid[]> {
  const rows = await sql.many<{ id: Uuid }>(
    `select o.id from item i join answer_key k on k.item_id = i.id join programme_version v on v.id = i.programme_version_id
       join programme_version w on w.programme_id = v.programme_id and w.id <> v.id
       join item o on o.programme_version_id = w.id and o.kind = i.kind and o.stem = i.stem and o.options = i.options
       join answer_key l on l.item_id = o.id and l.correct = k.correct
     where i.id = $1 and not exists (select 1 from item_fault f where f.item_id = o.id and f.upheld is distinct from false)
     order by o.id`, [itemId])
  return rows.map((row) => row.id)
}
/** Upheld faults whose runs are not all credited yet, the oldest first. */
export async function selectFaultsToSettle(sql: Sql, limit: number): Promise<ItemFault[]> {
  return sql.many<ItemFault>(`select ${FAULT} ${FROM} where f.upheld and f.settled_at is null order by f.decided_at, f.id limit $1`, [limit])
}
export async function markFaultSettled(sql: Sql, id: string, at: Moment): Promise<void> {
  await sql.run('update item_fault set settled_at = $2 where id = $1 and upheld and settled_at is null', [id, at])
}
