import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { HandedKind } from '../domain/hand-over.ts'

export interface Delivery {
  id: Uuid
  caseId: Uuid
  ofKind: HandedKind
  ofNo: number
  deliveredOn: Day
  recipient: string
  capacity: string
  scanId: Uuid
  recordedBy: Uuid
  recordedAt: Moment
}
const COLUMNS = 'id, case_id, of_kind, of_no, delivered_on, recipient, capacity, scan_id, recorded_by, recorded_at'
export async function insertDelivery(sql: Sql, row: Delivery): Promise<void> {
  await sql.run(`insert into accreditation_delivery (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [row.id, row.caseId, row.ofKind, row.ofNo, row.deliveredOn, row.recipient, row.capacity, row.scanId, row.recordedBy, row.recordedAt])
}
export async function selectDeliveries(sql: Sql, caseId: string): Promise<Delivery[]> {
  return sql.many<Delivery>(`select ${COLUMNS} from accreditation_delivery where case_id = $1 order by recorded_at, id`, [caseId])
}
