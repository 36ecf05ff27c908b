import type { Day } from '#kernel/day.ts'
import { assertNone, Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { inTurn } from '#platform/acts/in-turn.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import * as uploads from '#modules/uploads/index.ts'
import { centreOf, checkOf, keepPapers, lockFile, recordMonitoring, reportOf } from './centre-file.ts'
import { findingBlockers, reportBlockers, type FindingGravity } from './domain/monitoring.ts'
import { policy } from './policy.ts'
import { insertFinding, insertReport } from './store/monitoring-store.ts'

/** A report of a centre came in: its subject, its day, its files. Answers its id. */
export async function receiveReport(ctx: Ctx, input: { centreId: string; subject: string; receivedOn: Day | undefined; files: readonly uploads.SentFile[] }): Promise<Uuid> {
  await read(ctx, 'monitoring.write', async (t) => assertMay(t, policy, 'monitoring.write', { centreId: (await centreOf(t, input.centreId)).id }))
  const papers = await inTurn(input.files, (file) => uploads.takeIn(ctx, file))
  return tx(ctx, 'monitoring.write', async (t) => {
    const centre = await centreOf(t, input.centreId)
    assertMay(t, policy, 'monitoring.write', { centreId: centre.id })
    await lockFile(t, centre.id)
    assertNone('monitoring.report-not-whole', reportBlockers(input, t.today))
    const id = t.newId()
    await insertReport(t.sql, { id, centreId: centre.id, subject: input.subject.trim(), receivedOn: input.receivedOn!, enteredBy: accountOf(t.actor)!, enteredAt: t.now })
    await keepPapers(t, { centreId: centre.id, reportId: id, answerId: null }, papers)
    await recordMonitoring(t, centre.id, 'monitoring-report-received', { reportId: id, on: input.receivedOn, files: papers.length })
    return id
  })
}

export interface NewFinding {
  /** A check that was held, or a report: one of the two. */
  checkId?: string
  reportId?: string
  gravity: string
  requirement: string
  description: string
}
/** What was found not to be as it must: with its gravity and the requirement. It is written once. Answers its id. */
export async function recordFinding(ctx: Ctx, input: NewFinding & { version: number }): Promise<Uuid> {
  return tx(ctx, 'monitoring.write', async (t) => {
    const check = input.checkId ? await checkOf(t, input.checkId) : undefined
    const report = !check && input.reportId ? await reportOf(t, input.reportId) : undefined
    const centreId = (check ?? report)?.centreId
    if (!centreId) throw new Denial('not-found')
    assertMay(t, policy, 'monitoring.write', { centreId })
    await lockFile(t, centreId, input.version)
    assertNone('monitoring.finding-not-whole', findingBlockers(input, { checkHeldOn: check && (await checkOf(t, check.id)).heldOn }))
    const id = t.newId()
    const no = await insertFinding(t.sql, {
      id, centreId, checkId: check?.id ?? null, reportId: report?.id ?? null, gravity: input.gravity as FindingGravity, requirement: input.requirement.trim(), description: input.description.trim(), foundBy: accountOf(t.actor)!, foundAt: t.now,
    })
    await recordMonitoring(t, centreId, 'monitoring-finding-recorded', { findingId: id, no, gravity: input.gravity })
    return id
  })
}
