import type { Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'

export interface OpenedRow {
  caseId: Uuid
  centreId: Uuid
  personId: Uuid
  openedOn: Day
}
/** Cases of recognition opened from one day to another, both among them, and the last one before of each centre. Needs the sight of the system. */
export async function selectOpened(sql: Sql, from: Day, until: Day): Promise<{ cases: OpenedRow[]; before: OpenedRow[] }> {
  const columns = 'id as case_id, centre_id, person_id, opened_on'
  return {
    cases: await sql.many<OpenedRow>(`select ${columns} from case_file where kind = 'recognition' and opened_on between $1 and $2 order by opened_on, id`, [from, until]),
    before: await sql.many<OpenedRow>(`select distinct on (centre_id) ${columns} from case_file where kind = 'recognition' and opened_on < $1 order by centre_id, opened_on desc, id`, [from]),
  }
}
