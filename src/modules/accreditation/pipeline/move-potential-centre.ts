import type { Day } from '#kernel/day.ts'
import { assertNone, deny } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { policy } from '../policy.ts'
import { selectCase } from '../store/case-store.ts'
import { LONGEST_NOTE, moveBlockers, nextStepBlockers, type PotentialState } from './domain/potential-centre.ts'
import { colleaguesOf, lockUnchanged, recordPotential } from './potential-centres.ts'
import { insertNote, updatePotentialCentre } from './store/potential-store.ts'

/** Sets how far the organisation is; who drops out keeps the reason, and may be taken up again. */
export async function movePotentialCentre(ctx: Ctx, input: { id: string; version: number; state: string; reason: string }): Promise<void> {
  await tx(ctx, 'potential-centre.write', async (t) => {
    assertMay(t, policy, 'potential-centre.write', undefined as never)
    const row = await lockUnchanged(t, input.id, input.version)
    const kase = row.caseId ? await selectCase(t.sql, row.caseId) : undefined
    assertNone('potential-centre.not-movable', moveBlockers({ state: row.state, caseOpen: kase !== undefined && kase.closedAt === null, to: input.state, reason: input.reason }))
    const to = input.state as PotentialState
    const isDropped = to === 'dropped'
    await updatePotentialCentre(t.sql, {
      ...row, state: to, droppedReason: isDropped ? input.reason.trim() : '', movedAt: t.now, ...(isDropped ? { nextStep: '', nextStepOn: null, responsibleId: null } : {}),
    })
    if (isDropped) await insertNote(t.sql, row.id, { body: input.reason.trim(), writtenBy: accountOf(t.actor)!, writtenAt: t.now })
    await recordPotential(t, row.id, 'potential-centre-moved', { from: row.state, to })
  })
}

/** Says what is to happen next, by which day, and who sees to it; the step before it stays in the journal. */
export async function planNextStep(ctx: Ctx, input: { id: string; version: number; what: string; on: Day | undefined; responsible: string }): Promise<void> {
  await tx(ctx, 'potential-centre.write', async (t) => {
    assertMay(t, policy, 'potential-centre.write', undefined as never)
    const row = await lockUnchanged(t, input.id, input.version)
    if (row.state === 'dropped') deny('potential-centre.dropped')
    assertNone('potential-centre.step-not-whole', nextStepBlockers(input, t.today, (await colleaguesOf(t)).map((each) => each.accountId)))
    await updatePotentialCentre(t.sql, { ...row, nextStep: input.what.trim(), nextStepOn: input.on!, responsibleId: input.responsible as Uuid })
    await recordPotential(t, row.id, 'potential-centre-step-planned', { on: input.on, what: input.what.trim() })
  })
}

/** The step was taken: what came of it is written as a note, and the place for the next one is free. */
export async function finishNextStep(ctx: Ctx, input: { id: string; version: number; outcome: string }): Promise<void> {
  await tx(ctx, 'potential-centre.write', async (t) => {
    assertMay(t, policy, 'potential-centre.write', undefined as never)
    const row = await lockUnchanged(t, input.id, input.version)
    if (row.nextStep === '') deny('potential-centre.no-step')
    const outcome = noteOf(input.outcome)
    await updatePotentialCentre(t.sql, { ...row, nextStep: '', nextStepOn: null, responsibleId: null })
    await insertNote(t.sql, row.id, { body: `${row.nextStep} — ${outcome}`, writtenBy: accountOf(t.actor)!, writtenAt: t.now })
    await recordPotential(t, row.id, 'potential-centre-step-done', { on: row.nextStepOn })
  })
}

/** Adds a dated note; what was written is never rewritten. */
export async function noteOnPotentialCentre(ctx: Ctx, input: { id: string; version: number; body: string }): Promise<void> {
  await tx(ctx, 'potential-centre.write', async (t) => {
    assertMay(t, policy, 'potential-centre.write', undefined as never)
    const row = await lockUnchanged(t, input.id, input.version)
    await insertNote(t.sql, row.id, { body: noteOf(input.body), writtenBy: accountOf(t.actor)!, writtenAt: t.now })
    await updatePotentialCentre(t.sql, row)
    await recordPotential(t, row.id, 'potential-centre-noted', {})
  })
}

function noteOf(text: string): string {
  const body = text.trim()
  if (body === '') deny('potential-centre.note-missing', { field: 'note' })
  if (body.length > LONGEST_NOTE) deny('potential-centre.too-long', { most: LONGEST_NOTE })
  return body
}
