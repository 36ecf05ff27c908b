import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

/** A file of a report or of an answer. */
export interface MonitoringPaper {
  id: Uuid
  centreId: Uuid
  reportId: Uuid | null
  answerId: Uuid | null
  name: string
  mediaType: string
  size: number
  sha256: Uint8Array
  fileKey: string
  originalKey: string
  uploadedBy: Uuid
  uploadedAt: Moment
}
const COLUMNS = 'id, centre_id, report_id, answer_id, name, media_type, size, sha256, file_key, original_key, uploaded_by, uploaded_at'

export async function insertPaper(sql: Sql, row: MonitoringPaper): Promise<void> {
  await sql.run(
    `insert into monitoring_paper (id, centre_id, report_id, answer_id, name, media_type, size, sha256, file_key, original_key, uploaded_by, uploaded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [row.id, row.centreId, row.reportId, row.answerId, row.name, row.mediaType, row.size, row.sha256, row.fileKey, row.originalKey, row.uploadedBy, row.uploadedAt])
}
export async function selectPaper(sql: Sql, id: string): Promise<MonitoringPaper | undefined> {
  return sql.maybe<MonitoringPaper>(`select ${COLUMNS} from monitoring_paper where id = $1`, [id])
}
export async function selectPapersOf(sql: Sql, centreId: string): Promise<MonitoringPaper[]> {
  return sql.many<MonitoringPaper>(`select ${COLUMNS} from monitoring_paper where centre_id = $1 order by uploaded_at, id`, [centreId])
}
