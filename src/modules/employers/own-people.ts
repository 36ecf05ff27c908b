import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { withSystemSight } from '#platform/acts/tx.ts'
import * as people from '#modules/people/index.ts'
import type { OwnTie } from './domain/own-people.ts'
import { isOwnReferred } from './store/referral-store.ts'

/**
 * What ties a person to the organisation of a centre, as far as the house knows: any role there, also as its representative as an employer (a BIN is one organisation), or a
 * referral of it that is open or was taken up, to its last day. Only a verified IIN, or a referral opened by its code, proves whom a referral means. The
 * caller has asked its own policy.
 */
export async function findOwnTie(t: Tx, who: { personId: string; centreId: string; on: Day }): Promise<OwnTie | undefined> {
  return withSystemSight(t, async () => {
    if (await people.holdsRoleAt(t.sql, { personId: who.personId, organisationId: who.centreId, on: who.on })) return 'staff'
    return (await isOwnReferred(t.sql, { ...who, iinIndex: await people.verifiedIinIndexOf(t, who.personId), accountId: await people.findAccountOfPerson(t, who.personId) })) ? 'referred' : undefined
  })
}
