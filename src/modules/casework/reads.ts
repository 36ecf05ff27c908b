import { lateness, type Lateness } from '#kernel/deadline-rule.ts'
import { parseCaseNumber } from '#kernel/case-number.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { entriesOf, firstBreak, type JournalEntry } from '#platform/journal/journal.ts'
import { chainOf } from './cases.ts'
import { policy } from './policy.ts'
import { selectSummariesOfAccount, type CaseSummary } from './store/case-list-store.ts'
import { COUNT_LIMIT, countInbox, selectInbox, type InboxFilter, type InboxRow, type InboxTab } from './store/inbox-store.ts'
import { deadlinesOf as selectDeadlines, lockOpening, selectCaseByNumber, selectNotWithdrawn, selectNumbers, selectOpenNumber, selectOpenOfProfession, type CaseFile, type Deadline } from './store/case-store.ts'

export interface Inbox {
  rows: (InboxRow & { lateness: Lateness | undefined })[]
  counts: Record<InboxTab, number>
  late: number
  dueToday: number
  countLimit: number
}

/** The desk of a centre: whose move, late first. */
export async function readInbox(ctx: Ctx, filter: Omit<InboxFilter, 'today'>, page: number, pageSize: number): Promise<Inbox> {
  return read(ctx, 'inbox.read', async (t) => {
    assertMay(t, policy, 'inbox.read', { centreId: filter.centreId })
    const whole: InboxFilter = { ...filter, today: t.today }
    const rows = await selectInbox(t.sql, whole, pageSize, (page - 1) * pageSize)
    const { late, today, ...counts } = await countInbox(t.sql, whole)
    return {
      rows: rows.map((row) => ({ ...row, lateness: row.nextDueOn && !row.closedAt ? lateness(row.nextDueOn, t.today, t.calendar) : undefined })),
      counts, late, dueToday: today, countLimit: COUNT_LIMIT,
    }
  })
}

/** Numbers of cases by their ids, for lists of other modules. */
export async function numbersOf(t: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  return new Map((await selectNumbers(t.sql, [...new Set(ids)])).map((row) => [row.id, row.number]))
}

/** Which of these cases were not withdrawn, as far as the reader may see them. */
export async function listNotWithdrawn(t: Tx, ids: readonly string[]): Promise<Set<string>> {
  return new Set(await selectNotWithdrawn(t.sql, [...new Set(ids)]))
}

/** The open cases of a person for a profession, of all levels, as far as the reader may see them; whoever is about to open one holds the others back. */
export async function listOpenCases(t: Tx, question: { personId: string; professionCode: string; opening: boolean }): Promise<{ number: string; level: number }[]> {
  if (question.opening) await lockOpening(t.sql, question)
  return selectOpenOfProfession(t.sql, question)
}

/** The number of the open case that a person has for this qualification, as far as the reader may see it. */
export async function findOpenCaseNumber(t: Tx, question: { personId: string; professionCode: string; level: number }): Promise<string | undefined> {
  return selectOpenNumber(t.sql, question)
}

/** One's own cases, the newest first. */
export async function listOwnCases(ctx: Ctx): Promise<CaseSummary[]> {
  return read(ctx, 'case.read-own', async (t) => {
    assertMay(t, policy, 'case.read-own', undefined as never)
    return selectSummariesOfAccount(t.sql, accountOf(t.actor), 200)
  })
}

/** The clocks of a case, running and stopped. */
export async function deadlinesOf(t: Tx, caseId: string): Promise<Deadline[]> {
  return selectDeadlines(t.sql, caseId)
}

/** The timeline of a case: the journal seen from one case. */
export async function timelineOf(t: Tx, caseId: string): Promise<JournalEntry[]> {
  return entriesOf(t.sql, chainOf(caseId))
}

/** The place at which a case's chain is broken, or undefined when it is whole. */
export async function chainBreakOf(t: Tx, caseId: string): Promise<number | undefined> {
  return firstBreak(await timelineOf(t, caseId))
}

/** Finds a case by what a person typed: forgiving about case and dashes, strict about the check character. */
export async function findCaseByTypedNumber(t: Tx, typed: string): Promise<CaseFile | undefined> {
  const parsed = parseCaseNumber(typed)
  return parsed.ok ? selectCaseByNumber(t.sql, parsed.value) : undefined
}
