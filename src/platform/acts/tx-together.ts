import { Denial } from '#kernel/denial.ts'
import { sqlState, type Sql } from '#platform/db/database.ts'
import { openTx, type Ctx, type Tx } from './ctx.ts'
import { keyOwner, replayOf, RETRIED, sealedOutcome, TRIES } from './tx.ts'

/**
 * The sight of the system, and plans that go by keys: a statement for many takes arrays of them, planned anew for every length it would cost more than it does, and a plan made while a
 * table is small would read it whole when it is large.
 */
export const TOGETHER_SETTINGS = { 'tanu.scope': 'system', 'tanu.account_id': '', 'tanu.centre_ids': '{}', plan_cache_mode: 'force_generic_plan', enable_seqscan: 'off', enable_hashjoin: 'off', enable_mergejoin: 'off' } as const

/** One of several acts that share a transaction. */
export interface ActTogether<In> {
  t: Tx
  input: In
}

/**
 * The way to write for many acts of one kind that come at the same moment: one transaction, one commit, with the sight of the system. Each act keeps its own actor, time and request key,
 * and asks its own policy. `fn` answers each act in its order, with a value or with the refusal of that act alone, of which nothing may have been written; an error undoes them all, and
 * the caller then asks for each by itself. It does nothing outside the database, for it may run twice.
 */
export async function txTogether<In, T>(calls: readonly { ctx: Ctx; input: In }[], action: string, fn: (sql: Sql, acts: readonly ActTogether<In>[]) => Promise<readonly (T | Denial)[]>): Promise<(T | Denial)[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await calls[0]!.ctx.db.begin((sql) => runTogether(sql, calls, action, fn), TOGETHER_SETTINGS)
    } catch (error) {
      if (!RETRIED.has(sqlState(error) ?? '') || attempt === TRIES) throw error
      await new Promise((resolve) => setTimeout(resolve, 10 * attempt * (1 + Math.random())))
    }
  }
}

async function runTogether<In, T>(sql: Sql, calls: readonly { ctx: Ctx; input: In }[], action: string, fn: (sql: Sql, acts: readonly ActTogether<In>[]) => Promise<readonly (T | Denial)[]>): Promise<(T | Denial)[]> {
  const answers = new Array<T | Denial | undefined>(calls.length)
  const claimed = await claimKeys(sql, calls.map((call) => call.ctx), action)
  // The same request twice in one batch runs once; both are answered alike.
  const firstOf = new Map<string, number>()
  const alike: [place: number, first: number][] = []
  const going: number[] = []
  for (const [place, { ctx }] of calls.entries()) {
    const key = keyOf(ctx, action)
    const first = key === undefined ? undefined : firstOf.get(key)
    if (first !== undefined) alike.push([place, first])
    else if (key !== undefined && !claimed.has(key)) answers[place] = await answeredBefore<T>(ctx, sql, action)
    else going.push(place)
    if (key !== undefined && first === undefined) firstOf.set(key, place)
  }
  const acts: ActTogether<In>[] = []
  for (const place of going) acts.push({ t: await openTx(calls[place]!.ctx, sql), input: calls[place]!.input })
  const found = acts.length > 0 ? await fn(sql, acts) : []
  if (acts.some(({ t }) => t.authorised === undefined)) throw new Error(`act ${action} asked no policy`)
  for (const [at, place] of going.entries()) answers[place] = found[at]!
  await keepOutcomes(sql, going.map((place) => ({ ctx: calls[place]!.ctx, answer: answers[place] as T | Denial })), action)
  for (const [place, first] of alike) answers[place] = answers[first]!
  return answers as (T | Denial)[]
}

const keyOf = (ctx: Ctx, action: string): string | undefined => (ctx.requestKey ? `${keyOwner(ctx.actor)} ${action}:${ctx.requestKey.key}` : undefined)

async function answeredBefore<T>(ctx: Ctx, sql: Sql, action: string): Promise<T | Denial> {
  try {
    return (await replayOf(ctx, sql, action)).value as T
  } catch (error) {
    if (error instanceof Denial) return error
    throw error
  }
}

async function claimKeys(sql: Sql, all: readonly Ctx[], action: string): Promise<Set<string>> {
  const keyed = all.filter((ctx) => ctx.requestKey).sort((a, b) => (keyOf(a, action)! < keyOf(b, action)! ? -1 : 1))
  if (keyed.length === 0) return new Set()
  const rows = await sql.many<{ actorKey: string; key: string }>(
    'insert into request_key (actor_key, key, request_hash, created_at) select * from unnest($1::text[], $2::text[], $3::bytea[], $4::timestamptz[]) on conflict do nothing returning actor_key, key',
    [keyed.map((ctx) => keyOwner(ctx.actor)), keyed.map((ctx) => `${action}:${ctx.requestKey!.key}`), keyed.map((ctx) => Buffer.from(ctx.requestKey!.hash)), keyed.map((ctx) => ctx.clock.realNow())])
  return new Set(rows.map((row) => `${row.actorKey} ${row.key}`))
}

/** Keeps what was answered; a refused act gives its key back, as if it had never been. */
async function keepOutcomes(sql: Sql, all: readonly { ctx: Ctx; answer: unknown }[], action: string): Promise<void> {
  const keyed = all.filter(({ ctx }) => ctx.requestKey)
  const [refused, done] = [keyed.filter(({ answer }) => answer instanceof Denial), keyed.filter(({ answer }) => !(answer instanceof Denial))]
  const owners = (some: typeof keyed) => some.map(({ ctx }) => keyOwner(ctx.actor))
  const keys = (some: typeof keyed) => some.map(({ ctx }) => `${action}:${ctx.requestKey!.key}`)
  if (done.length > 0) {
    await sql.run('update request_key k set outcome = r.outcome from unnest($1::text[], $2::text[], $3::bytea[]) r (actor_key, key, outcome) where k.actor_key = r.actor_key and k.key = r.key', [owners(done), keys(done), done.map(({ ctx, answer }) => sealedOutcome(ctx, answer))])
  }
  if (refused.length > 0) await sql.run('delete from request_key k using unnest($1::text[], $2::text[]) r (actor_key, key) where k.actor_key = r.actor_key and k.key = r.key', [owners(refused), keys(refused)])
}
