import { plusMs, type Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import type { BelievedSignIn } from '#platform/acts/believed-sign-in.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { tokenDigest } from '#platform/auth/tokens.ts'
import type { Database } from '#platform/db/database.ts'

const MOST_BELIEVED = 10_000
type Memory = Map<string, { sessionId: Uuid; actor: PersonActor }>
const memories = new WeakMap<Database, Memory>()

function memoryOf(db: Database): Memory {
  let memory = memories.get(db)
  if (!memory) memories.set(db, (memory = new Map()))
  return memory
}
const keyOf = (tokenHash: Uint8Array): string => Buffer.from(tokenHash).toString('base64')

/** Keeps what the database has just said of a token; bounded, the oldest goes first. */
export function believe({ db }: Pick<Ctx, 'db'>, tokenHash: Uint8Array, { sessionId, actor }: { sessionId: Uuid; actor: PersonActor }): void {
  const memory = memoryOf(db)
  const key = keyOf(tokenHash)
  memory.delete(key)
  memory.set(key, { sessionId, actor: { ...actor, roles: [] } })
  while (memory.size > MOST_BELIEVED) memory.delete(memory.keys().next().value!)
}

/** What the process believes of a token without asking; the statement that acts confirms it (`living_sign_in`). */
export function believedSignIn({ db, clock }: Pick<Ctx, 'db' | 'clock'>, token: string, { touchMs, rotateMs }: { touchMs: number; rotateMs: number }): BelievedSignIn | undefined {
  if (token.length > 200) return undefined
  const tokenHash = tokenDigest(token)
  const held = memoryOf(db).get(keyOf(tokenHash))
  if (!held) return undefined
  const at: Moment = clock.realNow()
  return { ...held, tokenHash, at, seenSince: plusMs(at, -touchMs), rotatedSince: plusMs(at, -rotateMs) }
}
