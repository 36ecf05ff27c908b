import { deny, Denial } from '#kernel/denial.ts'
import { parseUuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { record as recordEntry } from '#platform/journal/journal.ts'
import * as professions from '#modules/professions/index.ts'
import type { ProposalOwner } from '../policy.ts'
import type { ProposalFacts } from './domain/entry.ts'
import { ENDED_STEPS, nextStep, WHOSE_MOVE, type RoadAct, type Step } from './domain/road.ts'
import { lockProposalRow, selectProposal, updateProposal, type Proposal } from './store/proposal-store.ts'

/** The chain of a proposal in the journal. */
export function chainOfProposal(id: string): string {
  return `proposal:${id}`
}

export async function record(t: Tx, proposal: Pick<Proposal, 'id'>, kind: string, payload: Record<string, unknown> = {}): Promise<void> {
  await recordEntry(t, chainOfProposal(proposal.id), kind, payload)
}

export async function getProposal(t: Pick<Tx, 'sql'>, id: string): Promise<Proposal> {
  return found(parseUuid(id) && (await selectProposal(t.sql, id)))
}
export async function lockProposal(t: Tx, id: string): Promise<Proposal> {
  return found(parseUuid(id) && (await lockProposalRow(t.sql, id)))
}
function found(proposal: Proposal | undefined): Proposal {
  if (!proposal) throw new Denial('not-found')
  return proposal
}

/** What the policy asks of a proposal: whose it is, and whether it is a draft, which nobody else sees. */
export function ownerOf(proposal: Proposal): ProposalOwner {
  return { organisationId: proposal.organisationId, draft: proposal.number === null }
}

/** Two people on one proposal: the second is told, and nothing is lost. */
export function assertUnchanged(proposal: Proposal, version: number): void {
  if (proposal.version !== version) deny('proposal.changed-meanwhile', { number: proposal.number ?? '' })
}

/** Refuses an act that has no place where the proposal stands. */
export function assertStep(proposal: Proposal, act: RoadAct): Step {
  return nextStep(proposal.step, act) ?? deny('proposal.not-at-this-step', { step: proposal.step, act })
}

/** Moves the locked proposal along its road with what the act found out, and writes the timeline entry. Answers the proposal as it now stands. */
export async function advance(t: Tx, proposal: Proposal, act: RoadAct, entry: string, change: Partial<Proposal> = {}, payload: Record<string, unknown> = {}): Promise<Proposal> {
  const step = assertStep(proposal, act)
  const moved: Proposal = { ...proposal, ...change, step, whoseMove: WHOSE_MOVE[step], version: proposal.version + 1, movedAt: t.now, closedAt: ENDED_STEPS.includes(step) ? t.now : null }
  await updateProposal(t.sql, moved)
  await record(t, moved, entry, { act, from: proposal.step, to: step, ...payload })
  return moved
}

/** The newest version of the entry, in force or still to come; undefined where the register has none or has struck it. */
export async function lastVersionOf(t: Pick<Tx, 'sql'>, code: string): Promise<professions.Profession | undefined> {
  const last = (await professions.listVersionsOf(t.sql, code))[0]
  return last && last.validUntil === null ? last : undefined
}

/** The proposal as the law asks about it, compared with this version. */
export function proposalFacts(proposal: Pick<Proposal, 'kind' | 'bodyCode' | 'professionCode' | 'entry'>, base: professions.Profession | undefined): ProposalFacts {
  const facts = proposal.entry ? factsOfEntry(proposal.entry, 'proposal') : undefined
  return {
    kind: proposal.kind, bodyCode: proposal.bodyCode, code: proposal.professionCode, entry: proposal.entry ?? undefined, base,
    changed: facts && base ? professions.changedAspects(base, facts) : [], contradictions: facts ? professions.entryBlockers(facts) : [],
  }
}

/** The entry as the register takes it, with where it comes from. */
export function factsOfEntry(entry: NonNullable<Proposal['entry']>, provenance: 'proposal' | 'demonstration'): professions.ProfessionFacts {
  return { ...entry, provenance, attributesProvenance: provenance }
}

/** What of a version a proposal may have read otherwise. */
export function entryOf(version: professions.ProfessionFacts): NonNullable<Proposal['entry']> {
  const { code, name, track, basis, basisTitle, fieldCode, levels, educationRequired, experienceRequired, educationText, experienceText, validityMonths, ageMin, bodyCode, act, form, synonyms } = version
  return { code, name, track, basis, basisTitle, fieldCode, levels, educationRequired, experienceRequired, educationText, experienceText, validityMonths, ageMin, bodyCode, act, form, synonyms }
}
