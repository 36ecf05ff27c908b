import { readOfficialDay } from '#kernel/day.ts'
import { assertNone, Denial } from '#kernel/denial.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx, withSystemSight } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import { outcomeWithBody } from './body.ts'
import { annulmentBlockers } from './domain/outcome.ts'
import { behind, chainOf } from './enter-outcomes.ts'
import { policy } from './policy.ts'
import { insertNextVersion, lockOutcomesOf } from './store/outcome-store.ts'

/** The body annuls a document it gave, from a day and with a reason; everybody's check says so at once. An annulled document never stands again. */
export async function annulOutcome(ctx: Ctx, { id, version, annulledOn, reason }: { id: string; version: number; annulledOn: string; reason: string }): Promise<void> {
  await tx(ctx, 'mandatory-outcome.annul', async (t) => {
    const { outcome: seen, body } = await outcomeWithBody(t, id)
    assertMay(t, policy, 'mandatory-outcome.annul', body)
    await withSystemSight(t, async () => {
      await lockOutcomesOf(t.sql, seen.bodyCode)
      const { outcome } = await outcomeWithBody(t, id)
      if (outcome.versionNo !== version) throw new Denial('mandatory-outcome.changed-meanwhile')
      const day = readOfficialDay(annulledOn)
      assertNone('mandatory-outcome.not-annullable', annulmentBlockers({ annulled: outcome.annulledOn !== null, reason, annulledOn: day, issuedOn: outcome.issuedOn, today: t.today }))
      const { bodyCode, number: _number, numberKey: _key, registeredOn: _day, ...last } = outcome
      const written = await insertNextVersion(t.sql, { ...last, versionNo: version + 1, kind: 'annulled', annulledOn: day!, reason: reason.trim(), channel: 'desk', ...behind(t), at: t.now })
      if (written === 0) throw new Denial('mandatory-outcome.changed-meanwhile')
      await record(t, chainOf(bodyCode), 'outcome-annulled', { outcomeId: outcome.outcomeId, version: version + 1, annulledOn: day! })
    })
  })
}
