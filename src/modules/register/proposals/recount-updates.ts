import { dueOn, recountInFavour } from '#kernel/deadline-rule.ts'
import { isDenial } from '#kernel/denial.ts'
import { deadlineRule, normBoolean } from '#kernel/norms.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { eachInTurn } from '#platform/acts/each-in-turn.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import { policy } from '../policy.ts'
import { updateTermRuns } from './domain/road.ts'
import { lockProposal, record } from './proposals.ts'
import { selectStaleUpdates, updateProposal, type Proposal } from './store/proposal-store.ts'

/**
 * Counts the running terms of the ministry (T10) anew when a decree has changed the working calendar: the norms stay those of the proposal, and a term moves only later [D].
 * One transaction each, safe to run twice. Answers how many were counted.
 */
export async function recountUpdates(ctx: Ctx): Promise<number> {
  const stale = await read(ctx, 'proposal.recount', async (t) => {
    assertMay(t, policy, 'proposal.recount', undefined as never)
    return selectStaleUpdates(t.sql, t.calendar.version, 100)
  })
  return eachInTurn(stale, ({ id }) => tx(ctx, 'proposal.recount', async (t) => {
    assertMay(t, policy, 'proposal.recount', undefined as never)
    const proposal = await lockProposal(t, id)
    if (!updateTermRuns(proposal.step) || proposal.calendarVersion === t.calendar.version) return false
    const updateDueOn = await countedAnew(t, proposal)
    // Nobody's act: the form that somebody has open stays good.
    await updateProposal(t.sql, { ...proposal, updateDueOn, calendarVersion: t.calendar.version })
    if (updateDueOn !== proposal.updateDueOn) await record(t, proposal, 'proposal-recounted', { from: proposal.updateDueOn, to: updateDueOn, calendar: t.calendar.version })
    return true
  }))
}

/** A term that is not set stays so; one that the new calendar cannot count stays as it was. */
async function countedAnew(t: Tx, proposal: Proposal): Promise<Proposal['updateDueOn']> {
  const norms = await t.law.norms(t.sql, proposal.normEdition)
  if (proposal.updateDueOn === null || proposal.nationalOn === null) return proposal.updateDueOn
  try {
    const counted = dueOn(deadlineRule(norms, 'T10'), proposal.nationalOn, t.calendar) ?? proposal.updateDueOn
    return normBoolean(norms, 'deadline.recountOnlyInFavour') ? recountInFavour(proposal.updateDueOn, counted) : counted
  } catch (error) {
    if (!isDenial(error, 'calendar.year-missing')) throw error
    return proposal.updateDueOn
  }
}
