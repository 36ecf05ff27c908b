import { Denial } from '#kernel/denial.ts'
import { sqlState, type Sql } from '#platform/db/database.ts'
import { accountOf, centresOf, isOversight, type Actor } from './actor.ts'
import { openTx, type Ctx, type Tx } from './ctx.ts'

export const RETRIED = new Set(['40001', '40P01', '55P03'])
export const TRIES = 5

/**
 * The only way to write. Opens the transaction, sets the actor for row-level security, claims the request key and retries
 * serialisation failures and deadlocks. Since `fn` may run twice it does nothing outside the database.
 */
export async function tx<T>(ctx: Ctx, action: string, fn: (t: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ctx.db.begin(async (sql) => {
        const replay = await claimKey(ctx, sql, action)
        if (replay) return replay.value as T
        const t = await openTx(ctx, sql)
        const value = await fn(t)
        if (t.authorised === undefined) throw new Error(`act ${action} asked no policy`)
        await keepOutcome(ctx, sql, action, value)
        return value
      }, sightOf(ctx.actor))
    } catch (error) {
      if (!RETRIED.has(sqlState(error) ?? '') || attempt === TRIES) throw error
      await new Promise((resolve) => setTimeout(resolve, 10 * attempt * (1 + Math.random())))
    }
  }
}

/** The only way to read what row-level security guards. */
export async function read<T>(ctx: Ctx, action: string, fn: (t: Tx) => Promise<T>): Promise<T> {
  return ctx.db.begin(async (sql) => {
    const t = await openTx(ctx, sql)
    const value = await fn(t)
    if (t.authorised === undefined) throw new Error(`read ${action} asked no policy`)
    return value
  }, sightOf(ctx.actor))
}

/** Runs `fn` with the sight of the system, for checks across centres that answer yes or no and show nothing. */
export async function withSystemSight<T>(t: Tx, fn: () => Promise<T>): Promise<T> {
  const sight = await t.sql.one<{ scope: string; accountId: string; centreIds: string }>(
    "select current_setting('tanu.scope') as scope, current_setting('tanu.account_id') as account_id, current_setting('tanu.centre_ids') as centre_ids")
  await setActor(t.sql, { kind: 'system' })
  // After a failure the transaction is lost anyway: only a return has to give the former sight back.
  const value = await fn()
  await t.sql.one("select set_config('tanu.scope', $1, true), set_config('tanu.account_id', $2, true), set_config('tanu.centre_ids', $3, true)", [sight.scope, sight.accountId, sight.centreIds])
  return value
}

/** What row-level security is told of the actor. */
function sightOf(actor: Actor): Record<string, string> {
  const scope = actor.kind === 'system' ? 'system' : isOversight(actor) ? 'oversight' : actor.kind === 'person' ? 'actor' : 'none'
  return { 'tanu.scope': scope, 'tanu.account_id': accountOf(actor) ?? '', 'tanu.centre_ids': `{${centresOf(actor).join(',')}}` }
}

async function setActor(sql: Sql, actor: Actor): Promise<void> {
  const sight = sightOf(actor)
  await sql.one("select set_config('tanu.scope', $1, true), set_config('tanu.account_id', $2, true), set_config('tanu.centre_ids', $3, true)", [sight['tanu.scope'], sight['tanu.account_id'], sight['tanu.centre_ids']])
}

/** Whose request keys are told apart. */
export function keyOwner(actor: Actor): string {
  return actor.kind === 'person' ? actor.accountId : actor.kind === 'partner' ? actor.keyId : actor.kind
}

async function claimKey(ctx: Ctx, sql: Sql, action: string): Promise<{ value: unknown } | undefined> {
  if (!ctx.requestKey) return undefined
  const { key, hash } = ctx.requestKey
  const claimed = await sql.run('insert into request_key (actor_key, key, request_hash, created_at) values ($1, $2, $3, $4) on conflict do nothing',
    [keyOwner(ctx.actor), `${action}:${key}`, hash, ctx.clock.realNow()])
  return claimed === 1 ? undefined : replayOf(ctx, sql, action)
}

/** What was answered to the same request before; refuses another one with the same key, and one whose first run is under way. */
export async function replayOf(ctx: Ctx, sql: Sql, action: string): Promise<{ value: unknown }> {
  const { key, hash } = ctx.requestKey!
  const before = await sql.one<{ requestHash: Uint8Array; outcome: Uint8Array | null }>(
    'select request_hash, outcome from request_key where actor_key = $1 and key = $2', [keyOwner(ctx.actor), `${action}:${key}`])
  if (!Buffer.from(before.requestHash).equals(Buffer.from(hash))) throw new Denial('request-key.other-request')
  if (!before.outcome) throw new Denial('request-key.still-running')
  return JSON.parse(ctx.cipher.open(before.outcome, OUTCOME_PLACE)) as { value: unknown }
}

/** What an act answered is kept for the same request sent twice, and sealed: it may hold the token of an exam seat. */
const OUTCOME_PLACE = 'request_key.outcome'
/** An outcome as it is kept. */
export function sealedOutcome(ctx: Ctx, value: unknown): Buffer {
  return Buffer.from(ctx.cipher.seal(JSON.stringify({ value: value ?? null }), OUTCOME_PLACE))
}

async function keepOutcome(ctx: Ctx, sql: Sql, action: string, value: unknown): Promise<void> {
  if (!ctx.requestKey) return
  await sql.run('update request_key set outcome = $3 where actor_key = $1 and key = $2',
    [keyOwner(ctx.actor), `${action}:${ctx.requestKey.key}`, sealedOutcome(ctx, value)])
}
