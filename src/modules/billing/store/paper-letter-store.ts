import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

export type PaperLetterKind = 'invoice-issued' | 'invoice-issued-due' | 'payment-received' | 'payment-reversed' | 'refund-owed' | 'refund-paid'
export interface PaperLetter {
  id: Uuid
  centreId: Uuid
  caseId: Uuid
  kind: PaperLetterKind
  about: string
  employer: string | null
  paperId: Uuid
  madeAt: Moment
  handedOn: Day | null
  handedBy: Uuid | null
  handedAt: Moment | null
}
const LETTER = 'id, centre_id, case_id, kind, about, employer, paper_id, made_at, handed_on, handed_by, handed_at'

export async function insertPaperLetter(sql: Sql, l: Omit<PaperLetter, 'handedOn' | 'handedBy' | 'handedAt'>): Promise<void> {
  await sql.run('insert into paper_letter (id, centre_id, case_id, kind, about, employer, paper_id, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8)', [l.id, l.centreId, l.caseId, l.kind, l.about, l.employer, l.paperId, l.madeAt])
}
/** A page of the letters of a centre: what waits first, the oldest at the head; then what was handed over, the newest first. */
export async function selectPaperLetters(sql: Sql, centreId: string, page: { limit: number; offset: number }): Promise<PaperLetter[]> {
  return sql.many<PaperLetter>(`select ${LETTER} from paper_letter where centre_id = $1 order by handed_on is not null, case when handed_on is null then made_at end, handed_at desc, id limit $2 offset $3`, [centreId, page.limit, page.offset])
}
/** All letters of a centre, and those that wait to be handed over. */
export async function countPaperLetters(sql: Sql, centreId: string): Promise<{ total: number; waiting: number }> {
  return sql.one('select count(*)::integer as total, count(*) filter (where handed_on is null)::integer as waiting from paper_letter where centre_id = $1', [centreId])
}
export async function selectPaperLetter(sql: Sql, id: string): Promise<PaperLetter | undefined> {
  return sql.maybe<PaperLetter>(`select ${LETTER} from paper_letter where id = $1`, [id])
}
export async function lockPaperLetter(sql: Sql, id: string): Promise<PaperLetter | undefined> {
  return sql.maybe<PaperLetter>(`select ${LETTER} from paper_letter where id = $1 for update`, [id])
}
export async function updateHandedOver(sql: Sql, of: { id: string; on: Day; by: string; at: Moment; attachmentId: string }): Promise<void> {
  await sql.run('update paper_letter set handed_on = $2, handed_by = $3, handed_at = $4, attachment_id = $5 where id = $1', [of.id, of.on, of.by, of.at, of.attachmentId])
}
