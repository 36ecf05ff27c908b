import type { Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import * as casework from '#modules/casework/index.ts'
import { hasSecondInstance, mayRestoreTerm, type AppealOutcome } from './domain/appeal.ts'
import { panelPeopleOf, peopleWhoActedOn } from './neighbours.ts'
import { selectAppeal, selectAppealsOfDecision, selectSecondOf, type Appeal } from './store/appeal-store.ts'

/** The appeal that was rejected and may be followed by one more; undefined where the next would be of the first instance. Takes the appeals from a decision, those that were withdrawn too. */
export async function rejectedFirstOf(t: Tx, parent: casework.CaseFile, appeals: readonly Appeal[]): Promise<Appeal | undefined> {
  const first = appeals.find((each) => each.secondOf === null && each.outcome === 'rejected')
  return first && hasSecondInstance(await casework.normsOf(t, parent)) ? first : undefined
}

/** The clock of the second instance lies in the case of the first appeal: on the case of recognition it would move the last day of a retake. */
export async function secondTermOf(t: Tx, firstCaseId: string): Promise<{ startedOn: Day; lastOn: Day } | undefined> {
  const clock = (await casework.deadlinesOf(t, firstCaseId)).findLast((each) => each.rule === 'T6' && each.cancelledAt === null)
  return clock?.dueOn ? { startedOn: clock.startedOn, lastOn: clock.dueOn } : undefined
}

/** True when this outcome of an appeal may be appealed once more: the norm is that of the case of recognition, which its candidate was told of. */
export async function leadsToSecond(t: Tx, parent: casework.CaseFile, appeal: Pick<Appeal, 'secondOf'>, outcome: AppealOutcome | null): Promise<boolean> {
  return appeal.secondOf === null && outcome === 'rejected' && hasSecondInstance(await casework.normsOf(t, parent))
}

/** From the day on which the decision came to the candidate his second term runs, as long as the first [D]. Answers its last day; undefined where nothing follows. */
export async function startSecondTerm(t: Tx, kase: casework.CaseFile, appeal: Pick<Appeal, 'secondOf'>, outcome: AppealOutcome, deliveredOn: Day): Promise<Day | undefined> {
  const parent = await casework.getCase(t, kase.parentCaseId!)
  if (!(await leadsToSecond(t, parent, appeal, outcome))) return undefined
  return (await casework.startClock(t, { ...kase, normEdition: parent.normEdition }, 'T6', deliveredOn)) ?? undefined
}

/** What a reader of a rejected first appeal is told of the second; nothing once its term has passed unused. */
export interface SecondChance {
  /** Undefined: the decision was not handed over yet, and no term runs. */
  lastOn: Day | undefined
  /** Number of the second appeal, once it is lodged. */
  lodged: string | undefined
}
export async function secondChanceOf(t: Tx, parent: casework.CaseFile, appeal: Appeal): Promise<SecondChance | undefined> {
  if (!(await leadsToSecond(t, parent, appeal, appeal.outcome))) return undefined
  const second = await selectSecondOf(t.sql, appeal.caseId)
  const lastOn = (await secondTermOf(t, appeal.caseId))?.lastOn
  if (!second && lastOn !== undefined && t.today > lastOn && !mayRestoreTerm(await casework.normsOf(t, parent))) return undefined
  return { lastOn, lodged: second && (await casework.getCase(t, second)).number }
}

/** Why the first appeal came late, where its panel did not restore the term: the second is asked for the same, else whoever missed the term would have it back by appealing twice. */
export async function missedByFirst(t: Tx, secondOf: Uuid | null): Promise<string | null> {
  const first = secondOf === null ? undefined : await selectAppeal(t.sql, secondOf)
  return first?.termRestored === false ? first.lateReason : null
}

/** Everybody who had a hand in an appeal of the first instance from the same decision, one that was withdrawn too, when this is the second: who sat on its panels, voted, called or changed them; undefined for a first appeal. */
export async function heardFirst(t: Tx, secondOf: Uuid | null): Promise<{ heard: ReadonlySet<string> } | undefined> {
  const rejected = secondOf === null ? undefined : await selectAppeal(t.sql, secondOf)
  if (!rejected) return undefined
  const heard = new Set<string>()
  for (const { caseId, secondOf: of } of await selectAppealsOfDecision(t.sql, rejected.decisionId)) {
    if (of === null) for (const id of [...(await panelPeopleOf(t.sql, caseId)), ...(await peopleWhoActedOn(t, caseId))]) heard.add(id)
  }
  return { heard }
}
