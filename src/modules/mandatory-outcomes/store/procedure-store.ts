import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { ProcedureForm, ProcedureTyped } from '../domain/procedure.ts'

/** One edition of how a profession is recognised. */
export interface ProcedureRow extends ProcedureTyped {
  id: Uuid
  bodyCode: string
  professionCode: string
  editionNo: number
  form: ProcedureForm
  validFrom: Day
  publishedBy: Uuid
  publishedAt: Moment
}
const COLUMNS = 'id, body_code, profession_code, edition_no, act_kk, act_ru, form, place_kk, place_ru, link, terms_kk, terms_ru, contact, valid_from, published_by, published_at'

export async function insertProcedure(sql: Sql, row: ProcedureRow): Promise<void> {
  await sql.run(`insert into mandatory_procedure (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [row.id, row.bodyCode, row.professionCode, row.editionNo, row.actKk, row.actRu, row.form, row.placeKk, row.placeRu, row.link, row.termsKk, row.termsRu, row.contact, row.validFrom,
      row.publishedBy, row.publishedAt])
}
/** Every edition of a body for a profession, the last first. */
export async function selectEditions(sql: Sql, bodyCode: string, professionCode: string): Promise<ProcedureRow[]> {
  return sql.many<ProcedureRow>(`select ${COLUMNS} from mandatory_procedure where body_code = $1 and profession_code = $2 order by edition_no desc`, [bodyCode, professionCode])
}
/** Every edition of all bodies, by profession, the last first. */
export async function selectAllEditions(sql: Sql): Promise<ProcedureRow[]> {
  return sql.many<ProcedureRow>(`select ${COLUMNS} from mandatory_procedure order by profession_code, body_code, edition_no desc`)
}
/** The edition in force on a day for each profession of a body. */
export async function selectInForce(sql: Sql, bodyCode: string, on: Day): Promise<{ professionCode: string; editionNo: number; validFrom: Day }[]> {
  return sql.many(
    'select distinct on (profession_code) profession_code, edition_no, valid_from from mandatory_procedure where body_code = $1 and valid_from <= $2 order by profession_code, edition_no desc', [bodyCode, on])
}
