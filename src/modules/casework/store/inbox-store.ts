import type { Day, Moment } from '#kernel/day.ts'
import type { Sql } from '#platform/db/database.ts'
import type { Mover } from '../domain/road.ts'

export interface InboxRow {
  id: string
  number: string
  kind: string
  step: string
  whoseMove: Mover
  nextDueOn: Day | null
  movedAt: Moment
  closedAt: Moment | null
  assignedTo: string | null
  assignedSurname: string | null
  assignedGivenName: string | null
  professionCode: string | null
  professionKk: string | null
  professionRu: string | null
  professionEn: string | null
  level: number | null
  surname: string
  givenName: string
  patronymic: string | null
}

export const INBOX_TABS = ['ours', 'candidate', 'others', 'closed'] as const
export type InboxTab = (typeof INBOX_TABS)[number]


export interface InboxFilter {
  centreId: string
  tab: InboxTab
  professionCode: string | null
  step: string | null
  assignedTo: string | null
  kind: string | null
  today: Day
}

const COLUMNS = `c.id, c.number, c.kind, c.step, c.whose_move, c.next_due_on, c.moved_at, c.closed_at, c.assigned_to, c.profession_code, c.level,
  p.surname, p.given_name, p.patronymic, v.name_kk as profession_kk, v.name_ru as profession_ru, v.name_en as profession_en,
  ap.surname as assigned_surname, ap.given_name as assigned_given_name`
const JOINS = `join person p on p.id = c.person_id left join profession_version v on v.id = c.profession_version_id
  left join account a on a.id = c.assigned_to left join person ap on ap.id = a.person_id`

// Raw and written per tab: the page is taken from the partial index before anything is joined, so it stays flat at a million cases.
const NARROW = '($3::text is null or profession_code = $3) and ($4::text is null or step = $4) and ($5::uuid is null or assigned_to = $5) and ($6::text is null or kind = $6)'
const OPEN = `select id from case_file where centre_id = $1 and closed_at is null and desk_tab = $2 and ${NARROW}`
const CLOSED = `select id from case_file where centre_id = $1 and closed_at is not null and $2::text is not null and ${NARROW}`
const OPEN_PAGE = `${OPEN} order by next_due_on, id limit $7 offset $8`
const CLOSED_PAGE = `${CLOSED} order by closed_at desc limit $7 offset $8`

export async function selectInbox(sql: Sql, filter: InboxFilter, limit: number, offset: number): Promise<InboxRow[]> {
  const values = [...placeOf(filter), limit, offset]
  return filter.tab === 'closed'
    ? sql.many<InboxRow>(`select ${COLUMNS} from (${CLOSED_PAGE}) k join case_file c on c.id = k.id ${JOINS} order by c.closed_at desc`, values)
    : sql.many<InboxRow>(`select ${COLUMNS} from (${OPEN_PAGE}) k join case_file c on c.id = k.id ${JOINS} order by c.next_due_on, c.id`, values)
}

/** Counting stops here: beyond it the clerk reads "1,000+", and the page stays as fast as before. */
export const COUNT_LIMIT = 1000

export interface InboxCounts extends Record<InboxTab, number> {
  late: number
  today: number
}

/**
 * The counts of all tabs and of what is due, in one question. Row-level security makes the planner expect too few rows to reach the
 * limit, so it would first gather every entry of a tab; without bitmaps and whole scans it walks the index and stops where it should.
 */
export async function countInbox(sql: Sql, filter: InboxFilter): Promise<InboxCounts> {
  const narrow = NARROW.replaceAll('$3', '$2').replaceAll('$4', '$3').replaceAll('$5', '$4').replaceAll('$6', '$5')
  const open = (tab: InboxTab) => `(select count(*) from (select 1 from case_file where centre_id = $1 and closed_at is null and desk_tab = '${tab}' and ${narrow} limit ${COUNT_LIMIT}) k)`
  const due = (condition: string) => `(select count(*) from (select 1 from case_file where centre_id = $1 and closed_at is null and desk_tab = 'ours' and next_due_on ${condition} $6 limit ${COUNT_LIMIT}) k)`
  await sql.one("select set_config('enable_bitmapscan', 'off', true), set_config('enable_seqscan', 'off', true)")
  const counts = await sql.one<InboxCounts>(
    `select ${open('ours')} as ours, ${open('candidate')} as candidate, ${open('others')} as others,
       (select count(*) from (select 1 from case_file where centre_id = $1 and closed_at is not null and ${narrow} limit ${COUNT_LIMIT}) k) as closed, ${due('<')} as late, ${due('=')} as today`,
    [filter.centreId, filter.professionCode, filter.step, filter.assignedTo, filter.kind, filter.today])
  await sql.one("select set_config('enable_bitmapscan', 'on', true), set_config('enable_seqscan', 'on', true)")
  return counts
}

function placeOf(filter: InboxFilter): unknown[] {
  return [filter.centreId, filter.tab, filter.professionCode, filter.step, filter.assignedTo, filter.kind]
}
