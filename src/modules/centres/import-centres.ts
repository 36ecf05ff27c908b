import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import type { Sql } from '#platform/db/database.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import { CENTRE_COLUMNS, CENTRE_COLUMNS_REQUIRED, readCentreRow, type CentreEntry } from './domain/centre-table.ts'
import { keepImportedContacts } from './contacts/change-contacts.ts'
import { enterCentre } from './enter-centre.ts'
import { policy } from './policy.ts'
import { selectCentres, updateCentre, type Centre } from './store/centre-store.ts'
import { deleteScope, insertCertificate, insertScopeLine, selectAllCertificates, updateCertificate, type Certificate } from './store/scope-store.ts'

export interface CentreChanges {
  added: CentreEntry[]
  changed: { entry: CentreEntry; centre: Centre; certificate: Certificate | undefined }[]
  faults: professions.RowFault[]
}

/** What a table of centres would change, and what is wrong with it. */
export async function examineCentres(sql: Sql, header: readonly string[], rows: readonly professions.CellRow[], { demo, on }: { demo: boolean; on: Day }): Promise<CentreChanges> {
  const ofHeader = professions.headerFaults(header, CENTRE_COLUMNS_REQUIRED, CENTRE_COLUMNS)
  if (ofHeader.length > 0) return { added: [], changed: [], faults: ofHeader }
  const register = await professions.listCurrentProfessions(sql, on)
  const known = {
    demo, regions: new Set((await professions.listRegions(sql)).map((each) => each.kato)),
    voluntaryLevels: new Map(register.filter((each) => each.track === 'voluntary').map((each) => [each.code, each.levels])),
  }
  const centres = new Map((await selectCentres(sql)).map((each) => [each.serial, each]))
  const bins = new Map([...centres.values()].flatMap((each) => (each.bin ? [[each.bin, each] as const] : [])))
  const certificates = new Map((await selectAllCertificates(sql)).map((each) => [each.number, each]))
  const faults = [...professions.repeatedKeys(rows, 'serial'), ...professions.repeatedKeys(rows, 'bin'), ...professions.repeatedKeys(rows, 'certificate_number')]
  const changes: CentreChanges = { added: [], changed: [], faults }
  for (const row of rows) {
    const cells = professions.readCells(row)
    const entry = readCentreRow(cells, row.line, known)
    const centre = entry && centres.get(entry.serial)
    const certificate = entry && certificates.get(entry.certificate.number)
    if (entry && bins.has(entry.bin) && bins.get(entry.bin) !== centre) cells.fault('bin', 'import.bin-of-another')
    if (entry && certificate && certificate.centreId !== centre?.id) cells.fault('certificate_number', 'import.certificate-of-another')
    if (entry && centre && centre.bin !== entry.bin) cells.fault('bin', 'import.bin-differs')
    if (entry && centre && (['Kk', 'Ru', 'En'] as const).some((lang) => entry[`name${lang}`] !== centre.name[lang.toLowerCase() as 'kk'])) cells.fault('name_kk', 'import.name-differs')
    faults.push(...cells.faults)
    if (!entry || cells.faults.length > 0) continue
    if (centre) changes.changed.push({ entry, centre, certificate })
    else changes.added.push(entry)
  }
  faults.sort((a, b) => a.line - b.line)
  return changes
}

/** Enters what was examined: new centres, and of known ones their contacts, certificate and scope. */
export async function enterCentres(t: Tx, changes: CentreChanges, onRow: (done: number) => void): Promise<void> {
  assertMay(t, policy, 'centre.enter', undefined as never)
  let done = 0
  for (const entry of changes.added) {
    const id = await people.createOrganisation(t, { kind: 'centre', bin: entry.bin, nameKk: entry.nameKk, nameRu: entry.nameRu, nameEn: entry.nameEn, demonstration: t.demo })
    await enterCentre(t, { ...entry, id, provenance: 'import', priceLists: [], accessibility: [], rooms: [] })
    onRow(++done)
  }
  for (const { entry, centre, certificate } of changes.changed) {
    await keepImportedContacts(t, centre.id, entry)
    await updateCentre(t.sql, { ...entry, id: centre.id, publicFrom: centre.publicFrom ?? entry.publicFrom, provenance: 'import' })
    const certificateId = certificate?.id ?? t.newId()
    if (certificate) {
      await updateCertificate(t.sql, certificateId, entry.certificate)
      await deleteScope(t.sql, certificateId)
    } else {
      await insertCertificate(t.sql, { id: certificateId, centreId: centre.id, ...entry.certificate })
    }
    for (const line of entry.scope) await insertScopeLine(t.sql, certificateId, line.professionCode, line.level)
    onRow(++done)
  }
}
