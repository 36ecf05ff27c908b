import { dueOn } from '#kernel/deadline-rule.ts'
import type { Day } from '#kernel/day.ts'
import { assertNone } from '#kernel/denial.ts'
import { deadlineRule } from '#kernel/norms.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import * as uploads from '#modules/uploads/index.ts'
import { policy } from '../policy.ts'
import { protocolBlockers } from './domain/council.ts'
import type { RoadAct } from './domain/road.ts'
import { writeToBody, writeToRole } from './letters.ts'
import { keepProposalPaper } from './proposal-papers.ts'
import { advance, assertStep, assertUnchanged, getProposal, lockProposal, ownerOf } from './proposals.ts'
import type { ProposalPaperKind } from './store/proposal-paper-store.ts'
import type { Proposal } from './store/proposal-store.ts'

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

/** What the two councils have in common: who records, which paper it is, and since when there is something to answer. */
interface Council {
  action: 'proposal.answer-council' | 'proposal.recommend'
  paper: ProposalPaperKind
  agree: RoadAct
  refuse: RoadAct
  askedOn(proposal: Proposal): Day
}
const SECTORAL: Council = { action: 'proposal.answer-council', paper: 'council', agree: 'agree', refuse: 'refuse-agreement', askedOn: (proposal) => proposal.filedOn! }
const NATIONAL: Council = { action: 'proposal.recommend', paper: 'national-council', agree: 'recommend', refuse: 'refuse-recommendation', askedOn: (proposal) => proposal.councilOn! }

/** Takes the protocol of a council and goes on by `write`, in the transaction that keeps it. */
async function recordProtocol(ctx: Ctx, input: CouncilAnswer, council: Council, write: (t: Tx, proposal: Proposal, act: RoadAct) => Promise<void>): Promise<void> {
  await read(ctx, council.action, async (t) => assertMay(t, policy, council.action, ownerOf(await getProposal(t, input.id))))
  const paper = input.paper && (await uploads.examineFile(ctx, input.paper))
  await tx(ctx, council.action, async (t) => {
    const proposal = await lockProposal(t, input.id)
    assertMay(t, policy, council.action, ownerOf(proposal))
    const act = input.agrees ? council.agree : council.refuse
    assertStep(proposal, act)
    assertUnchanged(proposal, input.version)
    assertNone('proposal.not-recordable', protocolBlockers({ ...input, paper: paper !== undefined }, { notBefore: council.askedOn(proposal), today: t.today, refuses: !input.agrees }))
    await keepProposalPaper(t, proposal, council.paper, paper!)
    await write(t, proposal, act)
  })
}

const endGrounds = (input: CouncilAnswer): string => (input.agrees ? '' : input.grounds.trim())

/** An officer of the body records what the sectoral council answered; a refusal ends the proposal. */
export async function recordSectoralCouncil(ctx: Ctx, input: CouncilAnswer): Promise<void> {
  await recordProtocol(ctx, input, SECTORAL, async (t, proposal, act) => {
    const moved = await advance(t, proposal, act, input.agrees ? 'proposal-agreed' : 'proposal-not-agreed', { councilNumber: input.number.trim(), councilOn: input.on!, endGrounds: endGrounds(input) }, { on: input.on })
    if (input.agrees) for (const role of ['ministry', 'national-body'] as const) await writeToRole(t, moved, role, 'agreed')
  })
}

/** The ministry or the National body records what the National Council answered: the term of the update runs from the day of its protocol (T10). */
export async function recordNationalCouncil(ctx: Ctx, input: CouncilAnswer): Promise<void> {
  await recordProtocol(ctx, input, NATIONAL, async (t, proposal, act) => {
    const change = { nationalNumber: input.number.trim(), nationalOn: input.on!, endGrounds: endGrounds(input) }
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
