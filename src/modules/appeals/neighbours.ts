import type { Uuid } from '#kernel/id.ts'
import { deny } from '#kernel/denial.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import * as casework from '#modules/casework/index.ts'
import * as documents from '#modules/recognition-documents/index.ts'
import type { PanelMember } from './store/appeal-store.ts'
import * as store from './store/neighbour-store.ts'

export { selectDecision as getDecision, selectLatestDecision as latestDecision } from './store/neighbour-store.ts'
export type { ChallengedDecision } from './store/neighbour-store.ts'
export { superDecide } from '#modules/decisions/index.ts'

/** Accounts that took part in a decision and therefore hear no appeal from it. */
export async function peopleOfDecision(t: Tx, parent: casework.CaseFile, decision: store.ChallengedDecision): Promise<Set<string>> {
  const people = await store.selectPeopleOfDecision(t.sql, decision, casework.chainOf(parent.id))
  return new Set(parent.accountId ? [...people, parent.accountId] : people)
}

/** A document that stands on a decision which no longer does is annulled by two people of the panel, with the appeal as its ground. */
export async function annulDocumentOf(t: Tx, parent: casework.CaseFile, members: readonly PanelMember[], own: Uuid, note: string): Promise<void> {
  const document = await documents.findDocumentOfCase(t, parent.id)
  if (!document || document.annulledOn !== null) return
  const second = members.find((member) => member.accountId !== own && member.choice !== null)?.accountId ?? deny('appeal.annulment-needs-two')
  await documents.annulWithin(t, parent, document, { ground: 'appeal', note, proposedBy: own, decidedBy: second })
}
