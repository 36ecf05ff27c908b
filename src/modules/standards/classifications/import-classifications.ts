import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import { readTable } from '#platform/tables/read-table.ts'
import * as professions from '#modules/professions/index.ts'
import { policy } from '../policy.ts'
import { FRAMEWORK_COLUMNS, isCodeOf, MAPPING_COLUMNS, SCHEMES, type FrameworkFacts, type MappingFacts } from './domain/classification.ts'
import * as store from './store/classification-store.ts'

export interface ClassificationImport {
  entered: number
  ended: number
  unchanged: number
  faults: professions.RowFault[]
}
interface Read<Facts> {
  facts: Facts
  ended: boolean
}
const CHAIN = 'register:classifications'
const FAULTS_SHOWN = 200

/** Takes all mappings of a table or none: a row that says something new takes the place of the old one, a row marked ended ends it. */
export async function importMappings(ctx: Ctx, input: { name: string; bytes: Uint8Array }): Promise<ClassificationImport> {
  const table = await readTable(input.bytes, { filename: input.name })
  return tx(ctx, 'classification.import', async (t) => {
    assertMay(t, policy, 'classification.import', undefined as never)
    const known = new Set((await professions.listCurrentProfessions(t.sql, t.today)).map((each) => each.code))
    const { read, faults } = rowsOf(table, MAPPING_COLUMNS, (cells): Read<MappingFacts> => {
      const profession = cells.required('profession')
      if (profession !== '' && !known.has(profession)) cells.fault('profession', 'import.code-unknown')
      if (cells.required('scheme') !== '') cells.oneOf('scheme', SCHEMES)
      const scheme = SCHEMES.find((each) => each === cells.text('scheme')) ?? 'nkz'
      const schemeCode = cells.required('code')
      if (schemeCode !== '' && !isCodeOf(scheme, schemeCode)) cells.fault('code', 'import.code-wrong')
      return {
        facts: { professionCode: profession, scheme, schemeCode, title: { kk: cells.text('title_kk'), ru: cells.text('title_ru'), en: cells.text('title_en') }, source: cells.required('source') }, ended: cells.yesNo('ended'),
      }
    })
    const keyOf = (each: MappingFacts) => `${each.professionCode}/${each.scheme}/${each.schemeCode}`
    const standing = new Map((await store.selectMappings(t.sql, undefined)).map((each) => [keyOf(each), each]))
    return take(t, 'mappings', read, faults, keyOf, standing, { said: (each) => [each.title.kk, each.title.ru, each.title.en, each.source], end: store.endMapping, insert: store.insertMapping })
  })
}

/** The same for sectoral frameworks of qualifications. */
export async function importFrameworks(ctx: Ctx, input: { name: string; bytes: Uint8Array }): Promise<ClassificationImport> {
  const table = await readTable(input.bytes, { filename: input.name })
  return tx(ctx, 'classification.import', async (t) => {
    assertMay(t, policy, 'classification.import', undefined as never)
    const bodies = new Set((await professions.listSectorBodies(t.sql)).map((each) => each.code))
    const { read, faults } = rowsOf(table, FRAMEWORK_COLUMNS, (cells): Read<FrameworkFacts> => {
      const bodyCode = cells.required('body')
      if (bodyCode !== '' && !bodies.has(bodyCode)) cells.fault('body', 'import.code-unknown')
      return {
        facts: { code: cells.required('code'), bodyCode, title: { kk: cells.required('title_kk'), ru: cells.required('title_ru') }, act: { kk: cells.text('act_kk'), ru: cells.text('act_ru') }, source: cells.required('source') }, ended: cells.yesNo('ended'),
      }
    })
    const standing = new Map((await store.selectFrameworks(t.sql)).map((each) => [each.code, each]))
    return take(t, 'frameworks', read, faults, (each) => each.code, standing, { said: (each) => [each.bodyCode, each.title.kk, each.title.ru, each.act.kk, each.act.ru, each.source], end: store.endFramework, insert: store.insertFramework })
  })
}

function rowsOf<Facts>(table: { header: readonly string[]; rows: readonly professions.CellRow[] }, columns: readonly string[], read: (cells: ReturnType<typeof professions.readCells>) => Read<Facts>): { read: Read<Facts>[]; faults: professions.RowFault[] } {
  const ofHeader = professions.headerFaults(table.header, columns.filter((column) => !['ended', 'title_en', 'act_kk', 'act_ru'].includes(column)), columns)
  if (ofHeader.length > 0) return { read: [], faults: ofHeader }
  const faults: professions.RowFault[] = []
  const rows = table.rows.map((row) => {
    const cells = professions.readCells(row)
    const found = read(cells)
    faults.push(...cells.faults)
    return found
  })
  if (rows.length === 0) faults.push({ line: 1, column: columns[0]!, reason: 'import.no-rows' })
  return { read: rows, faults }
}

interface Writing<Facts> {
  said(facts: Facts): readonly string[]
  end(sql: Tx['sql'], id: string, at: Tx['now']): Promise<void>
  insert(sql: Tx['sql'], id: ReturnType<Tx['newId']>, facts: Facts, by: ReturnType<Tx['newId']> | null, at: Tx['now']): Promise<void>
}
async function take<Facts>(t: Tx, what: string, rows: Read<Facts>[], faults: professions.RowFault[], keyOf: (facts: Facts) => string, standing: Map<string, Facts & { id: string }>, writing: Writing<Facts>): Promise<ClassificationImport> {
  if (faults.length > 0) return { entered: 0, ended: 0, unchanged: 0, faults: faults.slice(0, FAULTS_SHOWN) }
  const done = { entered: 0, ended: 0, unchanged: 0 }
  for (const { facts, ended } of new Map(rows.map((row) => [keyOf(row.facts), row])).values()) {
    const before = standing.get(keyOf(facts))
    if (before && !ended && JSON.stringify(writing.said(before)) === JSON.stringify(writing.said(facts))) {
      done.unchanged++
      continue
    }
    if (before) {
      await writing.end(t.sql, before.id, t.now)
      if (ended) done.ended++
    }
    if (!ended) {
      await writing.insert(t.sql, t.newId(), facts, accountOf(t.actor) ?? null, t.now)
      done.entered++
    }
  }
  await record(t, CHAIN, 'classifications-imported', { what, ...done })
  return { ...done, faults: [] }
}
