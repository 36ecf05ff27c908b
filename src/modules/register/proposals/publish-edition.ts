import type { Day } from '#kernel/day.ts'
import { assertNone, deny } from '#kernel/denial.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { record as recordEntry } from '#platform/journal/journal.ts'
import * as professions from '#modules/professions/index.ts'
import { policy } from '../policy.ts'
import { lockRegisters } from '../store/long-work-store.ts'
import { firstDayBlockers } from './domain/council.ts'
import { entryProposalBlockers } from './domain/entry.ts'
import { tellConcerned, writeToBody } from './letters.ts'
import { advance, assertStep, assertUnchanged, factsOfEntry, lastVersionOf, lockProposal, proposalFacts } from './proposals.ts'
import type { Proposal } from './store/proposal-store.ts'

/**
 * Another person of the ministry approves prepared versions and publishes them as one edition of the register: all of them or none.
 * Each is compared once more with the version it was prepared against. Running cases are not touched: they keep the version of their registration.
 * Answers the number of the edition.
 */
export async function publishEdition(ctx: Ctx, input: { proposals: readonly { id: string; version: number }[] }): Promise<number> {
  if (input.proposals.length === 0) deny('edition.nothing-chosen')
  const no = await tx(ctx, 'edition.publish', async (t) => {
    assertMay(t, policy, 'edition.publish', undefined as never)
    await lockRegisters(t.sql)
    const approver = accountOf(t.actor)!
    const ready: { proposal: Proposal; base: professions.Profession | undefined }[] = []
    // In the order of their ids, so that two people who publish at once never wait for each other.
    for (const { id, version } of input.proposals.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      const proposal = await lockProposal(t, id)
      assertStep(proposal, 'enter')
      assertUnchanged(proposal, version)
      if (proposal.preparedBy === approver) deny('edition.own-preparation', { number: proposal.number! })
      const base = await lastVersionOf(t, proposal.professionCode)
      if ((base?.versionId ?? null) !== proposal.baseVersionId) deny('proposal.version-moved', { number: proposal.number! })
      assertNone('proposal.not-preparable', [...firstDayBlockers(proposal.firstDay!, { today: t.today, baseFrom: base?.validFrom }), ...entryProposalBlockers(proposalFacts(proposal, base))])
      ready.push({ proposal, base })
    }
    const editionNo = await professions.openEdition(t)
    for (const { proposal, base } of ready) {
      await enter(t, proposal, editionNo)
      const entered = await advance(t, proposal, 'enter', 'proposal-entered', { editionNo, approvedBy: approver }, { edition: editionNo, firstDay: proposal.firstDay })
      await writeToBody(t, entered, 'entered')
      if (leavesCentres(proposal, base)) await tellConcerned(t, entered)
    }
    await recordEntry(t, 'register:editions', 'edition-published', { edition: editionNo, proposals: ready.map(({ proposal }) => proposal.id) })
    return editionNo
  })
  return no
}

async function enter(t: Tx, proposal: Proposal, editionNo: number): Promise<void> {
  const entering: professions.Entering = { from: proposal.firstDay as Day, editionNo }
  if (proposal.entry) await professions.enterProfession(t, factsOfEntry(proposal.entry, t.demo ? 'demonstration' : 'proposal'), entering)
  else await professions.strikeProfession(t, proposal.professionCode, entering)
}

/** Whether centres may recognise the profession no more from its first day. */
function leavesCentres(proposal: Proposal, base: professions.Profession | undefined): boolean {
  return base?.track === 'voluntary' && (proposal.entry === null || proposal.entry.track === 'mandatory')
}
