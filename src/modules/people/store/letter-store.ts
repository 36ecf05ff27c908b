import type { Moment } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

/** A letter with its finished text; it waits in real time, the clock of the act may run ahead in a demonstration. */
export interface NewLetter {
  id: Uuid
  kind: string
  caseId: string | null
  accountId: string | null
  email: string | null
  lang: Language
  subject: string
  body: string
  createdAt: Moment
}
export async function insertLetter(sql: Sql, l: NewLetter): Promise<void> {
  await sql.run(
    `insert into letter (id, kind, case_id, account_id, email, lang, subject, body, created_at, next_try_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, date_trunc('milliseconds', statement_timestamp()))`,
    [l.id, l.kind, l.caseId, l.accountId, l.email, l.lang, l.subject, l.body, l.createdAt])
}

/** The same for several letters at once. */
export async function insertLetters(sql: Sql, all: readonly NewLetter[]): Promise<void> {
  await sql.run(
    `insert into letter (id, kind, case_id, account_id, email, lang, subject, body, created_at, next_try_at)
     select r.*, date_trunc('milliseconds', statement_timestamp()) from unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::timestamptz[]) r`,
    [all.map((l) => l.id), all.map((l) => l.kind), all.map((l) => l.caseId), all.map((l) => l.accountId), all.map((l) => l.email), all.map((l) => l.lang), all.map((l) => l.subject), all.map((l) => l.body), all.map((l) => l.createdAt)])
}

export interface OwnLetter {
  id: string
  kind: string
  caseNumber: string | null
  subject: string
  body: string
  createdAt: Moment
  readAt: Moment | null
  sentAt: Moment | null
}
export async function selectOwnLetters(sql: Sql, accountId: string | null, limit: number, offset: number): Promise<OwnLetter[]> {
  return sql.many<OwnLetter>(
    `select l.id, l.kind, c.number as case_number, l.subject, l.body, l.created_at, l.read_at, l.sent_at from letter l left join case_file c on c.id = l.case_id
     where l.account_id = $1 order by l.created_at desc, l.id desc limit $2 offset $3`, [accountId, limit, offset])
}
export async function countOwnLetters(sql: Sql, accountId: string | null): Promise<number> {
  return (await sql.one<{ total: number }>('select count(*) as total from letter where account_id = $1', [accountId])).total
}
export async function countUnread(sql: Sql, accountId: string): Promise<number> {
  return (await sql.one<{ count: number }>('select count(*) as count from letter where account_id = $1 and read_at is null', [accountId])).count
}
export async function markRead(sql: Sql, accountId: string | null, at: Moment): Promise<void> {
  await sql.run('update letter set read_at = $2 where account_id = $1 and read_at is null', [accountId, at])
}

export interface WaitingLetter {
  id: string
  email: string | null
  lang: Language
  subject: string
  body: string
  tries: number
}
/** Claims the next waiting letter for a minute; another sender passes it over. */
export async function claimWaiting(sql: Sql, now: Moment): Promise<WaitingLetter | undefined> {
  return sql.maybe<WaitingLetter>(
    `update letter set next_try_at = $1::timestamptz + interval '1 minute', tries = tries + 1
     where id = (select id from letter where sent_at is null and next_try_at is not null and next_try_at <= $1 order by next_try_at limit 1 for update skip locked)
     returning id, email, lang, subject, body, tries`, [now])
}
export async function markSent(sql: Sql, id: string, at: Moment): Promise<void> {
  await sql.run('update letter set sent_at = $2, next_try_at = null, fault = null where id = $1', [id, at])
}
export async function markDelayed(sql: Sql, letter: Pick<WaitingLetter, 'id' | 'tries'>, now: Moment, { seconds, fault }: { seconds: number; fault: string }): Promise<void> {
  await sql.run('update letter set next_try_at = case when $2 > 14 then null else $3::timestamptz + make_interval(secs => $4) end, fault = $5 where id = $1',
    [letter.id, letter.tries, now, seconds, fault])
}
export async function markRefused(sql: Sql, id: string, fault: string): Promise<void> {
  await sql.run('update letter set next_try_at = null, fault = $2 where id = $1', [id, fault])
}

/** A letter as the mailbox of a demonstration shows it. */
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
