import { randomBytes } from 'node:crypto'
import type { WorkingCalendar } from '#kernel/calendar.ts'
import { legalDay, type Day, type Moment } from '#kernel/day.ts'
import { uuidv7, type Uuid } from '#kernel/id.ts'
import type { Language } from '#kernel/localized.ts'
import type { NormEdition } from '#kernel/norms.ts'
import type { Database, Sql } from '#platform/db/database.ts'
import type { FileStore } from '#platform/files/store.ts'
import type { Actor } from './actor.ts'
import type { Clock } from './clock.ts'

/** Reads of law that every act needs; loaded once and kept, keyed by version and edition. */
export interface LawBook {
  calendar(sql: Sql, version?: string): Promise<WorkingCalendar>
  norms(sql: Sql, edition: string): Promise<NormEdition>
  normsInForce(sql: Sql, on: Day): Promise<NormEdition>
  /** Forgets what was kept, after a new calendar or edition. */
  forget(): void
}

/** Seals personal identifiers at rest: AES-256-GCM and a keyed index; and makes the digests that need the secret. */
export interface Cipher {
  seal(text: string, place: string): Uint8Array
  open(bytes: Uint8Array, place: string): string
  index(text: string): Uint8Array
}

/** Everything an act or read may use of the world. */
export interface Ctx {
  db: Database
  clock: Clock
  law: LawBook
  cipher: Cipher
  files: FileStore
  /** Makes the bytes of a paper now, when somebody asks before the worker came to it. */
  pressPaper(id: string): Promise<void>
  actor: Actor
  lang: Language
  requestId: string
  /** The key of this request, drawn with the form or sent by the machine: a repeated one changes nothing. */
  requestKey?: { key: string; hash: Uint8Array }
  demo: boolean
  publicUrl: string
  /** A line for whoever runs the house: something is not as it should be and nobody is refused for it. Never a name, a number of a person or a key. */
  warn?(what: string, facts: Readonly<Record<string, string | number>>): void
}

/** What `tx` and `read` hand to their function. */
export interface Tx {
  sql: Sql
  actor: Actor
  now: Moment
  today: Day
  lang: Language
  calendar: WorkingCalendar
  law: LawBook
  cipher: Cipher
  demo: boolean
  publicUrl: string
  requestId: string
  authorised: string | undefined
  newId(): Uuid
  random(size: number): Uint8Array
}

export function newUuid(now: Moment): Uuid {
  return uuidv7(Date.parse(now), randomBytes(10))
}

export async function openTx(ctx: Ctx, sql: Sql): Promise<Tx> {
  const now = ctx.clock.now()
  return {
    sql, now, today: legalDay(now), actor: ctx.actor, lang: ctx.lang, law: ctx.law, cipher: ctx.cipher, demo: ctx.demo,
    publicUrl: ctx.publicUrl, requestId: ctx.requestId, authorised: undefined,
    calendar: await ctx.law.calendar(sql),
    newId: () => newUuid(now),
    random: (size) => randomBytes(size),
  }
}
