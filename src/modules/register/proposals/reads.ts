import { deadlineRule, handedInOn } from '#kernel/norms.ts'
import { isLate } from '#kernel/deadline-rule.ts'
import { legalDay, type Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import { inTurn } from '#platform/acts/in-turn.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, withSystemSight } from '#platform/acts/tx.ts'
import { entriesOf } from '#platform/journal/journal.ts'
import * as casework from '#modules/casework/index.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import { policy } from '../policy.ts'
import { nextStep, updateTermRuns, type Step } from './domain/road.ts'
import { roundOf, type Round } from './domain/round.ts'
import { bodyOfOfficer } from './draft-proposal.ts'
import { chainOfProposal, entryOf, factsOfEntry, getProposal, lastVersionOf, ownerOf } from './proposals.ts'
import { selectProposalPapers, type ProposalPaper } from './store/proposal-paper-store.ts'
import { countProposalsAt, countProposalsOfBody, selectEndedProposals, selectOpenProposalOf, selectProposalsAt, selectProposalsOfBody, type Proposal } from './store/proposal-store.ts'

/** A proposal as a line of a list. */
export interface ProposalListed extends Proposal {
  professionName: professions.ProfessionFacts['name']
  bodyName: professions.SectorBody['name']
  /** Whether the term of the ministry has passed, or had passed when the register was updated. */
  late: boolean
}
export interface ProposalsDesk {
  body: professions.SectorBody
  rows: ProposalListed[]
  total: number
  /** The round to which a proposal filed today would belong. */
  round: Round | undefined
  today: Day
  /** Professions of the register for which the body may propose, by name. */
  own: professions.Profession[]
}

/** The proposals of one's own body, with the round that is open. */
export async function listOwnProposals(ctx: Ctx, { page, pageSize }: { page: number; pageSize: number }): Promise<ProposalsDesk> {
  return read(ctx, 'proposal.list-own', async (t) => {
    assertMay(t, policy, 'proposal.list-own', undefined as never)
    const { organisationId, body } = await bodyOfOfficer(t)
    const rows = await selectProposalsOfBody(t.sql, organisationId, { limit: pageSize, offset: (page - 1) * pageSize })
    const own = (await professions.listCurrentProfessions(t.sql, t.today)).filter((each) => each.bodyCode === body.code || each.bodyCode === null)
    return { body, rows: await listed(t, rows), total: await countProposalsOfBody(t.sql, organisationId), round: await roundToday(t), today: t.today, own }
  })
}

async function roundToday(t: Tx): Promise<Round | undefined> {
  const norms = await t.law.normsInForce(t.sql, t.today)
  return roundOf(deadlineRule(norms, 'T11').dates, handedInOn(norms, t.now))
}

async function listed(t: Tx, rows: readonly Proposal[]): Promise<ProposalListed[]> {
  const bodies = new Map((await professions.listSectorBodies(t.sql)).map((each) => [each.code, each.name]))
  return inTurn(rows, async (row) => ({
    ...row, bodyName: bodies.get(row.bodyCode) ?? {},
    professionName: row.entry?.name.kk || row.entry?.name.ru ? row.entry.name : ((await professions.findProfessionOrStruck(t.sql, row.professionCode, t.today))?.name ?? {}),
    late: updateTermRuns(row.step) ? isLate(row.updateDueOn ?? undefined, t.today) : row.step === 'entered' && isLate(row.updateDueOn ?? undefined, legalDay(row.closedAt!)),
  }))
}

export const PROPOSAL_TABS = ['agreed', 'recommended', 'proposed', 'filed', 'ended'] as const
export type ProposalTab = (typeof PROPOSAL_TABS)[number]

export interface ProposalsInbox {
  tab: ProposalTab
  rows: ProposalListed[]
  counts: Readonly<Record<ProposalTab, number>>
  today: Day
}

/** The proposals of all bodies by where they stand: what waits for the National Council, for a version, for approval, what is with the bodies, what is ended. */
export async function listProposals(ctx: Ctx, tab: ProposalTab, { page, pageSize }: { page: number; pageSize: number }): Promise<ProposalsInbox> {
  return read(ctx, 'proposal.list', async (t) => {
    assertMay(t, policy, 'proposal.list', undefined as never)
    const at = { limit: pageSize, offset: (page - 1) * pageSize }
    const rows = tab === 'ended' ? await selectEndedProposals(t.sql, at) : await selectProposalsAt(t.sql, [tab], at)
    const byStep = new Map<Step, number>((await countProposalsAt(t.sql)).map((each) => [each.step, each.count]))
    const count = (...steps: Step[]) => steps.reduce((sum, step) => sum + (byStep.get(step) ?? 0), 0)
    return {
      tab, rows: await listed(t, rows), today: t.today,
      counts: { agreed: count('agreed'), recommended: count('recommended'), proposed: count('proposed'), filed: count('filed'), ended: count('entered', 'not-agreed', 'not-recommended', 'withdrawn') },
    }
  })
}

export interface ProposalEntry {
  kind: string
  at: string
  by: string
  payload: Record<string, unknown>
}
export interface ProposalShown {
  proposal: ProposalListed
  /** The newest version of the entry now, of an ended proposal the one it was last compared with; and the entry as proposed, as a version would read it. */
  base: professions.Profession | undefined
  proposed: professions.Profession | undefined
  /** True when the entry has changed since the proposal was last compared with it. */
  baseMoved: boolean
  papers: ProposalPaper[]
  fields: professions.Field[]
  history: ProposalEntry[]
  round: Round | undefined
  today: Day
  runningCases: number
  /** Length of T10 by the norms of the proposal, in working days; undefined where it is not set. */
  updateDays: number | undefined
  /** Another open proposal for the same entry, told to its own body and to the ministry by its number only. */
  otherOpen: boolean
  preparedByName: string | undefined
  may: { fill: boolean; file: boolean; answerCouncil: boolean; recommend: boolean; prepare: boolean; approve: boolean; ownPreparation: boolean; withdraw: boolean }
}

/** One proposal with its difference to the register, its papers, its history and what the reader may do with it now. */
export async function readProposal(ctx: Ctx, id: string): Promise<ProposalShown> {
  return read(ctx, 'proposal.read', async (t) => {
    const proposal = await getProposal(t, id)
    const owner = ownerOf(proposal)
    assertMay(t, policy, 'proposal.read', owner)
    const now = await lastVersionOf(t, proposal.professionCode)
    const base = proposal.closedAt === null ? now : proposal.baseVersionId ? await professions.getProfessionVersion(t.sql, proposal.baseVersionId) : undefined
    const running = await withSystemSight(t, () => casework.listRunningOfProfession(t.sql, proposal.professionCode))
    const entries = await entriesOf(t.sql, chainOfProposal(proposal.id))
    const names = await people.namesOf(t, [...new Set([...entries.flatMap((each) => (each.actorId ? [each.actorId as Uuid] : [])), ...(proposal.preparedBy ? [proposal.preparedBy] : [])])])
    const is = (action: keyof typeof policy, act: Parameters<typeof nextStep>[1]) => nextStep(proposal.step, act) !== undefined && policy[action](t.actor, owner as never)
    const ownPreparation = proposal.preparedBy !== null && proposal.preparedBy === accountOf(t.actor)
    const open = await selectOpenProposalOf(t.sql, proposal.professionCode)
    return {
      proposal: (await listed(t, [proposal]))[0]!, base, proposed: await asVersion(t, proposal, base), baseMoved: proposal.number !== null && proposal.closedAt === null && (base?.versionId ?? null) !== proposal.baseVersionId,
      papers: await selectProposalPapers(t.sql, proposal.id), fields: await professions.listFields(t.sql), round: await roundToday(t), today: t.today, runningCases: running.length,
      updateDays: deadlineRule(await t.law.norms(t.sql, proposal.normEdition), 'T10').length,
      otherOpen: open !== undefined && open.id !== proposal.id, preparedByName: proposal.preparedBy ? names.get(proposal.preparedBy) : undefined,
      history: entries.filter((each) => each.kind !== 'proposal-filled').map((each) => ({ kind: each.kind, at: each.at, by: (each.actorId && names.get(each.actorId as Uuid)) || '', payload: each.payload })),
      may: {
        fill: is('proposal.fill', 'file'), file: is('proposal.file', 'file'), answerCouncil: is('proposal.answer-council', 'agree'), recommend: is('proposal.recommend', 'recommend'),
        prepare: is('proposal.prepare', 'prepare'), approve: is('edition.publish', 'enter') && !ownPreparation, ownPreparation: proposal.step === 'proposed' && ownPreparation, withdraw: is('proposal.withdraw', 'withdraw'),
      },
    }
  })
}

/** The proposed entry in the form of a version, so that both read alike side by side. */
async function asVersion(t: Tx, proposal: Proposal, base: professions.Profession | undefined): Promise<professions.Profession | undefined> {
  if (!proposal.entry) return undefined
  const body = (await professions.listSectorBodies(t.sql)).find((each) => each.code === proposal.entry!.bodyCode)
  return {
    ...factsOfEntry(entryOf({ ...proposal.entry, provenance: 'proposal', attributesProvenance: 'proposal' }), 'proposal'), versionId: proposal.id, versionNo: (base?.versionNo ?? 0) + 1,
    validFrom: proposal.firstDay ?? t.today, validUntil: null, bodyName: body?.name ?? {}, editionNo: proposal.editionNo,
  }
}
