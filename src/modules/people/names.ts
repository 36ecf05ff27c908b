import type { Tx } from '#platform/acts/ctx.ts'
import { personName } from '#platform/i18n/format.ts'
import { selectAccountNames } from './store/people-store.ts'

/** Names of the people behind accounts, for the timeline of a case the reader may already see. */
export async function namesOf(t: Tx, accountIds: readonly (string | null | undefined)[]): Promise<Map<string, string>> {
  const ids = [...new Set(accountIds.filter((id): id is string => typeof id === 'string'))]
  if (ids.length === 0) return new Map()
  const rows = await selectAccountNames(t.sql, ids)
  return new Map(rows.map((row) => [row.id, personName(row, t.lang, 'initials')]))
}

/** The whole name of the person behind an account, for a paper or a list. */
export async function fullNameOf(t: Tx, accountId: string): Promise<string | undefined> {
  const [row] = await selectAccountNames(t.sql, [accountId])
  return row && personName(row, t.lang, 'full')
}
