import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { ItemKind, ItemOption, ProgrammeItem, ProgrammeText } from '../domain/programme-content.ts'

/** An item as it may be shown to a candidate: without its key. */
export interface Item {
  id: Uuid
  code: string
  topic: string
  kind: ItemKind
  stem: ProgrammeText
  options: ItemOption[]
}
export interface ItemWithKey extends Item {
  correct: string[]
}

const ITEM = 'i.id, i.code, i.topic, i.kind, i.stem, i.options'

export async function selectItems(sql: Sql, versionId: string): Promise<Item[]> {
  return sql.many<Item>(`select ${ITEM} from item i where i.programme_version_id = $1 and i.retired_at is null order by i.code`, [versionId])
}
/** Items of a form drawn before, retired ones too. */
export async function selectItemsById(sql: Sql, ids: readonly string[]): Promise<Item[]> {
  return sql.many<Item>(`select ${ITEM} from item i where i.id = any($1)`, [ids])
}
export async function selectItemsWithKeys(sql: Sql, versionId: string): Promise<ItemWithKey[]> {
  return sql.many<ItemWithKey>(
    `select ${ITEM}, k.correct from item i join answer_key k on k.item_id = i.id where i.programme_version_id = $1 and i.retired_at is null order by i.code`, [versionId])
}
export async function selectItemWithKey(sql: Sql, versionId: string, itemId: string): Promise<ItemWithKey | undefined> {
  return sql.maybe<ItemWithKey>(
    `select ${ITEM}, k.correct from item i join answer_key k on k.item_id = i.id where i.programme_version_id = $1 and i.id = $2 and i.retired_at is null`, [versionId, itemId])
}
/** Keys of all items of a version, retired ones too: a form drawn before still needs them. */
export async function selectKeys(sql: Sql, versionId: string): Promise<{ itemId: Uuid; correct: string[] }[]> {
  return sql.many('select k.item_id, k.correct from answer_key k join item i on i.id = k.item_id where i.programme_version_id = $1', [versionId])
}

/** A page of the bank, by topic and by words in either language. */
export async function selectItemPage(sql: Sql, versionId: string, { topic, q, limit, offset }: { topic: string; q: string; limit: number; offset: number }): Promise<{ rows: Item[]; total: number }> {
  const pattern = q === '' ? '' : `%${q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const where = `i.programme_version_id = $1 and i.retired_at is null and ($2 = '' or i.topic = $2)
    and ($3 = '' or i.code ilike $3 or i.stem ->> 'kk' ilike $3 or i.stem ->> 'ru' ilike $3 or i.options::text ilike $3)`
  const { total } = await sql.one<{ total: number }>(`select count(*) as total from item i where ${where}`, [versionId, topic, pattern])
  const rows = await sql.many<Item>(`select ${ITEM} from item i where ${where} order by i.code, i.id limit $4 offset $5`, [versionId, topic, pattern, limit, offset])
  return { rows, total }
}

export async function insertItems(sql: Sql, versionId: Uuid, items: readonly (ProgrammeItem & { id: Uuid })[]): Promise<void> {
  await sql.run(
    `insert into item (id, programme_version_id, code, topic, kind, stem, options)
     select x.id, $1, x.code, x.topic, x.kind, x.stem, x.options
     from jsonb_to_recordset($2::jsonb) as x (id uuid, code text, topic text, kind text, stem jsonb, options jsonb)`, [versionId, JSON.stringify(items)])
  await sql.run(
    `insert into answer_key (item_id, correct)
     select x.id, array (select jsonb_array_elements_text(x.correct)) from jsonb_to_recordset($1::jsonb) as x (id uuid, correct jsonb)`, [JSON.stringify(items)])
}
export async function updateItem(sql: Sql, item: ProgrammeItem & { id: Uuid }): Promise<void> {
  await sql.run('update item set code = $2, topic = $3, kind = $4, stem = $5, options = $6 where id = $1',
    [item.id, item.code, item.topic, item.kind, JSON.stringify(item.stem), JSON.stringify(item.options)])
  await sql.run('update answer_key set correct = $2 where item_id = $1', [item.id, item.correct])
}
/** A retired item keeps its row; its code is freed for another. */
export async function markItemRetired(sql: Sql, id: string, at: Moment): Promise<void> {
  await sql.run("update item set retired_at = $2, code = code || '~' || id where id = $1", [id, at])
}
