import type { Day } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx, withSystemSight } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import { measureOf, ownBody } from './body.ts'
import { differingFields, readOutcome, type OutcomeFault, type OutcomeTyped } from './domain/outcome.ts'
import { chainOf, digestOf, enterOutcomes, saidBy, saidIn } from './enter-outcomes.ts'
import { policy } from './policy.ts'
import { lockOutcomesOf, selectStandingByKeys } from './store/outcome-store.ts'

export interface Registered {
  id: Uuid
  number: string
  registeredOn: Day
  /** The body had registered exactly this before; nothing was entered anew. */
  repeated: boolean
}

/** A reason with the field it stands at, as pages and machines read it. */
export const atField = ({ code, field }: OutcomeFault) => ({ code, data: { field } })

/**
 * A body registers one outcome of mandatory recognition, at its desk or by its key. The same document sent again is the same registration;
 * another document under the same number is refused: what was registered is corrected, never overwritten.
 */
export async function registerOutcome(ctx: Ctx, typed: OutcomeTyped): Promise<Registered> {
  return tx<Registered>(ctx, 'mandatory-outcome.register', async (t) => {
    const body = await ownBody(t)
    assertMay(t, policy, 'mandatory-outcome.register', body)
    return withSystemSight(t, async () => {
      await lockOutcomesOf(t.sql, body.code)
      const read = readOutcome(typed, await measureOf(t, body.code))
      if (!read.ok) throw new Denial('mandatory-outcome.not-registrable', { blockers: read.faults.map(atField) })
      const said = saidBy(t, read.outcome)
      const [known] = await selectStandingByKeys(t.sql, body.code, [read.outcome.numberKey])
      if (known) {
        if (differingFields(saidIn(known), said).length > 0) throw new Denial('mandatory-outcome.number-taken', { data: { field: 'number' } })
        return { id: known.outcomeId, number: known.number, registeredOn: known.registeredOn, repeated: true }
      }
      const [id] = await enterOutcomes(t, body.code, [read.outcome], t.actor.kind === 'partner' ? 'api' : 'desk')
      await record(t, chainOf(body.code), 'outcome-registered', { outcomeId: id, version: 1, profession: read.outcome.professionCode, digest: digestOf(t, [said]) })
      return { id: id!, number: read.outcome.number, registeredOn: t.today, repeated: false }
    })
  })
}
