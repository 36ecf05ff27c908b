import type { Moment } from '#kernel/day.ts'
import { deny } from '#kernel/denial.ts'
import { STAGES, type Stage } from '#kernel/exam-stage.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { listActors } from '#platform/journal/search.ts'
import * as casework from '#modules/casework/index.ts'
import * as decisions from '#modules/decisions/index.ts'
import * as exams from '#modules/exams/index.ts'
import { recordedStages } from '#modules/proctoring/index.ts'
import * as documents from '#modules/recognition-documents/index.ts'
import type { AppealVote } from './domain/appeal-panel.ts'

export { closePanel, dissolveSeats, keepVote, leftMembersOf, openPanel, panelCasesOf, panelPeopleOf, replaceSeat, superDecide } from '#modules/decisions/index.ts'
export { closeRecordingFor, openRecordingFor } from '#modules/proctoring/index.ts'
export { findDelivery, handOver, keepDelivery } from '#modules/recognition-documents/index.ts'
export type { SignedDelivery } from '#modules/recognition-documents/index.ts'
export type { Dissolution, LeftMember, PanelState, Replacement } from '#modules/decisions/index.ts'

/** A decision that is appealed, with the stages held in its attempt. */
export interface ChallengedDecision extends Pick<decisions.Decision, 'id' | 'number' | 'outcome' | 'attemptId' | 'panelId' | 'decidedOn'> {
  stages: Stage[]
}
async function challenged(t: Tx, decision: decisions.Decision): Promise<ChallengedDecision> {
  const { id, number, outcome, attemptId, panelId, decidedOn } = decision
  return { id, number, outcome, attemptId, panelId, decidedOn, stages: await exams.stagesOf(t, attemptId) }
}

/** What an attempt left open. */
export interface StagesLeft {
  /** Stages that nobody saw him sit, now or before: he did not come, was not let in, or had failed the theory before the practice. */
  unheld: Stage[]
  /** Those, and the stages that were held and not passed. */
  unpassed: Stage[]
}
export async function stagesLeftOf(t: Tx, attemptId: string): Promise<StagesLeft> {
  const facts = await exams.examFacts(t, attemptId)
  return { unheld: STAGES.filter((stage) => !facts[stage]), unpassed: STAGES.filter((stage) => !facts[stage]?.passed) }
}

/** The decision by which a case stands: the newest, which nothing supersedes. */
export async function latestDecision(t: Tx, caseId: string): Promise<ChallengedDecision | undefined> {
  const decision = await decisions.latestDecision(t, caseId)
  return decision && challenged(t, decision)
}
export async function getDecision(t: Tx, id: string): Promise<ChallengedDecision> {
  return challenged(t, await decisions.getDecision(t, id))
}

/** The stages of the newest attempt of a case of which a recording can still be opened. */
export async function recordedStagesOf(t: Tx, caseId: string): Promise<Stage[]> {
  const attempt = await exams.currentAttempt(t, caseId)
  return attempt ? recordedStages(t, attempt.id) : []
}

/** A seat on the panel of an appeal; it votes to uphold or to reject. */
export interface PanelMember {
  accountId: Uuid
  chair: boolean
  choice: AppealVote | null
  note: string | null
  votedAt: Moment | null
}
export async function panelMembersOf(t: Tx, panelId: string): Promise<PanelMember[]> {
  return (await decisions.listSeats(t.sql, panelId)) as PanelMember[]
}

const DECIDING = ['decided-to-pass', 'decided-to-fail', 'panel-called', 'panel-member-replaced', 'panel-dissolved'] as const

/**
 * Accounts that took part in a decision and therefore hear no appeal from it: assessors of the attempt, members of its panels, replaced ones too,
 * who called, changed or dissolved a panel of the attempt, who wrote the decision down, and the candidate.
 */
export async function peopleOfDecision(t: Tx, parent: casework.CaseFile, decision: ChallengedDecision): Promise<Set<string>> {
  return new Set<string>([
    ...(await exams.listMarkersOf(t, decision.attemptId)), ...(await decisions.listPeopleOfPanel(t.sql, decision.panelId)),
    ...(await listActors(t.sql, casework.chainOf(parent.id), DECIDING)), ...(parent.accountId ? [parent.accountId] : []),
  ])
}

const HEARING = ['appeal-panel-called', 'appeal-voted', 'appeal-member-replaced', 'appeal-panel-dissolved', 'appeal-decided'] as const

/** Accounts that called, changed or dissolved the panel of an appeal, voted or wrote its decision. */
export async function peopleWhoActedOn(t: Tx, appealCaseId: string): Promise<string[]> {
  return [...(await listActors(t.sql, casework.chainOf(appealCaseId), HEARING))]
}

/** What binds people of the centre to the candidate, apart from having taken part. */
export async function tiesOf(t: Tx, parent: casework.CaseFile, accountIds: readonly string[]): Promise<ReadonlyMap<string, { name: string; kinds: readonly string[] }>> {
  const found = await exams.findConflicts(t, parent, accountIds, 'panel')
  // Himself, and whoever marked or decided, are in the list of those who took part.
  return new Map(found.map((each) => [each.accountId as string, { name: each.name, kinds: each.kinds.filter((kind) => kind !== 'same-person' && kind !== 'marked-before') }] as const).filter(([, tie]) => tie.kinds.length > 0))
}

/** The document that stands on the decision of a case and would fall with it. */
export async function findStandingDocument(t: Tx, parentId: string): Promise<documents.DocumentRow | undefined> {
  const document = await documents.findDocumentOfCase(t, parentId)
  return document?.annulledOn === null ? document : undefined
}

/** A document that stands on a decision which no longer does is annulled by two people of the panel, with the appeal as its ground. */
export async function annulDocumentOf(t: Tx, parent: casework.CaseFile, members: readonly PanelMember[], own: Uuid, note: string): Promise<void> {
  const document = await findStandingDocument(t, parent.id)
  if (!document) return
  const second = members.find((member) => member.accountId !== own && member.choice !== null)?.accountId ?? deny('appeal.annulment-needs-two')
  await documents.annulWithin(t, parent, document, { ground: 'appeal', note, proposedBy: own, decidedBy: second })
}
