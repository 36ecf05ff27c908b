import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

/** One decision on the waiting cases of a loss. */
export interface Continuation {
  id: Uuid
  certificateId: Uuid | null
  eventId: Uuid | null
  ground: string
  cases: number
  decidedBy: Uuid
  decidedAt: Moment
}
const COLUMNS = 'id, certificate_id, event_id, ground, cases, decided_by, decided_at'

export async function insertContinuation(sql: Sql, c: Continuation): Promise<void> {
  await sql.run(`insert into continuation (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7)`, [c.id, c.certificateId, c.eventId, c.ground, c.cases, c.decidedBy, c.decidedAt])
}
/** What was decided about a loss, the newest first. */
export async function selectContinuations(sql: Sql, loss: { certificateId: string | null; eventId: string | null }): Promise<Continuation[]> {
  return sql.many<Continuation>(
    `select ${COLUMNS} from continuation where certificate_id is not distinct from $1 and event_id is not distinct from $2 order by decided_at desc, id desc`, [loss.certificateId, loss.eventId])
}
