import type { Ctx } from '#platform/acts/ctx.ts'
import type { Database } from '#platform/db/database.ts'

interface Kept<Value> {
  freshUntil: number
  until: number
  value: Promise<Value>
}

/** So many answers are kept of one kind at most. */
const MOST = 2_000

/**
 * Keeps dear answers of one kind in the process, each under its key. A fresh one is given as it is; one that is no longer fresh is still given to
 * everybody while it is made anew, until it is too old to be told. A failure is never kept.
 */
export function keptAnswers<Value>({ freshMs, keepMs }: { freshMs: number; keepMs: number }) {
  const all = new WeakMap<Database, Map<string, Kept<Value>>>()
  return (ctx: Pick<Ctx, 'db' | 'clock'>, key: string, make: () => Promise<Value>): Promise<Value> => {
    let answers = all.get(ctx.db)
    if (!answers) all.set(ctx.db, (answers = new Map()))
    const now = Date.parse(ctx.clock.realNow())
    const before = answers.get(key)
    const usable = before !== undefined && now < before.until
    if (usable && now < before.freshUntil) return before.value
    if (answers.size >= MOST) answers.clear()
    const made = make()
    const next = { freshUntil: now + freshMs, until: now + keepMs, value: usable ? before.value : made }
    answers.set(key, next)
    made.then(() => { next.value = made }, () => { if (answers.get(key) === next) answers.delete(key) })
    return next.value
  }
}
