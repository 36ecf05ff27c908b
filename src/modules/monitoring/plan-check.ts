import type { Day } from '#kernel/day.ts'
import { assertNone } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { centreOf, checkOf, inspectorsOf, lockFile, recordMonitoring } from './centre-file.ts'
import { holdBlockers, moveBlockers, planBlockers, type CheckKind } from './domain/monitoring.ts'
import { writeToCentre } from './letters.ts'
import { policy } from './policy.ts'
import { insertCheck, updateCheckDay, updateCheckHeld } from './store/monitoring-store.ts'

export interface CheckPlan {
  kind: string
  on: Day | undefined
  reason: string
  responsible: string
  announced: boolean
}

/** Writes the check into the plan, in the transaction of whoever calls; the file of the centre must be locked. */
export async function enterCheck(t: Tx, centreId: Uuid, plan: CheckPlan): Promise<Uuid> {
  assertNone('monitoring.check-not-whole', planBlockers(plan, t.today, (await inspectorsOf(t)).map((each) => each.accountId)))
  const id = t.newId()
  const no = await insertCheck(t.sql, {
    id, centreId, kind: plan.kind as CheckKind, plannedOn: plan.on!, reason: plan.reason.trim(), announced: plan.announced, responsibleId: plan.responsible as Uuid, plannedBy: accountOf(t.actor)!, plannedAt: t.now,
  })
  await recordMonitoring(t, centreId, 'monitoring-check-planned', { checkId: id, no, kind: plan.kind, on: plan.on, announced: plan.announced })
  if (plan.announced) await writeToCentre(t, centreId, 'check-planned', { no, day: plan.on!, text: plan.reason.trim() })
  return id
}

/** A check of a centre is planned; an announced one is written to its head. Answers its id. */
export async function planCheck(ctx: Ctx, input: CheckPlan & { centreId: string }): Promise<Uuid> {
  return tx(ctx, 'monitoring.write', async (t) => {
    const centre = await centreOf(t, input.centreId)
    assertMay(t, policy, 'monitoring.write', { centreId: centre.id })
    await lockFile(t, centre.id)
    return enterCheck(t, centre.id, input)
  })
}

/** Moves a planned check to another day, with a ground. */
export async function moveCheck(ctx: Ctx, input: { id: string; version: number; on: Day | undefined; ground: string }): Promise<void> {
  await tx(ctx, 'monitoring.write', async (t) => {
    const seen = await checkOf(t, input.id)
    assertMay(t, policy, 'monitoring.write', seen)
    await lockFile(t, seen.centreId, input.version)
    const check = await checkOf(t, input.id)
    assertNone('monitoring.check-not-movable', moveBlockers(check, input.on, input.ground, t.today))
    await updateCheckDay(t.sql, check.id, input.on!)
    await recordMonitoring(t, check.centreId, 'monitoring-check-moved', { checkId: check.id, no: check.no, from: check.plannedOn, on: input.on, ground: input.ground.trim(), announced: check.announced })
    if (check.announced) await writeToCentre(t, check.centreId, 'check-moved', { no: check.no, day: input.on!, text: input.ground.trim() })
  })
}

/** The check was held: on which day, and what came of it. From now on an unannounced one is shown to the centre too. */
export async function holdCheck(ctx: Ctx, input: { id: string; version: number; heldOn: Day | undefined; outcome: string }): Promise<void> {
  await tx(ctx, 'monitoring.write', async (t) => {
    const seen = await checkOf(t, input.id)
    assertMay(t, policy, 'monitoring.write', seen)
    await lockFile(t, seen.centreId, input.version)
    const check = await checkOf(t, input.id)
    assertNone('monitoring.check-not-holdable', holdBlockers(check, input.heldOn, input.outcome, t.today))
    await updateCheckHeld(t.sql, { id: check.id, heldOn: input.heldOn!, outcome: input.outcome.trim(), by: accountOf(t.actor)!, at: t.now })
    await recordMonitoring(t, check.centreId, 'monitoring-check-held', { checkId: check.id, no: check.no, on: input.heldOn })
    await writeToCentre(t, check.centreId, 'check-held', { no: check.no, day: input.heldOn!, text: input.outcome.trim() })
  })
}
