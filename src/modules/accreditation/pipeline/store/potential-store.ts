import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { PotentialState } from '../domain/potential-centre.ts'

export interface PotentialCentre {
  id: Uuid
  slidesNo: number | null
  name: string
  bin: string | null
  regionKato: string | null
  contact: string
  provenance: 'slides' | 'desk'
  state: PotentialState
  caseId: Uuid | null
  droppedReason: string
  nextStep: string
  nextStepOn: Day | null
  responsibleId: Uuid | null
  version: number
  enteredBy: Uuid | null
  enteredAt: Moment
  movedAt: Moment
  professions: string[]
}
export type NewPotentialCentre = Omit<PotentialCentre, 'professions' | 'version'>

const COLUMNS = `id, slides_no, name, bin, region_kato, contact, provenance, state, case_id, dropped_reason, next_step, next_step_on, responsible_id, version, entered_by, entered_at, moved_at`
const WHOLE = `${COLUMNS}, array (select p.profession_code from potential_centre_profession p where p.potential_centre_id = c.id order by p.profession_code) as professions`

export async function selectPotentialCentres(sql: Sql): Promise<PotentialCentre[]> {
  return sql.many<PotentialCentre>(`select ${WHOLE} from potential_centre c order by name, id`)
}
export async function selectPotentialCentre(sql: Sql, id: string): Promise<PotentialCentre | undefined> {
  return sql.maybe<PotentialCentre>(`select ${WHOLE} from potential_centre c where id = $1`, [id])
}
export async function lockPotentialCentre(sql: Sql, id: string): Promise<PotentialCentre | undefined> {
  const held = await sql.maybe<{ id: Uuid }>('select id from potential_centre where id = $1 for update', [id])
  return held && selectPotentialCentre(sql, id)
}
export async function lockPotentialCentreOfBin(sql: Sql, bin: string): Promise<PotentialCentre | undefined> {
  const held = await sql.maybe<{ id: Uuid }>('select id from potential_centre where bin = $1 for update', [bin])
  return held && selectPotentialCentre(sql, held.id)
}
export async function lockPotentialCentreOfCase(sql: Sql, caseId: string): Promise<PotentialCentre | undefined> {
  const held = await sql.maybe<{ id: Uuid }>('select id from potential_centre where case_id = $1 for update', [caseId])
  return held && selectPotentialCentre(sql, held.id)
}
export async function insertPotentialCentre(sql: Sql, row: NewPotentialCentre): Promise<number> {
  return sql.run(
    `insert into potential_centre (id, slides_no, name, bin, region_kato, contact, provenance, state, case_id, dropped_reason, next_step, next_step_on, responsible_id, entered_by, entered_at, moved_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) on conflict (slides_no) do nothing`,
    [row.id, row.slidesNo, row.name, row.bin, row.regionKato, row.contact, row.provenance, row.state, row.caseId, row.droppedReason, row.nextStep, row.nextStepOn, row.responsibleId, row.enteredBy, row.enteredAt, row.movedAt])
}
export async function updatePotentialCentre(sql: Sql, row: PotentialCentre): Promise<void> {
  await sql.run(
    `update potential_centre set name = $2, bin = $3, region_kato = $4, contact = $5, state = $6, case_id = $7, dropped_reason = $8, next_step = $9, next_step_on = $10, responsible_id = $11,
       moved_at = $12, version = version + 1 where id = $1`,
    [row.id, row.name, row.bin, row.regionKato, row.contact, row.state, row.caseId, row.droppedReason, row.nextStep, row.nextStepOn, row.responsibleId, row.movedAt])
}
export async function replaceProfessions(sql: Sql, id: string, codes: readonly string[]): Promise<void> {
  await sql.run('delete from potential_centre_profession where potential_centre_id = $1', [id])
  await sql.run('insert into potential_centre_profession (potential_centre_id, profession_code) select $1, unnest($2::text[])', [id, codes])
}

export interface PotentialNote {
  no: number
  body: string
  writtenBy: Uuid
  writtenAt: Moment
}
/** The number is counted under the lock of the organisation's row. */
export async function insertNote(sql: Sql, id: string, note: Omit<PotentialNote, 'no'>): Promise<void> {
  await sql.run(
    `insert into potential_centre_note (potential_centre_id, no, body, written_by, written_at)
     select $1, coalesce(max(no), 0) + 1, $2, $3, $4 from potential_centre_note where potential_centre_id = $1`, [id, note.body, note.writtenBy, note.writtenAt])
}
export async function selectNotes(sql: Sql, id: string): Promise<PotentialNote[]> {
  return sql.many<PotentialNote>('select no, body, written_by, written_at from potential_centre_note where potential_centre_id = $1 order by no desc', [id])
}
