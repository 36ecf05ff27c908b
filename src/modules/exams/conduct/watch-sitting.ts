import { randomBytes } from 'node:crypto'
import { Denial } from '#kernel/denial.ts'
import { SYSTEM } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import type { Database } from '#platform/db/database.ts'
import type { Language } from '#kernel/localized.ts'
import { findSitting } from '../neighbours.ts'
import { policy } from '../policy.ts'
import { consoleOf, factsOf, sittingToShow, type SittingConsole, type SittingFacts } from './console.ts'

/** Less than a second from the beginning of one read to the next, so that a change is seen within one, the read itself included. */
const EVERY_MS = 800
/** How long a sitting nobody watches is remembered, so that a watcher who was cut off gets only what he missed. */
const KEPT_MS = 60_000
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

interface Watch {
  epoch: string
  version: number
  facts: SittingFacts
  digests: Map<string, string>
  changed: Map<string, number>
  recordChanged: number
  listeners: Set<() => void>
  timer: ReturnType<typeof setTimeout> | undefined
  idleSince: number
  /** False while the database does not answer: what is shown is old. */
  fresh: boolean
}
const watches = new WeakMap<Database, Map<string, Promise<Watch>>>()

/** Asks whether this person may look at this sitting now; the stream does so while it lasts. Answers whether the sitting still goes on. */
export async function assertMayWatch(ctx: Ctx, sittingId: string): Promise<{ over: boolean }> {
  return read(ctx, 'sitting.console', async (t) => ({ over: t.now >= (await sittingToShow(t, sittingId)).endsAt }))
}

/** The event up to which a page drawn from now on is at least as new; nothing where nobody watches. */
export async function wallEventOf(ctx: Pick<Ctx, 'db'>, sittingId: string): Promise<string | undefined> {
  const watch = await watches.get(ctx.db)?.get(sittingId)?.catch(() => undefined)
  return watch && eventIdOf(watch)
}

/**
 * Watches a sitting: `onChange` is called after each read that brought something new. However many watch, the sitting is read once in
 * about a second, with the sight of the system; whether each may look was asked before.
 */
export async function watchSitting(ctx: Ctx, sittingId: string, onChange: () => void): Promise<SittingWatcher> {
  await assertMayWatch(ctx, sittingId)
  let ofDatabase = watches.get(ctx.db)
  if (!ofDatabase) watches.set(ctx.db, (ofDatabase = new Map()))
  for (const [id, kept] of ofDatabase) if (id !== sittingId) void kept.then((each) => { if (each.listeners.size === 0 && Date.now() - each.idleSince > KEPT_MS) ofDatabase.delete(id) }, () => ofDatabase.delete(id))
  let opening = ofDatabase.get(sittingId)
  if (!opening) {
    ofDatabase.set(sittingId, (opening = openWatch(ctx, sittingId)))
    opening.catch(() => ofDatabase.delete(sittingId))
  }
  const watch = await opening
  // Nobody watched for a while: what was read then is not what is now.
  if (watch.listeners.size === 0 && watch.timer === undefined) await look(ctx, watch)
  watch.listeners.add(onChange)
  goOn(ctx, watch)
  return {
    console: (lang) => consoleOf(watch.facts, lang),
    changesSince: (eventId) => changesOf(watch, eventId),
    isFresh: () => watch.fresh,
    stop() {
      watch.listeners.delete(onChange)
      if (watch.listeners.size > 0) return
      clearTimeout(watch.timer)
      watch.timer = undefined
      watch.idleSince = Date.now()
    },
  }
}

async function openWatch(ctx: Ctx, sittingId: string): Promise<Watch> {
  const facts = await readFacts(ctx, sittingId)
  const watch: Watch = { epoch: randomBytes(6).toString('base64url'), version: 0, facts, digests: new Map(), changed: new Map(), recordChanged: 0, listeners: new Set(), timer: undefined, idleSince: Date.now(), fresh: true }
  note(watch, facts)
  return watch
}

function readFacts(ctx: Ctx, sittingId: string, before?: SittingFacts): Promise<SittingFacts> {
  return read({ ...ctx, actor: SYSTEM }, 'sitting.watch', async (t) => {
    assertMay(t, policy, 'sitting.watch', undefined as never)
    const sitting = await findSitting(t.sql, sittingId)
    if (!sitting) throw new Denial('not-found')
    return factsOf(t, sitting, before)
  })
}

async function look(ctx: Ctx, watch: Watch): Promise<void> {
  const facts = await readFacts(ctx, watch.facts.sitting.id, watch.facts)
  if (note(watch, facts)) for (const listener of watch.listeners) listener()
}

function goOn(ctx: Ctx, watch: Watch): void {
  if (watch.timer !== undefined || watch.listeners.size === 0) return
  const again = (): void => {
    const begun = performance.now()
    void look(ctx, watch).then(() => { watch.fresh = true }, () => { watch.fresh = false }).finally(() => {
      if (watch.listeners.size > 0) schedule(Math.max(50, EVERY_MS - (performance.now() - begun)))
      else watch.timer = undefined
    })
  }
  const schedule = (inMs: number): void => { watch.timer = setTimeout(again, inMs).unref() }
  schedule(EVERY_MS)
}

/** Takes in what was read; true when something is new. Time that runs is no change, but the last five minutes and the end of the sitting are. */
function note(watch: Watch, facts: SittingFacts): boolean {
  const next = watch.version + 1
  const before = watch.facts
  let isNew = watch.version === 0
  watch.facts = facts
  const shown = consoleOf(facts, 'kk')
  for (const { leftMs, signAt, ...seat } of shown.seats) {
    const digest = JSON.stringify([seat, leftMs !== null && leftMs < FIVE_MINUTES, shown.over, shown.halt?.id])
    if (watch.digests.get(seat.caseNumber) === digest) continue
    watch.digests.set(seat.caseNumber, digest)
    watch.changed.set(seat.caseNumber, next)
    isNew = true
  }
  if (before.happenings !== facts.happenings || JSON.stringify(before.halts) !== JSON.stringify(facts.halts) || before.rows.length !== facts.rows.length || watch.version === 0) {
    watch.recordChanged = next
    isNew = true
  }
  if (isNew) watch.version = next
  return isNew
}

function eventIdOf(watch: Watch): string {
  return `${watch.epoch}.${watch.version}`
}

function changesOf(watch: Watch, eventId: string | undefined): WallChanges {
  const [epoch, version] = (eventId ?? '').split('.')
  const since = epoch === watch.epoch && /^\d{1,9}$/.test(version ?? '') && Number(version) <= watch.version ? Number(version) : -1
  return { id: eventIdOf(watch), seats: new Set([...watch.changed].filter(([, at]) => at > since).map(([number]) => number)), record: watch.recordChanged > since }
}
