import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx, withSystemSight } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import { writeToCandidate, writeToCentre } from './letters.ts'
import { policy } from './policy.ts'

const BATCH = 100

/** From the instant at which an event is approved: cases that lost their scope by it wait, and those that have it again go on. In the transaction of that decision. */
export const settleAtOnce: centres.AfterEvent = (t, event) => withSystemSight(t, async () => {
  for (const scope of await casework.listRunningScopes(t.sql, event.centreId)) await holdScope(t, scope, 5000)
  await resumeAt(t, event.centreId)
})

/**
 * The same for what no act brings about: an event whose day has come, a certificate that ran out, an exam that was under way and has ended.
 * One transaction for each qualification of a centre. Answers how many cases moved; safe to run twice.
 */
export async function holdCasesWithoutScope(ctx: Ctx): Promise<number> {
  const { scopes, waiting } = await read(ctx, 'sweep.hold', async (t) => {
    assertMay(t, policy, 'sweep.hold', undefined as never)
    const lost: casework.RunningScope[] = []
    for (const scope of await casework.listRunningScopes(t.sql)) if (!(await centres.findScope(t.sql, { ...scope, on: t.today }))) lost.push(scope)
    return { scopes: lost, waiting: [...new Set((await casework.listHoldGroups(t.sql)).map((group) => group.centreId))] }
  })
  let moved = 0
  for (const scope of scopes) moved += await sweep(ctx, (t) => holdScope(t, scope, BATCH))
  for (const centreId of waiting) moved += await sweep(ctx, (t) => resumeAt(t, centreId))
  return moved
}
async function sweep(ctx: Ctx, act: (t: Tx) => Promise<number>): Promise<number> {
  return tx(ctx, 'sweep.hold', (t) => {
    assertMay(t, policy, 'sweep.hold', undefined as never)
    return act(t)
  })
}

async function holdScope(t: Tx, scope: casework.RunningScope, limit: number): Promise<number> {
  const loss = await centres.findLoss(t.sql, { ...scope, on: t.today })
  if (!loss) return 0
  const key = { certificateId: loss.certificateId, eventId: loss.eventId }
  const cases = await casework.listRunning(t.sql, scope, key, limit)
  const centre = await centres.getCentre(t.sql, scope.centreId)
  for (const kase of cases) {
    const waiting = await casework.holdCase(t, kase, key)
    await writeToCandidate(t, waiting, 'case-waits', { centre })
  }
  await writeToCentre(t, centre, 'centre-waits', { numbers: cases.map((kase) => kase.number), path: '/centre?tab=others', caseId: cases.length === 1 ? cases[0]!.id : undefined })
  return cases.length
}

/** Waiting cases of a centre whose scope is in force again go on where they stood. */
async function resumeAt(t: Tx, centreId: string): Promise<number> {
  const resumed: string[] = []
  const centre = await centres.getCentre(t.sql, centreId)
  const inForce = new Map<string, boolean>()
  for (const { kase, stepBefore } of await casework.listOpenHolds(t.sql, { centreId }, { lock: true })) {
    const place = { centreId, professionCode: kase.professionCode!, level: kase.level! }
    const key = `${place.professionCode} ${place.level}`
    if (!inForce.has(key)) inForce.set(key, (await centres.findScope(t.sql, { ...place, on: t.today })) !== undefined)
    if (!inForce.get(key)) continue
    const onward = await casework.resumeCase(t, kase, { how: 'resumed' })
    await writeToCandidate(t, onward, stepBefore === 'fail-notice-sent' ? 'retake-possible-again' : 'case-goes-on', { centre, due: onward.nextDueOn })
    resumed.push(kase.number)
  }
  await writeToCentre(t, centre, 'centre-goes-on', { numbers: resumed, path: '/centre' })
  return resumed.length
}
