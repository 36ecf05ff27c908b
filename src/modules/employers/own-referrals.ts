import { Denial } from '#kernel/denial.ts'
import { parseDocumentNumber } from '#kernel/document-number.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import type { Localized } from '#kernel/localized.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx, withSystemSight } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import * as centres from '#modules/centres/index.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import type { ConsentScope } from './domain/consent.ts'
import { stateOf, type ReferralState } from './domain/referral.ts'
import { chainOf } from './office.ts'
import { policy } from './policy.ts'
import { lockReferral, markDeclined, markOpened, selectByCode, selectConsents, selectOfPerson, selectReferral, type ReferralRow } from './store/referral-store.ts'

/** A referral as the worker sees it: who sends him, for what, and who pays. */
export interface OwnReferral {
  id: Uuid
  state: ReferralState
  employer: { name: Localized; bin: string | null }
  number: string
  referredOn: string
  sentAt: string
  validUntil: string
  profession: { code: string; name: Partial<Localized> }
  level: number
  centre: { id: Uuid; name: Localized } | undefined
  pays: boolean
  payLimit: number | null
  caseId: Uuid | null
  /** Consents that stand now. */
  consents: readonly ConsentScope[]
}

const NOBODY = undefined as never
const same = (a: Uint8Array, b: Uint8Array) => Buffer.from(a).equals(Buffer.from(b))

/** Whether the referral is proved to be the actor's: his IIN is verified, or he opened it by its code with the same claimed IIN, or it is in his case. */
async function isTheirs(t: Tx, referral: ReferralRow): Promise<boolean> {
  if (t.actor.kind !== 'person') return false
  if (referral.accountId === t.actor.accountId) return true
  const verified = await people.verifiedIinIndexOf(t, t.actor.personId)
  return referral.accountId === null && verified !== undefined && same(verified, referral.iinIndex)
}

/** The referral with the proof that it is the actor's; what is another's and what is not there are answered alike. */
export async function ownReferral(t: Tx, id: string, how: 'read' | 'lock'): Promise<ReferralRow> {
  const referral = parseUuid(id) ? await (how === 'lock' ? lockReferral : selectReferral)(t.sql, id) : undefined
  if (!referral || !(await isTheirs(t, referral))) throw new Denial('not-found')
  return referral
}

async function shown(t: Tx, row: ReferralRow, consents: readonly ConsentScope[]): Promise<OwnReferral> {
  const employer = await people.getOrganisation(t.sql, row.organisationId)
  const profession = await professions.findProfessionOrStruck(t.sql, row.professionCode, t.today)
  const centre = row.centreId ? await centres.getCentre(t.sql, row.centreId) : undefined
  return {
    id: row.id, state: stateOf(row, t.today), employer: { name: employer.name, bin: employer.bin }, number: row.number, referredOn: row.referredOn, sentAt: row.sentAt, validUntil: row.validUntil,
    profession: { code: row.professionCode, name: profession?.name ?? {} }, level: row.level, centre: centre && { id: row.centreId!, name: centre.name }, pays: row.pays, payLimit: row.payLimit, caseId: row.caseId, consents,
  }
}

async function consentsOf(t: Tx, rows: readonly ReferralRow[]): Promise<Map<string, ConsentScope[]>> {
  const found = new Map<string, ConsentScope[]>()
  for (const consent of await selectConsents(t.sql, rows.map((row) => row.id))) if (consent.given) found.set(consent.referralId, [...(found.get(consent.referralId) ?? []), consent.scope])
  return found
}

/** One's own referrals, the newest first: those to a verified IIN, and those opened by their code. */
export async function listOwnReferrals(ctx: Ctx): Promise<OwnReferral[]> {
  return read(ctx, 'referral.list-own', async (t) => {
    assertMay(t, policy, 'referral.list-own', NOBODY)
    if (t.actor.kind !== 'person') return []
    const { accountId, personId } = t.actor
    return withSystemSight(t, async () => {
      const rows: ReferralRow[] = []
      const verified = await people.verifiedIinIndexOf(t, personId)
      for (const row of await selectOfPerson(t.sql, verified ?? new Uint8Array(), accountId)) if (await isTheirs(t, row)) rows.push(row)
      const consents = await consentsOf(t, rows)
      return Promise.all(rows.map((row) => shown(t, row, consents.get(row.id) ?? [])))
    })
  })
}

/** One of one's own referrals. */
export async function getOwnReferral(ctx: Ctx, id: string): Promise<OwnReferral> {
  return read(ctx, 'referral.list-own', async (t) => {
    assertMay(t, policy, 'referral.list-own', NOBODY)
    return withSystemSight(t, async () => {
      const row = await ownReferral(t, id, 'read')
      return shown(t, row, (await consentsOf(t, [row])).get(row.id) ?? [])
    })
  })
}

/** One's own referral for a read of another module that has asked its own policy; undefined when it is not his. */
export async function findReferralOf(t: Tx, id: string): Promise<OwnReferral | undefined> {
  return withSystemSight(t, async () => {
    const row = parseUuid(id) ? await selectReferral(t.sql, id) : undefined
    return row && (await isTheirs(t, row)) ? shown(t, row, []) : undefined
  })
}

/** Opens a referral by the code on its paper: the account must claim the same IIN. A wrong code and another's IIN are answered alike. */
export async function openReferral(ctx: Ctx, typed: string): Promise<Uuid> {
  return tx(ctx, 'referral.open', async (t) => {
    assertMay(t, policy, 'referral.open', NOBODY)
    if (t.actor.kind !== 'person') throw new Denial('sign-in.required')
    const { accountId, personId } = t.actor
    return withSystemSight(t, async () => {
      const code = parseDocumentNumber(typed.slice(0, 60))
      const found = code.ok ? await selectByCode(t.sql, t.cipher.index(code.value)) : undefined
      const referral = found && (await lockReferral(t.sql, found.id))
      const claimant = await people.lockClaimant(t, personId)
      if (!referral || !same(claimant.iinIndex, referral.iinIndex) || (referral.accountId !== null && referral.accountId !== accountId)) throw new Denial('referral.code-wrong', { data: { field: 'code' } })
      if (referral.accountId === null) {
        await markOpened(t.sql, referral.id, accountId)
        await record(t, chainOf(referral.organisationId), 'referral-opened', { referralId: referral.id })
      }
      return referral.id
    })
  })
}

/** The worker does not want it; no reason is asked. */
export async function declineReferral(ctx: Ctx, id: string): Promise<void> {
  await tx(ctx, 'referral.decline', async (t) => withSystemSight(t, async () => {
    const referral = await ownReferral(t, id, 'lock')
    assertMay(t, policy, 'referral.answer', { isTheirs: true })
    if (t.actor.kind !== 'person') throw new Denial('sign-in.required')
    const state = stateOf(referral, t.today)
    if (state === 'declined') return
    if (state !== 'sent') throw new Denial(`referral.${state}`)
    await markDeclined(t.sql, referral.id, t.actor.accountId, t.now)
    await record(t, chainOf(referral.organisationId), 'referral-declined', { referralId: referral.id })
  }))
}
