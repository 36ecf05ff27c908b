import { Denial } from '#kernel/denial.ts'
import { SYSTEM } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { sharedWatch } from '#platform/acts/shared-watch.ts'
import { read } from '#platform/acts/tx.ts'
import type { Language } from '#kernel/localized.ts'
import { findSitting } from '../neighbours.ts'
import { policy } from '../policy.ts'
import { consoleOf, factsOf, sittingToShow, type SittingConsole, type SittingFacts } from './console.ts'

const FIVE_MINUTES = 300_000

/** What changed since an event: the seats by case number, and whether the stop or the record did. */
export interface WallChanges {
  id: string
  seats: ReadonlySet<string>
  record: boolean
}
export interface SittingWatcher {
  /** As the last read has it. */
  console(lang: Language): SittingConsole
  /** Everything, where the event is none of this watch or too old to be known. */
  changesSince(eventId: string | undefined): WallChanges
  isFresh(): boolean
  stop(): void
}

const RECORD = '.record'
/** How often the record of a watch was read anew: facts keep the same list while nothing of it can have changed. */
const records = new WeakMap<SittingFacts['happenings'], number>()
let recordsRead = 0

const wall = sharedWatch<SittingFacts>({
  read: (ctx, sittingId, before) => read({ ...ctx, actor: SYSTEM }, 'sitting.watch', async (t) => {
    assertMay(t, policy, 'sitting.watch', undefined as never)
    return sittingFactsOf(t, sittingId, before)
  }),
  parts(facts) {
    const shown = consoleOf(facts, 'kk')
    if (!records.has(facts.happenings)) records.set(facts.happenings, ++recordsRead)
    // Time that runs is no change, but the last five minutes and the end of the sitting are.
    return new Map([
      ...shown.seats.map(({ leftMs, signAt, ...seat }) => [seat.caseNumber, JSON.stringify([seat, leftMs !== null && leftMs < FIVE_MINUTES, shown.over, shown.halt?.id])] as const),
      [RECORD, JSON.stringify([records.get(facts.happenings), facts.halts, facts.rows.length])] as const,
    ])
  },
})

/** The facts of a sitting with the sight of whoever reads; the caller has asked its own policy. */
export async function sittingFactsOf(t: Tx, sittingId: string, before?: SittingFacts): Promise<SittingFacts> {
  const sitting = await findSitting(t.sql, sittingId)
  if (!sitting) throw new Denial('not-found')
  return factsOf(t, sitting, before)
}

/** Asks whether this person may look at this sitting now; the stream does so while it lasts. Answers whether the sitting still goes on. */
export async function assertMayWatch(ctx: Ctx, sittingId: string): Promise<{ over: boolean }> {
  return read(ctx, 'sitting.console', async (t) => ({ over: t.now >= (await sittingToShow(t, sittingId)).endsAt }))
}

/** The event up to which a page drawn from now on is at least as new; nothing where nobody watches. */
export async function wallEventOf(ctx: Pick<Ctx, 'db'>, sittingId: string): Promise<string | undefined> {
  return wall.eventOf(ctx, sittingId)
}

/**
 * Watches a sitting: `onChange` is called after each read that brought something new. However many watch, the sitting is read once in
 * about a second, with the sight of the system; whether each may look was asked before.
 */
export async function watchSitting(ctx: Ctx, sittingId: string, onChange: () => void): Promise<SittingWatcher> {
  await assertMayWatch(ctx, sittingId)
  const watcher = await wall.watch(ctx, sittingId, onChange)
  return {
    console: (lang) => consoleOf(watcher.facts(), lang),
    changesSince(eventId) {
      const { id, parts } = watcher.changesSince(eventId)
      return { id, seats: new Set([...parts].filter((part) => part !== RECORD)), record: parts.has(RECORD) }
    },
    isFresh: watcher.isFresh,
    stop: watcher.stop,
  }
}
