import type { Day } from '#kernel/day.ts'
import { assertNone, deny, Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import { parseNormEdition } from '#kernel/norm-edition.ts'
import type { NormEdition } from '#kernel/norms.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import { violatedConstraint } from '#platform/db/database.ts'
import { record } from '#platform/journal/journal.ts'
import * as people from '#modules/people/index.ts'
import { editionOf, nameOf, proposalBlockers, readValue, type Proposal } from './domain/proposal.ts'
import { policy } from './policy.ts'
import { decideProposalRow, insertEdition, insertProposal, lockEditions, selectEditions, selectProposal, selectProposals, type EditionRow, type ProposalRow } from './store/norm-store.ts'

const CHAIN = 'register:norms'

/** The newest edition that was approved, in force or still to come. */
async function newestEdition(t: Tx): Promise<{ newest: NormEdition; editions: EditionRow[] }> {
  const editions = await selectEditions(t.sql)
  return { newest: await t.law.norms(t.sql, editions[0]!.edition), editions }
}

export interface NormChange {
  key: string
  value: string
  mark: string
  sourceKk: string
  sourceRu: string
  ground: string
  validFrom: Day
}

/** One person of the ministry or the National body proposes another value of one norm, from a day to come. Nothing changes yet. */
export async function proposeNorm(ctx: Ctx, change: NormChange): Promise<void> {
  try {
    await tx(ctx, 'norms.propose', async (t) => {
      assertMay(t, policy, 'norms.propose', undefined as never)
      const { newest } = await newestEdition(t)
      const norm = newest.norms.find((each) => each.key === change.key)
      if (!norm) throw new Denial('norms.unknown')
      const value = readValue(change.value, norm)
      if (value === undefined) deny('norms.value-wrong', { field: 'value' })
      const proposal: Proposal = { key: change.key, value, mark: change.mark, source: { kk: change.sourceKk, ru: change.sourceRu }, ground: change.ground, validFrom: change.validFrom }
      assertNone('norms.not-proposable', proposalBlockers(proposal, newest, t.today))
      assertReadable(proposal, newest)
      const id = t.newId()
      await insertProposal(t.sql, {
        id, key: change.key, value, mark: change.mark, sourceKk: change.sourceKk.trim(), sourceRu: change.sourceRu.trim(), validFrom: change.validFrom, ground: change.ground.trim(), proposedBy: accountOf(t.actor)!, proposedAt: t.now,
      })
      await record(t, CHAIN, 'norm-proposed', { proposalId: id, key: change.key, value, validFrom: change.validFrom })
    })
  } catch (error) {
    if (violatedConstraint(error) === 'one_open_proposal_per_norm') deny('norms.proposed-already')
    throw error
  }
}

/** A whole edition must come of it that the rules can read: a fraction stays a fraction, a list stays a list of known words. */
function assertReadable(proposal: Proposal, newest: NormEdition): void {
  try {
    parseNormEdition(JSON.parse(JSON.stringify(editionOf(proposal, newest, 'trial'))))
  } catch {
    deny('norms.value-wrong', { field: 'value' })
  }
}

/** Another person decides. Approved, a new edition is in force from its day; cases keep the edition under which they were opened. */
export async function decideNorm(ctx: Ctx, input: { id: string; approve: boolean }): Promise<void> {
  await tx(ctx, 'norms.decide', async (t) => {
    await lockEditions(t.sql)
    const id = parseUuid(input.id)
    const row = id ? await selectProposal(t.sql, id) : undefined
    if (!row) throw new Denial('not-found')
    if (row.proposedBy === accountOf(t.actor)) deny('norms.own-proposal')
    assertMay(t, policy, 'norms.decide', row)
    if (row.decidedBy) deny('norms.decided-already')
    const by = accountOf(t.actor)!
    let edition: string | null = null
    if (input.approve) {
      const { newest, editions } = await newestEdition(t)
      const proposal: Proposal = { key: row.key, value: row.value, mark: row.mark, source: { kk: row.sourceKk, ru: row.sourceRu }, ground: row.ground, validFrom: row.validFrom }
      assertNone('norms.not-proposable', proposalBlockers(proposal, newest, t.today))
      edition = nameOf(row.validFrom, editions.map((each) => each.edition))
      await insertEdition(t.sql, editionOf(proposal, newest, edition), { ground: row.ground, proposedBy: row.proposedBy, approvedBy: by, at: t.now })
    }
    await decideProposalRow(t.sql, { id: row.id, by, at: t.now, approved: input.approve, edition })
    await record(t, CHAIN, input.approve ? 'norm-approved' : 'norm-rejected', { proposalId: row.id, key: row.key, edition })
  })
  ctx.law.forget()
}

export interface NormsDesk {
  newest: NormEdition
  editions: EditionRow[]
  proposals: (ProposalRow & { proposedByName: string; decidedByName: string | undefined; own: boolean })[]
  mayPropose: boolean
}

/** The norms as they will stand, what is proposed, and every edition there was. */
export async function readNormsDesk(ctx: Ctx): Promise<NormsDesk> {
  return read(ctx, 'norms.read', async (t) => {
    assertMay(t, policy, 'norms.read', undefined as never)
    const { newest, editions } = await newestEdition(t)
    const proposals = await selectProposals(t.sql, 50)
    const names = await people.namesOf(t, proposals.flatMap((row) => [row.proposedBy, ...(row.decidedBy ? [row.decidedBy] : [])]) as Uuid[])
    return {
      newest, editions, mayPropose: policy['norms.propose'](t.actor),
      proposals: proposals.map((row) => ({ ...row, proposedByName: names.get(row.proposedBy) ?? '', decidedByName: row.decidedBy ? names.get(row.decidedBy) : undefined, own: row.proposedBy === accountOf(t.actor) })),
    }
  })
}
