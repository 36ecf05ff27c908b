import { assertNone, deny, Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import { accountOf, hasRole } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { violatedConstraint } from '#platform/db/database.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import { policy } from '../policy.ts'
import { declarationBlockers, type InterestKind } from './domain/conflict.ts'
import { insertInterest, lockInterest, selectInterests, withdrawInterestRow } from './store/interest-store.ts'

const GROUND_MAX = 500

/** Somebody of the staff, or the candidate, says that a person of the centre is kin, taught him, or works with him. It holds in every case of the candidate. */
export async function declareInterest(ctx: Ctx, input: { number: string; accountId: string; kind: string }): Promise<Uuid> {
  try {
    return await tx(ctx, 'interest.declare', async (t) => {
      const kase = await casework.lockCaseByNumber(t, input.number)
      assertMay(t, policy, 'interest.declare', { ...kase, staffId: input.accountId })
      if (kase.kind !== 'recognition' || kase.closedAt) deny('interest.case-closed')
      const own = accountOf(t.actor)!
      const side = own === kase.accountId ? 'candidate' : 'staff'
      const person = (await centres.listStaff(t.sql, kase.centreId, t.today)).find((each) => each.accountId === input.accountId)
      const standing = await selectInterests(t.sql, kase.personId)
      assertNone('interest.not-possible', declarationBlockers(input.kind, {
        isStaff: person !== undefined, isOwnCase: input.accountId === kase.accountId,
        standsAlready: standing.some((row) => row.accountId === input.accountId && row.kind === input.kind && row.side === side),
      }))
      const id = t.newId()
      await insertInterest(t.sql, { id, caseId: kase.id, personId: kase.personId, accountId: person!.accountId, kind: input.kind as InterestKind, side, declaredBy: own, declaredAt: t.now })
      await casework.record(t, kase.id, 'interest-declared', { interestId: id, accountId: person!.accountId, side })
      return id
    })
  } catch (error) {
    if (violatedConstraint(error) === 'one_standing_interest_of_a_kind') deny('interest.stands-already')
    throw error
  }
}

/** The head finds that a declaration does not hold, with the ground; nobody takes back what is about himself. */
export async function withdrawInterest(ctx: Ctx, input: { id: string; ground: string }): Promise<void> {
  await tx(ctx, 'interest.withdraw', async (t) => {
    const row = parseUuid(input.id) && (await lockInterest(t.sql, input.id))
    if (!row) throw new Denial('not-found')
    const kase = await casework.lockCase(t, row.caseId)
    assertMay(t, policy, 'interest.withdraw', kase)
    const own = accountOf(t.actor)!
    if (own === row.accountId || !hasRole(t.actor, 'centre-head', kase.centreId)) deny('interest.own')
    const ground = input.ground.trim()
    if (ground === '' || ground.length > GROUND_MAX) deny('interest.ground-missing', { field: 'ground' })
    await withdrawInterestRow(t.sql, row.id, { by: own, at: t.now, ground })
    await casework.record(t, kase.id, 'interest-withdrawn', { interestId: row.id, accountId: row.accountId })
  })
}
