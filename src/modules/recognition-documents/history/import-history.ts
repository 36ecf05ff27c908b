import { createHash } from 'node:crypto'
import type { Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { withSystemSight } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import * as centres from '#modules/centres/index.ts'
import * as professions from '#modules/professions/index.ts'
import { publicNameOf } from '../domain/document.ts'
import { policy } from '../policy.ts'
import { HISTORIC_COLUMNS, HISTORIC_COLUMNS_REQUIRED, readHistoricRow, type HistoricFacts } from './domain/historic-table.ts'
import { insertBatch, insertHistoric, selectHashesByKey, type HistoricRow } from './store/historic-store.ts'

export const HISTORIC_IIN_PLACE = 'historic_document.iin'
/** The chain that has one entry for every batch. */
export const HISTORY_CHAIN = 'historic-documents'
/** Rows that one statement takes. */
const AT_ONCE = 4_000

export interface HistoryChanges {
  added: HistoricFacts[]
  unchanged: number
  faults: professions.RowFault[]
}

/** What a table of historic documents would enter, and what is wrong with it. A row that is there already and says the same is unchanged; its number with other content is a fault. */
export async function examineHistory(t: Tx, header: readonly string[], rows: readonly professions.CellRow[]): Promise<HistoryChanges> {
  const ofHeader = professions.headerFaults(header, HISTORIC_COLUMNS_REQUIRED, HISTORIC_COLUMNS)
  if (ofHeader.length > 0) return { added: [], unchanged: 0, faults: ofHeader }
  const known = {
    demo: t.demo, today: t.today, centres: new Map((await centres.listAllCentres(t.sql)).map((each) => [each.serial, each.id as string])), professions: await professions.listVoluntaryEver(t.sql),
  }
  const read: HistoricFacts[] = []
  const faults: professions.RowFault[] = []
  const seen = new Set<string>()
  for (const row of rows) {
    const cells = professions.readCells(row)
    const facts = readHistoricRow(cells, row.line, known)
    faults.push(...cells.faults)
    if (!facts) continue
    if (seen.has(facts.numberKey)) faults.push({ line: row.line, column: 'number', reason: 'import.twice' })
    seen.add(facts.numberKey)
    read.push(facts)
  }
  const before = await withSystemSight(t, () => selectHashesByKey(t.sql, read.map((each) => each.numberKey)))
  const hashes = new Map(before.map((each) => [each.numberKey, Buffer.from(each.rowHash)]))
  const added: HistoricFacts[] = []
  for (const facts of read) {
    const hash = hashes.get(facts.numberKey)
    if (!hash) added.push(facts)
    else if (!hash.equals(hashOf(t, facts))) faults.push({ line: facts.line, column: 'number', reason: 'historic.number-taken' })
  }
  faults.sort((a, b) => a.line - b.line)
  return { added, unchanged: before.length, faults }
}

/**
 * Enters what was examined, in one transaction: set-based, one entry in the journal with the hash over the hashes of all rows, no letters, no papers.
 * The numbers live in the public register from then on, marked by their origin.
 */
export async function enterHistory(t: Tx, changes: HistoryChanges, onRow: (done: number) => void): Promise<void> {
  assertMay(t, policy, 'historic-document.enter', undefined as never)
  const batchId = t.newId()
  const rows = changes.added.map((facts, place) => rowOf(t, facts, place + 1))
  const digest = createHash('sha256')
  for (const row of rows) digest.update(row.rowHash)
  const whole = digest.digest()
  await withSystemSight(t, async () => {
    await insertBatch(t.sql, { id: batchId, origin: t.demo ? 'demonstration' : 'import', rows: rows.length, digest: whole, enteredBy: accountOf(t.actor) ?? null, enteredAt: t.now, enteredOn: t.today })
    for (let done = 0; done < rows.length; done += AT_ONCE) {
      await insertHistoric(t.sql, batchId, rows.slice(done, done + AT_ONCE))
      onRow(Math.min(rows.length, done + AT_ONCE))
    }
  })
  await record(t, HISTORY_CHAIN, 'historic-documents-entered', { batchId, rows: rows.length, digest: whole.toString('hex') })
}

function rowOf(t: Tx, facts: HistoricFacts, place: number): HistoricRow {
  const { line: _line, iin, ...said } = facts
  return {
    ...said, id: t.newId() as Uuid, place, iinCipher: t.cipher.seal(iin.reveal(), HISTORIC_IIN_PLACE), holderKey: t.cipher.index(iin.reveal()), publicName: publicNameOf(facts), rowHash: hashOf(t, facts),
  }
}

/** A keyed hash of what the row says, for an IIN alone could be guessed. */
function hashOf(t: Tx, facts: HistoricFacts): Buffer {
  return Buffer.from(t.cipher.index(JSON.stringify([
    facts.numberKey, facts.iin.reveal(), facts.surname, facts.givenName, facts.patronymic, facts.professionCode, facts.level, facts.centreId, facts.issuedOn, facts.validUntil, facts.annulledOn,
    facts.annulmentGround, facts.funding,
  ])))
}
