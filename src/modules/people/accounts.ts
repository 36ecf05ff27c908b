import type { Day } from '#kernel/day.ts'
import { legalDay, plusMs } from '#kernel/day.ts'
import { assertNone, Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { Iin } from '#kernel/iin.ts'
import type { Language } from '#kernel/localized.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import type { BelievedSignIn } from '#platform/acts/believed-sign-in.ts'
import { newUuid, type Ctx, type Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { hashPassword, passwordBlockers, verifyPassword } from '#platform/auth/password.ts'
import type { Database } from '#platform/db/database.ts'
import { gather } from '#platform/db/gather.ts'
import { rateLimit } from '#platform/auth/rate-limit.ts'
import { newToken, tokenDigest } from '#platform/auth/tokens.ts'
import { record } from '#platform/journal/journal.ts'
import { personName } from '#platform/i18n/format.ts'
import { tellOwner } from './account-letter.ts'
import { believe, believedSignIn } from './believed-sign-ins.ts'
import { noteDevice } from './devices/note-device.ts'
import { newPersonBlockers, type NewPerson } from './domain/person.ts'
import { policy } from './policy.ts'
import * as store from './store/people-store.ts'

const MINUTE = 60_000
/** A sign-in ends after half an hour without a request, and after twelve hours in any case; both in real time. */
export const IDLE_MS = 30 * MINUTE
export const ABSOLUTE_MS = 12 * 60 * MINUTE
const registersByAddress = rateLimit({ most: 30, windowMs: 60 * MINUTE })
const ROTATE_MS = 15 * MINUTE
/** The token before a rotation still opens for requests that were under way. */
const GRACE_MS = 2 * MINUTE

const IIN_PLACE = 'person.iin'
export const TOTP_PLACE = 'account.totp'

/** Enters a person with an IIN that is only claimed until a clerk has seen the identity document. */
export async function enterPerson(t: Tx, input: NewPerson, { verifiedBy }: { verifiedBy?: Uuid } = {}): Promise<Uuid> {
  const iin = Iin.parse(input.iin)
  const blockers = newPersonBlockers(input, t.today, { demo: t.demo })
  if (blockers.length > 0 || !iin.ok) throw new Denial('person.not-admissible', { blockers })
  const index = t.cipher.index(iin.value.reveal())
  if (verifiedBy) {
    const known = await store.selectVerifiedByIin(t.sql, index)
    if (known) return known.id
  }
  const id = t.newId()
  await store.insertPerson(t.sql, {
    id, iinCipher: t.cipher.seal(iin.value.reveal(), IIN_PLACE), iinIndex: index, iinLastFour: iin.value.reveal().slice(-4),
    surname: input.surname, givenName: input.givenName, patronymic: input.patronymic || null, birthOn: input.birthOn as Day,
    citizenship: input.citizenship ?? 'KZ', phone: input.phone || null, address: input.address || null,
    verifiedAt: verifiedBy ? t.now : null, verifiedBy: verifiedBy ?? null, createdAt: t.now,
  })
  return id
}

export interface NewAccount extends NewPerson {
  email: string
  password: string | null
  lang: Language
  demoKey?: string
  /** The number of the device it is opened from, where there is one. */
  device?: string | undefined
}

/** Anybody may open an account. The answer is the same whether the e-mail was free or not: nobody is listed. */
export async function openAccount(ctx: Ctx, input: NewAccount): Promise<{ opened: boolean }> {
  if (input.password !== null) assertNone('password.not-admissible', passwordBlockers(input.password, { email: input.email, surname: input.surname, givenName: input.givenName, hasSecondFactor: false }))
  const passwordHash = input.password === null ? null : await hashPassword(input.password)
  return tx(ctx, 'account.open', async (t) => {
    assertMay(t, policy, 'account.open', undefined as never)
    const email = input.email.trim().toLowerCase()
    const blockers = newPersonBlockers(input, t.today, { demo: t.demo })
    if (blockers.length > 0) throw new Denial('person.not-admissible', { blockers })
    const taken = await store.selectEmailOwner(t.sql, email)
    if (taken) {
      if (!taken.closedAt) await tellOwner(t, taken.id, 'account-exists')
      return { opened: false }
    }
    const personId = await enterPerson(t, input)
    const id = t.newId()
    const inserted = await store.insertAccount(t.sql, { id, personId, email, passwordHash, lang: input.lang, demoKey: input.demoKey ?? null, createdAt: t.now })
    if (inserted === 0) throw new Denial('account.email-taken-meanwhile')
    await record(t, `account:${id}`, 'account-opened', { personId })
    if (input.device) await noteDevice(t, { number: input.device, personId, act: 'account', subjectId: id })
    if (input.password !== null) await tellOwner(t, id, 'account-opened')
    return { opened: true }
  })
}

/** Opens an account from the page: limited by address, since every try costs a hash and may send a letter. */
export async function registerAccount(ctx: Ctx, input: NewAccount, { address }: { address: string }): Promise<void> {
  if (registersByAddress.tryTake(address, Date.parse(ctx.clock.realNow())) > 0) throw new Denial('rate.too-many')
  await openAccount(ctx, input)
}

/** Checks e-mail and password; an unknown account costs the same time as a wrong password. */
export async function checkPassword(ctx: Ctx, email: string, password: string): Promise<{ accountId: Uuid; secondFactor: boolean } | undefined> {
  const account = await store.selectAccountByEmail(ctx.db, email.trim().toLowerCase())
  const right = await verifyPassword(password, account?.passwordHash ?? undefined)
  if (!account || !right) return undefined
  return { accountId: account.id, secondFactor: account.totpConfirmedAt !== null }
}

/** Starts a sign-in session and answers its token; only the digest is stored. */
export async function startSession(ctx: Ctx, accountId: Uuid, device: string): Promise<string> {
  const { token, digest } = newToken()
  const now = ctx.clock.realNow()
  await store.insertSession(ctx.db, { id: newUuid(now), tokenHash: digest, accountId, at: now, expiresAt: plusMs(now, ABSOLUTE_MS), device: device.slice(0, 120) })
  return token
}

export interface Session {
  actor: PersonActor
  sessionId: Uuid
  token?: string
  maxAgeSeconds: number
}

/** The person behind a session cookie, or nobody. Rotates the token every quarter of an hour; a role change works at once. */
export async function resolveSession(ctx: Ctx, token: string): Promise<Session | undefined> {
  if (token.length > 200) return undefined
  const digest = tokenDigest(token)
  const row = await doorkeeperOf(ctx)(digest)
  if (!row) return undefined
  const now = ctx.clock.realNow()
  const found: Session = { actor: actorOf(row), sessionId: row.sessionId, maxAgeSeconds: Math.floor(ABSOLUTE_MS / 1000) }
  if (!row.isPrevious && Date.parse(now) - Date.parse(row.rotatedAt) > ROTATE_MS) {
    const next = newToken()
    if ((await store.rotateSession(ctx.db, row.sessionId, digest, next.digest, now)) === 1) return { ...found, token: next.token }
  } else if (Date.parse(now) - Date.parse(row.seenAt) > MINUTE) {
    await store.touchSession(ctx.db, row.sessionId, now)
  }
  if (!row.isPrevious) believe(ctx, digest, found)
  return found
}

/** What is believed of a session cookie without asking the database, for a statement that confirms it by itself (ADR 0020). */
export function believeSession(ctx: Ctx, token: string): BelievedSignIn | undefined {
  return believedSignIn(ctx, token, { touchMs: MINUTE, rotateMs: ROTATE_MS })
}

/** The sign-in behind a cookie, if it is alive; nothing is rotated. */
export async function sessionOfToken(ctx: Ctx, token: string): Promise<{ id: Uuid; accountId: Uuid } | undefined> {
  const row = await doorkeeperOf(ctx)(tokenDigest(token))
  return row && { id: row.sessionId, accountId: row.id }
}

/** The person of a sign-in as he is now, with the roles of today; undefined when it ended. `present` counts as a sign that he is there. Nothing is rotated. */
export async function actorOfSession(ctx: Ctx, sessionId: string, present: boolean): Promise<PersonActor | undefined> {
  const now = ctx.clock.realNow()
  const alive = await store.selectLiveSession(ctx.db, sessionId, now, plusMs(now, -IDLE_MS))
  if (!alive) return undefined
  if (present && Date.parse(now) - Date.parse(alive.seenAt) > MINUTE) await store.touchSession(ctx.db, sessionId, now)
  return personActor(ctx, alive.accountId)
}

type Doorkeeper = (digest: Uint8Array) => Promise<store.SignedInRow | undefined>
const doorkeepers = new WeakMap<Database, Doorkeeper>()
/** Whoever comes in while a question is on its way is looked up in the next, all together; nothing is kept, so a sign-out or a role change works at once. */
function doorkeeperOf({ db, clock }: Ctx): Doorkeeper {
  let doorkeeper = doorkeepers.get(db)
  if (!doorkeeper) {
    doorkeeper = gather(async (digests) => {
      const now = clock.realNow()
      const rows = await store.selectSignedIn(db.house, digests, { on: legalDay(clock.now()), now, idleSince: plusMs(now, -IDLE_MS), rotatedSince: plusMs(now, -GRACE_MS) })
      const byPlace = new Map(rows.map((row) => [row.place, row]))
      return digests.map((_, place) => byPlace.get(place + 1))
    }, { most: 200, atOnce: 1 })
    doorkeepers.set(db, doorkeeper)
  }
  return doorkeeper
}

/** The actor an account is today, with the roles in force today; undefined when it is closed. */
export async function personActor(ctx: Pick<Ctx, 'db' | 'clock'>, accountId: string): Promise<PersonActor | undefined> {
  const row = await store.selectActor(ctx.db, accountId, legalDay(ctx.clock.now()))
  return row && actorOf(row)
}
function actorOf(row: store.ActorRow): PersonActor {
  return { kind: 'person', accountId: row.id, personId: row.personId, email: row.email, lang: row.lang, verified: row.verifiedAt !== null, name: personName(row, row.lang, 'full'), roles: row.roles }
}

/** Ends one sign-in of one's own. */
export async function signOut(ctx: Ctx, sessionId: string): Promise<void> {
  if (ctx.actor.kind === 'person') await store.endSession(ctx.db, sessionId, ctx.actor.accountId, ctx.clock.realNow())
}

/** Ends every sign-in of one's own but the one named. */
export async function signOutEverywhere(ctx: Ctx, exceptSessionId: string | null): Promise<number> {
  return ctx.actor.kind === 'person' ? store.endSessionsOf(ctx.db, ctx.actor.accountId, ctx.clock.realNow(), exceptSessionId) : 0
}

/** Stands for the command line and the first start, which have no account. */
export const SYSTEM_ACCOUNT = '00000000-0000-7000-8000-000000000000' as Uuid
