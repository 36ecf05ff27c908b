import { assertNone, Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import { readTable } from '#platform/tables/read-table.ts'
import { writeCsv, writeXlsx } from '#platform/tables/write-table.ts'
import * as professions from '#modules/professions/index.ts'
import { assertDraft, chainOf, factsOf, getVersion, lockVersion, standardOf } from './bases.ts'
import { isWritable } from './domain/basis-state.ts'
import { compareStandards, type StandardChange } from './domain/comparison.ts'
import { DOCUMENT_COLUMNS, documentRows, readDocument } from './domain/document-table.ts'
import { CARD_TEXTS, emptyStandard, standardBlockers, textsOf, type BasisText, type StandardContent } from './domain/standard.ts'
import { messages } from './messages/index.ts'
import { policy } from './policy.ts'
import * as store from './store/basis-store.ts'
import { insertImport, markTaken, selectImport, type DocumentImport } from './store/document-store.ts'

const FAULTS_KEPT = 500

/** Examines a filled template for a draft. Nothing is changed: the answer is a preview with its faults by row and column. */
export async function examineDocument(ctx: Ctx, input: { versionId: string; revision: number; name: string; bytes: Uint8Array }): Promise<Uuid> {
  const table = await readTable(input.bytes, { filename: input.name })
  return tx(ctx, 'basis.write', async (t) => {
    const version = await lockVersion(t, input.versionId)
    assertMay(t, policy, 'basis.write', await factsOf(t, version))
    assertDraft(version, input.revision)
    if (version.kind !== 'standard') throw new Denial('not-found')
    const known = new Set((await professions.listCurrentProfessions(t.sql, t.today)).map((each) => each.code))
    const { content, faults } = readDocument(table.header, table.rows, known)
    const id = t.newId()
    await insertImport(t.sql, {
      id, versionId: version.id, filename: input.name.slice(0, 200), rows: table.rows.length, content: faults.length > 0 ? null : content, faults: faults.slice(0, FAULTS_KEPT),
      broughtBy: accountOf(t.actor)!, broughtAt: t.now,
    })
    await record(t, chainOf(version.id), 'basis-document-examined', { importId: id, rows: table.rows.length, faults: faults.length })
    return id
  })
}

export interface DocumentPreview {
  work: DocumentImport
  version: store.BasisVersion
  /** What taking it would change in the draft. */
  changes: StandardChange[]
  /** What would still be missing before it can be sent for approval. */
  blockers: ReturnType<typeof standardBlockers>
  mayTake: boolean
}

/** A filled template as it was examined. */
export async function openDocument(ctx: Ctx, importId: string): Promise<DocumentPreview> {
  return read(ctx, 'basis.write', async (t) => {
    const work = parseUuid(importId) && (await selectImport(t.sql, importId))
    if (!work) throw new Denial('not-found')
    const version = await getVersion(t, work.versionId)
    assertMay(t, policy, 'basis.write', await factsOf(t, version))
    const before = standardOf(version) ?? emptyStandard()
    return {
      work, version, changes: work.content ? compareStandards(before, work.content) : [], blockers: work.content ? standardBlockers(work.content) : [],
      mayTake: work.content !== null && work.takenAt === null && isWritable(version),
    }
  })
}

/** Takes an examined template into the draft: all of it takes the place of what was written there. */
export async function takeDocument(ctx: Ctx, input: { importId: string; revision: number }): Promise<Uuid> {
  return tx(ctx, 'basis.write', async (t) => {
    const work = parseUuid(input.importId) && (await selectImport(t.sql, input.importId))
    if (!work) throw new Denial('not-found')
    const version = await lockVersion(t, work.versionId)
    assertMay(t, policy, 'basis.write', await factsOf(t, version))
    assertNone('import.has-faults', work.faults.map(({ reason }) => ({ code: reason })).slice(0, 1))
    assertDraft(version, input.revision)
    if ((await markTaken(t.sql, work.id, t.now)) === 0) throw new Denial('standards.import-taken')
    await store.updateContent(t.sql, version.id, work.content!)
    await record(t, chainOf(version.id), 'basis-document-taken', { importId: work.id })
    return version.id
  })
}

export interface DocumentFile {
  body: Uint8Array
  mediaType: string
  filename: string
}
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The document template filled with an example, which can be brought back as it is. */
export async function documentTemplate(kind: 'csv' | 'xlsx'): Promise<DocumentFile> {
  return fileOf(kind, 'standard-template', exampleOf())
}

/** The text of a version as a filled template: to be changed and brought back, or to be read by machines. */
export async function documentFile(ctx: Ctx, input: { code: string; versionNo: number; kind: 'csv' | 'xlsx' }): Promise<DocumentFile> {
  const { content, ...version } = await read(ctx, 'professional-standard.read', async (t) => {
    const found = (await store.selectVersionsOf(t.sql, input.code)).find((each) => each.versionNo === input.versionNo)
    const standard = found && standardOf(found)
    if (!found || !standard || found.droppedAt !== null) throw new Denial('not-found')
    if (found.approvedAt === null) assertMay(t, policy, 'basis.read', await factsOf(t, found))
    else assertMay(t, policy, 'professional-standard.read', undefined as never)
    return { code: found.code, versionNo: found.versionNo, content: standard }
  })
  return fileOf(input.kind, `${version.code}-v${version.versionNo}`, content)
}

async function fileOf(kind: 'csv' | 'xlsx', name: string, content: StandardContent): Promise<DocumentFile> {
  const rows = documentRows(content)
  return kind === 'csv'
    ? { body: writeCsv(DOCUMENT_COLUMNS, rows), mediaType: 'text/csv; charset=utf-8', filename: `${name}.csv` }
    : { body: await writeXlsx(DOCUMENT_COLUMNS, rows), mediaType: XLSX, filename: `${name}.xlsx` }
}

function exampleOf(): StandardContent {
  const text = (key: keyof typeof messages.kk.example): BasisText => ({ kk: messages.kk.example[key], ru: messages.ru.example[key] })
  const { passport } = emptyStandard()
  return {
    passport: { ...passport, scope: text('scope'), oked: text('oked'), summary: text('summary') },
    cards: [{
      code: '1', name: text('card'), professionCode: null, occupationCode: null, level: 4, tariffGrade: null, aim: text('aim'), texts: { ...textsOf(CARD_TEXTS), education: text('education') },
      functions: [{ code: '1.1', name: text('fn'), mandatory: true, skills: [{ code: '1.1.1', name: text('skill'), alone: true, abilities: [text('ability')], knowledge: [text('knowledge')] }] }],
    }],
  }
}
