import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { Mover } from '../domain/road.ts'
import type { CaseKind } from './case-store.ts'

/** A case as a line of a list, with the names that stand beside it in every list: candidate, profession, centre. */
export interface CaseSummary {
  id: Uuid
  number: string
  kind: CaseKind
  parentCaseId: Uuid | null
  accountId: Uuid | null
  step: string
  whoseMove: Mover
  nextDueOn: Day | null
  version: number
  level: number | null
  openedOn: Day
  movedAt: Moment
  closed: boolean
  surname: string
  givenName: string
  patronymic: string | null
  professionKk: string | null
  professionRu: string | null
  professionEn: string | null
  centreKk: string
  centreRu: string
  centreEn: string
}

const SUMMARY = `select c.id, c.number, c.kind, c.parent_case_id, c.account_id, c.step, c.whose_move, c.next_due_on, c.version, c.level, c.opened_on, c.moved_at, c.closed_at is not null as closed,
  p.surname, p.given_name, p.patronymic, v.name_kk as profession_kk, v.name_ru as profession_ru, v.name_en as profession_en,
  o.name_kk as centre_kk, o.name_ru as centre_ru, o.name_en as centre_en
  from case_file c join person p on p.id = c.person_id join organisation o on o.id = c.centre_id left join profession_version v on v.id = c.profession_version_id`

/** Cases by id, in the order of their terms. */
export async function selectSummaries(sql: Sql, ids: readonly string[]): Promise<CaseSummary[]> {
  return sql.many<CaseSummary>(`${SUMMARY} where c.id = any($1::uuid[]) order by c.next_due_on nulls last, c.number`, [ids])
}
export async function selectSummariesOfAccount(sql: Sql, accountId: string | undefined, limit: number): Promise<CaseSummary[]> {
  return sql.many<CaseSummary>(`${SUMMARY} where c.account_id = $1 order by c.opened_at desc limit $2`, [accountId, limit])
}
/** Of several people at once. */
export async function selectSummariesOfAccounts(sql: Sql, accountIds: readonly string[], limit: number): Promise<CaseSummary[]> {
  return sql.many<CaseSummary>(`${SUMMARY} where c.account_id = any($1::uuid[]) order by c.opened_at desc, c.id desc limit $2`, [accountIds, limit])
}

/** Cases of one kind at one centre, or at all that the reader may see. */
export interface KindFilter {
  kind: CaseKind
  centreId: string | null
}
const OF_KIND = `${SUMMARY} where c.kind = $1 and ($2::uuid is null or c.centre_id = $2)`
const ORDERS = { term: 'c.closed_at is not null, c.next_due_on nulls last, c.opened_at desc', newest: 'c.closed_at is not null, c.opened_at desc' } as const
/** The open ones first: by their terms, or the newest before the older. */
export async function selectSummariesOfKind(sql: Sql, { kind, centreId }: KindFilter, order: keyof typeof ORDERS, limit: number, offset: number): Promise<CaseSummary[]> {
  return sql.many<CaseSummary>(`${OF_KIND} order by ${ORDERS[order]} limit $3 offset $4`, [kind, centreId, limit, offset])
}
export async function countKind(sql: Sql, { kind, centreId }: KindFilter): Promise<{ all: number; open: number }> {
  return sql.one('select count(*) as all, count(*) filter (where closed_at is null) as open from case_file where kind = $1 and ($2::uuid is null or centre_id = $2)', [kind, centreId])
}

/** Every case of recognition of a person, as far as the reader sees them. */
export async function selectCaseIdsOfPerson(sql: Sql, personId: string): Promise<Uuid[]> {
  return (await sql.many<{ id: Uuid }>("select id from case_file where person_id = $1 and kind = 'recognition' order by opened_at, id", [personId])).map((row) => row.id)
}
