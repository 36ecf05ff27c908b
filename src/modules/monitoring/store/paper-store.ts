import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import { FILE_COLUMNS, fileValues, type FileRow } from '#platform/db/file-row.ts'

/** A file of a report or of an answer. */
export interface MonitoringPaper extends FileRow {
  id: Uuid
  centreId: Uuid
  reportId: Uuid | null
  answerId: Uuid | null
}
const COLUMNS = `id, centre_id, report_id, answer_id, ${FILE_COLUMNS}`

export async function insertPaper(sql: Sql, row: MonitoringPaper): Promise<void> {
  await sql.run(`insert into monitoring_paper (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [row.id, row.centreId, row.reportId, row.answerId, ...fileValues(row)])
}
export async function selectPaper(sql: Sql, id: string): Promise<MonitoringPaper | undefined> {
  return sql.maybe<MonitoringPaper>(`select ${COLUMNS} from monitoring_paper where id = $1`, [id])
}
export async function selectPapersOf(sql: Sql, centreId: string): Promise<MonitoringPaper[]> {
  return sql.many<MonitoringPaper>(`select ${COLUMNS} from monitoring_paper where centre_id = $1 order by uploaded_at, id`, [centreId])
}
