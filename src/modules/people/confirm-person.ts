import { Denial } from '#kernel/denial.ts'
import type { Iin } from '#kernel/iin.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { accountOf } from '#platform/acts/actor.ts'
import { record } from '#platform/journal/journal.ts'
import { tellOwner } from './account-letter.ts'
import * as store from './store/people-store.ts'

/** A person whose claimed IIN is about to be confirmed; his row is locked until the transaction ends, so that the claim that was compared is the one confirmed. */
export type Claimant = store.LockedPerson

/** The person of a case, locked once for the whole confirmation. The act that calls has checked the right to do so. */
export async function lockClaimant(t: Tx, personId: string): Promise<Claimant> {
  const person = await store.lockPerson(t.sql, personId)
  if (!person) throw new Denial('not-found')
  return person
}

/** Whether the person claims this very IIN; the digits themselves are never read back. */
export function holdsIin(t: Tx, claimant: Claimant, iin: Iin): boolean {
  return Buffer.from(claimant.iinIndex).equals(Buffer.from(t.cipher.index(iin.reveal())))
}

/**
 * The identity document of a person was seen: the claimed IIN becomes verified and unique (rulings 16).
 * Where the same person was verified before — by a paper case, or at another centre — the account moves to that person.
 * Answers the verified person, which may be another row than the claimed one. The act that calls has checked the right to do so.
 */
export async function confirmPerson(t: Tx, person: Claimant, accountId: string | null): Promise<Uuid> {
  if (person.verifiedAt) throw new Denial('person.verified-already')
  const account = accountId ? await store.lockAccount(t.sql, accountId) : undefined
  const known = await store.selectVerifiedByIin(t.sql, person.iinIndex)
  if (known) {
    const holder = await store.selectAccountOfPerson(t.sql, known.id)
    if (known.birthOn !== person.birthOn || (holder && holder.id !== account?.id)) throw new Denial('person.iin-verified-for-another')
    if (account && account.personId !== known.id) await store.movePerson(t.sql, account.id, known.id)
  } else await store.markVerified(t.sql, person.id, accountOf(t.actor)!, t.now)
  const verifiedId = known?.id ?? person.id
  await record(t, account ? `account:${account.id}` : `person:${verifiedId}`, 'person-verified', { personId: verifiedId, claimedId: person.id })
  if (account) await tellOwner(t, account.id, 'person-verified')
  return verifiedId
}
