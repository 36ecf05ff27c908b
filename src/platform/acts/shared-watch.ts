import { randomBytes } from 'node:crypto'
import type { Database } from '#platform/db/database.ts'
import type { Ctx } from './ctx.ts'

/** Less than a second from the beginning of one read to the next, so that a change is seen within one, the read itself included. */
const EVERY_MS = 800
/** How long something nobody watches is remembered, so that a watcher who was cut off gets only what he missed. */
const KEPT_MS = 60_000

/** What is watched, read once for all who do: how it is read, and the digest of each of its parts. */
export interface Watchable<Facts> {
  read(ctx: Ctx, id: string, before?: Facts): Promise<Facts>
  /** Name of a part → what tells whether it is new. */
  parts(facts: Facts, before: Facts | undefined): ReadonlyMap<string, string>
}
/** Parts that changed since an event. */
export interface Changes {
  id: string
  parts: ReadonlySet<string>
}
export interface Watcher<Facts> {
  /** As the last read has it. */
  facts(): Facts
  /** Everything, where the event is none of this watch or too old to be known. */
  changesSince(eventId: string | undefined): Changes
  isFresh(): boolean
  stop(): void
}

interface Watch<Facts> {
  id: string
  epoch: string
  version: number
  facts: Facts
  digests: Map<string, string>
  changed: Map<string, number>
  listeners: Set<() => void>
  timer: ReturnType<typeof setTimeout> | undefined
  idleSince: number
  /** False while the database does not answer: what is shown is old. */
  fresh: boolean
}

/** One read for all who watch one thing (ADR 0031). Whether each may look is asked before, by the act that opens the watch. */
export function sharedWatch<Facts>(watchable: Watchable<Facts>) {
  const watches = new WeakMap<Database, Map<string, Promise<Watch<Facts>>>>()

  /** `onChange` is called after each read that brought something new. */
  async function watch(ctx: Ctx, id: string, onChange: () => void): Promise<Watcher<Facts>> {
    let ofDatabase = watches.get(ctx.db)
    if (!ofDatabase) watches.set(ctx.db, (ofDatabase = new Map()))
    for (const [other, kept] of ofDatabase) if (other !== id) void kept.then((each) => { if (each.listeners.size === 0 && Date.now() - each.idleSince > KEPT_MS) ofDatabase.delete(other) }, () => ofDatabase.delete(other))
    let opening = ofDatabase.get(id)
    if (!opening) {
      ofDatabase.set(id, (opening = open(ctx, id)))
      opening.catch(() => ofDatabase.delete(id))
    }
    const found = await opening
    // Nobody watched for a while: what was read then is not what is now.
    if (found.listeners.size === 0 && found.timer === undefined) await look(ctx, found)
    found.listeners.add(onChange)
    goOn(ctx, found)
    return {
      facts: () => found.facts,
      changesSince: (eventId) => changesOf(found, eventId),
      isFresh: () => found.fresh,
      stop() {
        found.listeners.delete(onChange)
        if (found.listeners.size > 0) return
        clearTimeout(found.timer)
        found.timer = undefined
        found.idleSince = Date.now()
      },
    }
  }

  /** The event up to which a page drawn from now on is at least as new; nothing where nobody watches. */
  async function eventOf(ctx: Pick<Ctx, 'db'>, id: string): Promise<string | undefined> {
    const found = await watches.get(ctx.db)?.get(id)?.catch(() => undefined)
    return found && eventIdOf(found)
  }

  async function open(ctx: Ctx, id: string): Promise<Watch<Facts>> {
    const facts = await watchable.read(ctx, id)
    const made: Watch<Facts> = { id, epoch: randomBytes(6).toString('base64url'), version: 0, facts, digests: new Map(), changed: new Map(), listeners: new Set(), timer: undefined, idleSince: Date.now(), fresh: true }
    note(made, facts, undefined)
    return made
  }

  async function look(ctx: Ctx, watched: Watch<Facts>): Promise<void> {
    const before = watched.facts
    if (note(watched, await watchable.read(ctx, watched.id, before), before)) for (const listener of watched.listeners) listener()
  }

  function goOn(ctx: Ctx, watched: Watch<Facts>): void {
    if (watched.timer !== undefined || watched.listeners.size === 0) return
    const again = (): void => {
      const begun = performance.now()
      void look(ctx, watched).then(() => { watched.fresh = true }, () => { watched.fresh = false }).finally(() => {
        if (watched.listeners.size > 0) schedule(Math.max(50, EVERY_MS - (performance.now() - begun)))
        else watched.timer = undefined
      })
    }
    const schedule = (inMs: number): void => { watched.timer = setTimeout(again, inMs).unref() }
    schedule(EVERY_MS)
  }

  /** Takes in what was read; true when something is new. */
  function note(watched: Watch<Facts>, facts: Facts, before: Facts | undefined): boolean {
    const next = watched.version + 1
    let isNew = watched.version === 0
    watched.facts = facts
    for (const [part, digest] of watchable.parts(facts, before)) {
      if (watched.digests.get(part) === digest) continue
      watched.digests.set(part, digest)
      watched.changed.set(part, next)
      isNew = true
    }
    if (isNew) watched.version = next
    return isNew
  }

  return { watch, eventOf }
}

function eventIdOf(watch: { epoch: string; version: number }): string {
  return `${watch.epoch}.${watch.version}`
}

function changesOf(watch: { epoch: string; version: number; changed: ReadonlyMap<string, number> }, eventId: string | undefined): Changes {
  const [epoch, version] = (eventId ?? '').split('.')
  const since = epoch === watch.epoch && /^\d{1,9}$/.test(version ?? '') && Number(version) <= watch.version ? Number(version) : -1
  return { id: eventIdOf(watch), parts: new Set([...watch.changed].filter(([, at]) => at > since).map(([part]) => part)) }
}
