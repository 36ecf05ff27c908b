import { Denial } from '#kernel/denial.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import { readTable } from '#platform/tables/read-table.ts'
import { writeCsv, writeXlsx } from '#platform/tables/write-table.ts'
import { ITEM_COLUMNS, itemRows, readItemTable, type RowError } from './domain/item-table.ts'
import { messages } from './messages/index.ts'
import { policy } from './policy.ts'
import { assertDraft, assertNotExamined, chainOf, getProgrammeVersion, lockVersion } from './programmes.ts'
import { insertItems, selectItems, selectItemsWithKeys } from './store/item-store.ts'
import { touchVersion } from './store/programme-store.ts'

export type ItemImport = { imported: number; errors: [] } | { imported: 0; errors: RowError[] }

/** Takes all items of a file into a draft, or none and says what is wrong in which row. */
export async function importItems(ctx: Ctx, input: { versionId: string; revision: number; name: string; bytes: Uint8Array }): Promise<ItemImport> {
  const table = await readTable(input.bytes, { filename: input.name })
  return tx(ctx, 'programme.write', async (t): Promise<ItemImport> => {
    const version = await lockVersion(t, input.versionId)
    assertMay(t, policy, 'programme.write', version)
    await assertNotExamined(t, version)
    assertDraft(version, input.revision)
    const codes = new Set((await selectItems(t.sql, version.id)).map((item) => item.code))
    const { items, errors } = readItemTable(table, { topics: version.content.topics, codes })
    if (errors.length > 0) return { imported: 0, errors: errors.slice(0, 500) }
    if (items.length === 0) throw new Denial('programme.file-empty', { data: { field: 'file' } })
    await insertItems(t.sql, version.id, items.map((item) => ({ ...item, id: t.newId() })))
    await touchVersion(t.sql, version.id)
    await record(t, chainOf(version.id), 'items-imported', { items: items.length })
    return { imported: items.length, errors: [] }
  })
}

export interface ItemFile {
  body: Uint8Array
  mediaType: string
  filename: string
}
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The table to fill in: its columns and one row as an example. */
export async function itemTemplate(kind: 'csv' | 'xlsx', topic: string): Promise<ItemFile> {
  const example = itemRows([{
    code: 'Q-001', topic, kind: 'single', stem: { kk: messages.kk.example.stem, ru: messages.ru.example.stem },
    options: [{ key: 'a', text: { kk: messages.kk.example.first, ru: messages.ru.example.first } }, { key: 'b', text: { kk: messages.kk.example.second, ru: messages.ru.example.second } }], correct: ['a'],
  }])
  return fileOf(kind, 'items-template', example)
}

/** The bank of a version as a table, with its keys: for those who may read them. */
export async function exportItems(ctx: Ctx, versionId: string, kind: 'csv' | 'xlsx'): Promise<ItemFile> {
  const { rows, versionNo } = await read(ctx, 'programme.read-key', async (t) => {
    const version = await getProgrammeVersion(t.sql, versionId)
    assertMay(t, policy, 'programme.read-key', version)
    await assertNotExamined(t, version)
    return { rows: itemRows(await selectItemsWithKeys(t.sql, version.id)), versionNo: version.versionNo }
  })
  return fileOf(kind, `items-v${versionNo}`, rows)
}

async function fileOf(kind: 'csv' | 'xlsx', name: string, rows: string[][]): Promise<ItemFile> {
  return kind === 'csv'
    ? { body: writeCsv(ITEM_COLUMNS, rows), mediaType: 'text/csv; charset=utf-8', filename: `${name}.csv` }
    : { body: await writeXlsx(ITEM_COLUMNS, rows), mediaType: XLSX, filename: `${name}.xlsx` }
}
