import type { Tx } from '#platform/acts/ctx.ts'
import { personName } from '#platform/i18n/format.ts'

/** Names of the people behind accounts, for the timeline of a case the reader may already see. */
export async function namesOf(t: Tx, accountIds: readonly (string | null | undefined)[]): Promise<Map<string, string>> {
  const ids = [...new Set(accountIds.filter((id): id is string => typeof id === 'string'))]
  if (ids.length === 0) return new Map()
  const rows = await t.sql.many<{ id: string; surname: string; givenName: string; patronymic: string | null }>(
    'select a.id, p.surname, p.given_name, p.patronymic from account a join person p on p.id = a.person_id where a.id = any($1)', [ids])
  return new Map(rows.map((row) => [row.id, personName(row, t.lang, 'initials')]))
}
