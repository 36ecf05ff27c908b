import { dueOn } from '#kernel/deadline-rule.ts'
import type { Day } from '#kernel/day.ts'
import { assertNone } from '#kernel/denial.ts'
import { deadlineRule } from '#kernel/norms.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import * as uploads from '#modules/uploads/index.ts'
import { policy } from '../policy.ts'
import { protocolBlockers } from './domain/council.ts'
import { writeToBody, writeToRole } from './letters.ts'
import { keepProposalPaper } from './proposal-papers.ts'
import { advance, assertStep, assertUnchanged, getProposal, lockProposal, ownerOf } from './proposals.ts'

/** The answer of a council as it is recorded from its protocol. */
export interface CouncilAnswer {
  id: string
  version: number
  agrees: boolean
  number: string
  on: Day | undefined
  /** Of a refusal: why. */
  grounds: string
  paper: uploads.SentFile | undefined
}

/** An officer of the body records what the sectoral council answered; a refusal ends the proposal. */
export async function recordSectoralCouncil(ctx: Ctx, input: CouncilAnswer): Promise<void> {
  await read(ctx, 'proposal.answer-council', async (t) => assertMay(t, policy, 'proposal.answer-council', ownerOf(await getProposal(t, input.id))))
  const paper = input.paper && (await uploads.examineFile(ctx, input.paper))
  await tx(ctx, 'proposal.answer-council', async (t) => {
    const proposal = await lockProposal(t, input.id)
    assertMay(t, policy, 'proposal.answer-council', ownerOf(proposal))
    const act = input.agrees ? 'agree' : 'refuse-agreement'
    assertStep(proposal, act)
    assertUnchanged(proposal, input.version)
    assertNone('proposal.not-recordable', protocolBlockers({ ...input, paper: paper !== undefined }, { notBefore: proposal.filedOn!, today: t.today, refuses: !input.agrees }))
    await keepProposalPaper(t, proposal, 'council', paper!)
    const moved = await advance(t, proposal, act, input.agrees ? 'proposal-agreed' : 'proposal-not-agreed',
      { councilNumber: input.number.trim(), councilOn: input.on!, endGrounds: input.agrees ? '' : input.grounds.trim() }, { on: input.on })
    if (input.agrees) for (const role of ['ministry', 'national-body'] as const) await writeToRole(t, moved, role, 'agreed')
  })
}

/** The ministry or the National body records what the National Council answered: the term of the update runs from the day of its protocol (T10). */
export async function recordNationalCouncil(ctx: Ctx, input: CouncilAnswer): Promise<void> {
  await read(ctx, 'proposal.recommend', async (t) => assertMay(t, policy, 'proposal.recommend', ownerOf(await getProposal(t, input.id))))
  const paper = input.paper && (await uploads.examineFile(ctx, input.paper))
  await tx(ctx, 'proposal.recommend', async (t) => {
    const proposal = await lockProposal(t, input.id)
    assertMay(t, policy, 'proposal.recommend', ownerOf(proposal))
    const act = input.agrees ? 'recommend' : 'refuse-recommendation'
    assertStep(proposal, act)
    assertUnchanged(proposal, input.version)
    assertNone('proposal.not-recordable', protocolBlockers({ ...input, paper: paper !== undefined }, { notBefore: proposal.councilOn!, today: t.today, refuses: !input.agrees }))
    await keepProposalPaper(t, proposal, 'national-council', paper!)
    const change = { nationalNumber: input.number.trim(), nationalOn: input.on!, endGrounds: input.agrees ? '' : input.grounds.trim() }
    if (!input.agrees) {
      const ended = await advance(t, proposal, act, 'proposal-not-recommended', change, { on: input.on })
      return writeToBody(t, ended, 'refused')
    }
    const norms = await t.law.norms(t.sql, proposal.normEdition)
    const updateDueOn = dueOn(deadlineRule(norms, 'T10'), input.on!, t.calendar) ?? null
    const moved = await advance(t, proposal, act, 'proposal-recommended', { ...change, updateDueOn, calendarVersion: t.calendar.version }, { on: input.on, dueOn: updateDueOn })
    await writeToRole(t, moved, 'ministry', 'recommended')
    await writeToBody(t, moved, 'recommended')
  })
}
