import { assertNone, Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx, withSystemSight } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import { measureOf, outcomeWithBody } from './body.ts'
import { correctionBlockers, differingFields, readOutcome, type OutcomeTyped } from './domain/outcome.ts'
import { behind, chainOf, digestOf, IIN_PLACE, saidBy, saidIn, sealedPerson } from './enter-outcomes.ts'
import { policy } from './policy.ts'
import { atField } from './register-outcome.ts'
import { insertNextVersion, lockOutcomesOf } from './store/outcome-store.ts'

export interface Correction {
  id: string
  /** The version the officer saw. */
  version: number
  /** An empty IIN leaves the person's number as it is: it is never shown in full. */
  typed: Omit<OutcomeTyped, 'number'>
  reason: string
}

/** The body corrects what it registered, with a reason: a new version, beside the one before. The number stays; a wrong one is annulled and registered anew. */
export async function correctOutcome(ctx: Ctx, { id, version, typed, reason }: Correction): Promise<void> {
  await tx(ctx, 'mandatory-outcome.correct', async (t) => {
    const { outcome: seen, body } = await outcomeWithBody(t, id)
    assertMay(t, policy, 'mandatory-outcome.correct', body)
    await withSystemSight(t, async () => {
      await lockOutcomesOf(t.sql, seen.bodyCode)
      const { outcome } = await outcomeWithBody(t, id)
      if (outcome.versionNo !== version) throw new Denial('mandatory-outcome.changed-meanwhile')
      const iin = typed.iin.trim() || t.cipher.open(outcome.iinCipher, IIN_PLACE)
      const read = readOutcome({ ...typed, iin, number: outcome.number }, await measureOf(t, outcome.bodyCode))
      if (!read.ok) throw new Denial('mandatory-outcome.not-registrable', { blockers: read.faults.map(atField) })
      const said = saidBy(t, read.outcome)
      const differing = differingFields(saidIn(outcome), said)
      assertNone('mandatory-outcome.not-correctable', correctionBlockers({ annulled: outcome.annulledOn !== null, reason, differing }))
      const { professionCode, professionVersionId, issuedOn, validUntil, ground } = read.outcome
      const next = version + 1
      const written = await insertNextVersion(t.sql, {
        outcomeId: outcome.outcomeId, versionNo: next, kind: 'corrected', professionCode, professionVersionId: professionVersionId as Uuid, ...sealedPerson(t, read.outcome), issuedOn, validUntil, ground,
        annulledOn: null, reason: reason.trim(), channel: 'desk', ...behind(t), at: t.now,
      })
      if (written === 0) throw new Denial('mandatory-outcome.changed-meanwhile')
      await record(t, chainOf(outcome.bodyCode), 'outcome-corrected', { outcomeId: outcome.outcomeId, version: next, fields: differing, digest: digestOf(t, [said]) })
    })
  })
}
