import type { Uuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import * as casework from '#modules/casework/index.ts'
import * as store from './store/neighbour-store.ts'

export { selectDecision as getDecision, selectLatestDecision as latestDecision } from './store/neighbour-store.ts'
export type { ChallengedDecision } from './store/neighbour-store.ts'

/** Accounts that took part in a decision and therefore hear no appeal from it. */
export async function peopleOfDecision(t: Tx, parent: casework.CaseFile, decision: store.ChallengedDecision): Promise<Set<string>> {
  const people = await store.selectPeopleOfDecision(t.sql, decision, casework.chainOf(parent.id))
  return new Set(parent.accountId ? [...people, parent.accountId] : people)
}

/** Changes a decision to pass by a new one; the old one stays as it was. The case goes back to the issue of its document. */
export async function superDecide(t: Tx, parent: casework.CaseFile, input: { supersedes: store.ChallengedDecision; panelId: Uuid; number: string; reasons: string; paperId: Uuid }): Promise<Uuid> {
  const id = t.newId()
  await store.insertDecision(t.sql, {
    id, caseId: parent.id, attemptId: input.supersedes.attemptId, number: input.number, panelId: input.panelId, decidedAt: t.now, decidedOn: t.today,
    supersedes: input.supersedes.id, reasons: input.reasons, paperId: input.paperId,
  })
  await casework.advance(t, parent, 'decision.supersede-pass', 'decision-superseded', { payload: { decisionId: id, supersedes: input.supersedes.id } })
  return id
}

/** A document that stands on a decision which no longer does is annulled by two people of the panel, with the appeal as its ground. */
export async function annulDocumentOf(t: Tx, parent: casework.CaseFile, people: { proposedBy: Uuid; decidedBy: Uuid }, note: string): Promise<string | undefined> {
  const document = await store.selectStandingDocument(t.sql, parent.id)
  if (!document) return undefined
  await store.annulDocument(t.sql, { id: t.newId(), documentId: document.id, note, ...people, at: t.now, on: t.today })
  await casework.record(t, parent.id, 'document-annulled', { documentId: document.id, ground: 'appeal' })
  return document.number
}
