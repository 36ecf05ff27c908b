import type { Moment } from '#kernel/day.ts'
import { parseUuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import * as people from '#modules/people/index.ts'
import { policy } from './policy.ts'
import { countViews, insertView, selectViews, type ViewRow } from './store/audit-store.ts'

/** Notes that a member of staff, or of oversight, opened the case. The candidate's own looks are his own affair. */
export async function recordView(ctx: Ctx, number: string): Promise<void> {
  await tx(ctx, 'view.record', async (t) => {
    const kase = await casework.getCaseByNumber(t, number)
    assertMay(t, policy, 'view.record', kase)
    await insertView(t.sql, { id: t.newId(), caseId: kase.id, accountId: accountOf(t.actor)!, at: t.now })
  })
}

export interface ViewsView {
  rows: (ViewRow & { name: string; caseNumber: string })[]
  total: number
  unknownCase: boolean
}

/** Who looked at which case, the newest first. */
export async function listViews(ctx: Ctx, query: { caseNumber: string; account: string }, page: number, size: number): Promise<ViewsView> {
  return read(ctx, 'views.read', async (t) => {
    assertMay(t, policy, 'views.read', undefined as never)
    const kase = query.caseNumber === '' ? undefined : await casework.findCaseByTypedNumber(t, query.caseNumber)
    if (query.caseNumber !== '' && !kase) return { rows: [], total: 0, unknownCase: true }
    const filter = { caseId: kase?.id ?? null, accountId: parseUuid(query.account) ?? null }
    const rows = await selectViews(t.sql, filter, size, (page - 1) * size)
    const names = await people.namesOf(t, [...new Set(rows.map((row) => row.accountId))])
    const numbers = await casework.numbersOf(t, rows.map((row) => row.caseId))
    const shown = rows.flatMap((row) => {
      const caseNumber = numbers.get(row.caseId)
      return caseNumber ? [{ ...row, caseNumber, name: names.get(row.accountId) ?? '' }] : []
    })
    return { rows: shown, total: await countViews(t.sql, filter), unknownCase: false }
  })
}

/** Who opened his case: the candidate may know [D]. */
export async function listViewsOfOwnCase(ctx: Ctx, number: string): Promise<{ name: string; at: Moment }[]> {
  return read(ctx, 'views.read-own', async (t) => {
    const kase = await casework.getCaseByNumber(t, number)
    assertMay(t, policy, 'views.read-own', kase)
    const rows = await selectViews(t.sql, { caseId: kase.id, accountId: null }, 50, 0)
    const names = await people.namesOf(t, [...new Set(rows.map((row) => row.accountId))])
    return rows.map((row) => ({ name: names.get(row.accountId) ?? '', at: row.at }))
  })
}
