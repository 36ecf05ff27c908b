import type { Moment } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import type { Sql } from '#platform/db/database.ts'

export async function lockInstance(sql: Sql): Promise<{ clockOffsetMs: number }> {
  return sql.one('select clock_offset_ms from instance for update')
}
export async function updateClockOffset(sql: Sql, offsetMs: number): Promise<void> {
  await sql.run('update instance set clock_offset_ms = $1', [offsetMs])
}

export interface MailboxLetter {
  id: string
  kind: string
  email: string | null
  lang: Language
  subject: string
  body: string
  createdAt: Moment
  sentAt: Moment | null
  fault: string | null
}
export async function selectMailbox(sql: Sql, limit: number, offset: number): Promise<MailboxLetter[]> {
  return sql.many<MailboxLetter>('select id, kind, email, lang, subject, body, created_at, sent_at, fault from letter order by created_at desc, id desc limit $1 offset $2', [limit, offset])
}
export async function countMailbox(sql: Sql): Promise<number> {
  return (await sql.one<{ count: number }>('select count(*) as count from letter')).count
}
