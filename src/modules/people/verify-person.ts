import { Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { accountOf } from '#platform/acts/actor.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import { tellOwner } from './account-letter.ts'
import { policy } from './policy.ts'
import * as store from './store/people-store.ts'

/**
 * A clerk has seen the identity document: the claimed IIN becomes verified and unique.
 * Where a paper case entered the same person before, the account moves to that verified person.
 */
export async function verifyPerson(ctx: Ctx, { personId }: { personId: string }): Promise<{ personId: Uuid }> {
  return tx(ctx, 'person.verify', async (t) => {
    assertMay(t, policy, 'person.verify', undefined as never)
    const person = await store.lockPerson(t.sql, personId)
    if (!person) throw new Denial('not-found')
    if (person.verifiedAt) throw new Denial('person.verified-already')
    const account = await store.selectAccountOfPerson(t.sql, person.id)
    if (account) await store.lockAccount(t.sql, account.id)
    const known = await store.selectVerifiedByIin(t.sql, person.iinIndex)
    if (known && (!account || known.birthOn !== person.birthOn || (await store.selectAccountOfPerson(t.sql, known.id)))) throw new Denial('person.iin-verified-for-another')
    if (known && account) await store.movePerson(t.sql, account.id, known.id)
    else await store.markVerified(t.sql, person.id, accountOf(t.actor)!, t.now)
    const verifiedId = known?.id ?? person.id
    await record(t, account ? `account:${account.id}` : `person:${verifiedId}`, 'person-verified', { personId: verifiedId, claimedId: person.id })
    if (account) await tellOwner(t, account.id, 'person-verified')
    return { personId: verifiedId }
  })
}
