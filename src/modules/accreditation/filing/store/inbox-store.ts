import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { Kind, Mover, Step } from '../../domain/road.ts'

/** The line of a case that every list shows. */
export interface CaseLine {
  id: Uuid
  number: string | null
  kind: Kind
  organisationId: Uuid
  regionKato: string
  channel: 'online' | 'paper'
  step: Step
  whoseMove: Mover
  nextDueOn: Day | null
  receivedOn: Day | null
  movedAt: Moment
  closed: boolean
  lines: number
}
const LINE = `c.id, c.number, c.kind, c.organisation_id, c.region_kato, c.channel, c.step, c.whose_move, c.next_due_on, c.received_on, c.moved_at, c.closed_at is not null as closed,
  (select count(*)::int from accreditation_line l where l.case_id = c.id) as lines`

export async function selectCasesOf(sql: Sql, organisationIds: readonly string[]): Promise<CaseLine[]> {
  return sql.many<CaseLine>(`select ${LINE} from accreditation_case c where c.organisation_id = any($1) order by c.closed_at is not null, c.created_at desc, c.id limit 100`, [organisationIds])
}

/** Whose cases a reader of the accrediting body sees: all, those of his regions, or those he is assigned to. */
export interface InboxScope {
  all: boolean
  regions: readonly string[]
  accountId: string | null
}
const SEEN = `(c.step <> 'draft' and c.number is not null and ($1 or c.region_kato = any($2)
    or exists (select 1 from accreditation_expert e where e.case_id = c.id and e.account_id = $3 and e.stepped_back_at is null)
    or exists (select 1 from survey_surveyor s where s.case_id = c.id and s.account_id = $3 and s.relieved_at is null)
    or exists (select 1 from accreditation_commissioner m where m.case_id = c.id and m.account_id = $3))
  or (c.step = 'draft' and c.channel = 'paper' and c.region_kato = any($2)))`
export async function selectInbox(sql: Sql, scope: InboxScope, limit: number, offset: number): Promise<CaseLine[]> {
  return sql.many<CaseLine>(`select ${LINE} from accreditation_case c where ${SEEN} order by c.closed_at is not null, c.next_due_on nulls last, c.moved_at, c.id limit $4 offset $5`,
    [scope.all, scope.regions, scope.accountId, limit, offset])
}
export async function countInbox(sql: Sql, scope: InboxScope): Promise<number> {
  return (await sql.one<{ count: number }>(`select count(*)::int as count from accreditation_case c where ${SEEN}`, [scope.all, scope.regions, scope.accountId])).count
}
