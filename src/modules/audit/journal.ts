import type { Day } from '#kernel/day.ts'
import { deny } from '#kernel/denial.ts'
import { parseUuid } from '#kernel/id.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { entriesOf, firstBreak } from '#platform/journal/journal.ts'
import { findPlace, listChains, listKinds, searchEntries, type JournalRow } from '#platform/journal/search.ts'
import * as casework from '#modules/casework/index.ts'
import * as people from '#modules/people/index.ts'
import { policy } from './policy.ts'

export interface JournalQuery {
  /** Number of a case, in whatever way it was typed; or a chain by its own name. */
  chain: string
  kind: string
  from: Day | undefined
  until: Day | undefined
  /** Id of an account whose acts are looked for. */
  actor: string
}
export interface JournalLine extends JournalRow {
  actorName: string | undefined
  caseNumber: string | undefined
}
export interface JournalView {
  lines: JournalLine[]
  /** The last line's id when there are more. */
  next: string | undefined
  kinds: string[]
  /** Of a chain that was asked for: the first place at which it does not hold, or null when it is whole. */
  chainBreak: { length: number; at: number | null } | undefined
  unknownCase: boolean
}

/** The journal of acts, the newest first; a single chain is checked from its first entry to its last. */
export async function readJournal(ctx: Ctx, query: JournalQuery, before: string | undefined, size: number): Promise<JournalView> {
  return read(ctx, 'journal.read', async (t) => {
    assertMay(t, policy, 'journal.read', undefined as never)
    const typed = query.chain.trim()
    const kase = typed === '' || typed.includes(':') ? undefined : await casework.findCaseByTypedNumber(t, typed)
    const unknownCase = typed !== '' && !typed.includes(':') && !kase
    const chain = kase ? casework.chainOf(kase.id) : typed === '' ? null : typed
    const entry = before === undefined ? undefined : parseUuid(before)
    const place = before === undefined ? null : (entry && (await findPlace(t.sql, entry))) ?? deny('filter.wrong', { filter: 'before', value: before.slice(0, 60) })
    const filter = { chain, kind: query.kind || null, actorId: parseUuid(query.actor) ?? null, from: query.from ?? null, until: query.until ?? null }
    const rows = unknownCase ? [] : await searchEntries(t.sql, filter, place, size + 1)
    const shown = rows.slice(0, size)
    const entries = chain && !unknownCase ? await entriesOf(t.sql, chain) : []
    return {
      lines: await withNames(t, shown), next: rows.length > size ? shown.at(-1)!.id : undefined, kinds: await listKinds(t.sql), unknownCase,
      chainBreak: entries.length > 0 ? { length: entries.length, at: firstBreak(entries) ?? null } : undefined,
    }
  })
}

async function withNames(t: Tx, rows: readonly JournalRow[]): Promise<JournalLine[]> {
  // Who signs in is nobody yet: the account that was opened names him.
  const whoOf = (row: JournalRow): string | undefined => row.actorId ?? (row.actorKind === 'anonymous' ? parseUuid(/^account:(.+)$/.exec(row.chain)?.[1] ?? '') : undefined)
  const names = await people.namesOf(t, [...new Set(rows.flatMap((row) => whoOf(row) ?? []))])
  const numbers = await casework.numbersOf(t, rows.flatMap((row) => (row.chain.startsWith('case:') ? [row.chain.slice(5)] : [])))
  return rows.map((row) => ({ ...row, actorName: names.get(whoOf(row) ?? ''), caseNumber: numbers.get(row.chain.slice(5)) }))
}

/** Walks every chain of the journal and answers those that do not hold. `progress` is told how many were walked. */
export async function verifyJournal(ctx: Ctx, progress: (chains: number) => void = () => {}): Promise<{ chains: number; entries: number; broken: { chain: string; at: number }[] }> {
  const found = { chains: 0, entries: 0, broken: [] as { chain: string; at: number }[] }
  for (let after = ''; ;) {
    const page = await read(ctx, 'journal.verify', async (t) => {
      assertMay(t, policy, 'journal.verify', undefined as never)
      const chains = await listChains(t.sql, after, 200)
      for (const chain of chains) {
        const entries = await entriesOf(t.sql, chain)
        const at = firstBreak(entries)
        found.chains++
        found.entries += entries.length
        if (at !== undefined) found.broken.push({ chain, at })
      }
      return chains
    })
    progress(found.chains)
    if (page.length === 0) return found
    after = page.at(-1)!
  }
}
