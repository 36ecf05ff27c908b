import type { Role } from '#platform/acts/actor.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { entriesOf } from '#platform/journal/journal.ts'
import * as people from '#modules/people/index.ts'
import { chainOf, type AccreditationCase } from './cases.ts'
import type { CaseFacts } from './policy.ts'
import { selectPeopleOfCase } from './store/case-store.ts'

/** What the policy asks of a case, at every stage: whose it is, which chamber receives, and who reviews, surveys and decides it. */
export async function factsOf(t: Tx, kase: AccreditationCase): Promise<CaseFacts> {
  return { organisationId: kase.organisationId, channel: kase.channel, ...(await selectPeopleOfCase(t.sql, kase.id, kase.regionKato)) }
}

/** Everybody who holds a role at the applicant today. */
export async function peopleOfApplicant(t: Tx, kase: AccreditationCase): Promise<people.Holder[]> {
  return people.listHolders(t.sql, kase.organisationId, t.today, undefined)
}

/** Who acts for an applicant; others of its staff do not. */
export const ACTING: readonly Role[] = ['applicant', 'centre-head']
/** Whether somebody acts for the applicant on the platform today; to others everything goes on paper. */
export async function isRepresented(t: Tx, kase: AccreditationCase): Promise<boolean> {
  return (await peopleOfApplicant(t, kase)).some((holder) => holder.roles.some((role) => ACTING.includes(role)))
}

/** Accounts that have done anything in the case beside the entries left out: who did does no later part of it [D]. */
export async function whoTookPart(t: Tx, caseId: string, isOwn: (kind: string) => boolean): Promise<Set<string>> {
  return new Set((await entriesOf(t.sql, chainOf(caseId))).filter((entry) => !isOwn(entry.kind)).flatMap((entry) => (entry.actorId ? [entry.actorId] : [])))
}
