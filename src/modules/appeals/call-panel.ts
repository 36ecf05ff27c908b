import { assertNone, deny, type Blocker } from '#kernel/denial.ts'
import { accountOf, type Role } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { personName } from '#platform/i18n/format.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as people from '#modules/people/index.ts'
import { eligibleForPanel, mayInvite, memberBlockers, missingForPanel, panelBlockers } from './domain/appeal-panel.ts'
import { writeToAccounts, writeToPerson } from './letters.ts'
import { findStandingDocument, getDecision, openPanel, peopleOfDecision, tiesOf } from './neighbours.ts'
import { policy } from './policy.ts'
import { heardFirst } from './second-instance.ts'
import { selectAppeal, setPanel, type Appeal } from './store/appeal-store.ts'

const MAY_SIT: readonly Role[] = ['panel-member', 'assessor', 'centre-head']

export interface PanelChoice {
  people: { accountId: string; surname: string; givenName: string; patronymic: string | null; tookPart: boolean; maySit: boolean; why: Blocker[] }[]
  tookPart: ReadonlySet<string>
  ties: ReadonlyMap<string, { name: string; kinds: readonly string[] }>
  /** People who come from another centre, with their names. */
  guests: ReadonlyMap<string, string>
  /** For an appeal of the second instance: who had a hand in the first. */
  second: { heard: ReadonlySet<string> } | undefined
  missing: number
  /** Somebody of another centre may be invited to make the panel whole. */
  mayInvite: boolean
  /** A document stands on the decision: one person alone does not hear the appeal. */
  documentStands: boolean
}

/** Who of the centre may hear this appeal, who took part before, and how many people are missing. */
export async function panelChoiceOf(t: Tx, kase: casework.CaseFile, appeal: Appeal): Promise<PanelChoice> {
  const parent = await casework.getCase(t, kase.parentCaseId!)
  const tookPart = await peopleOfDecision(t, parent, await getDecision(t, appeal.decisionId))
  const staff = (await centres.listStaff(t.sql, kase.centreId, t.today)).filter((each) => each.roles.some((role) => MAY_SIT.includes(role)))
  const norms = await casework.normsOf(t, kase)
  const ties = await tiesOf(t, parent, staff.map((each) => each.accountId))
  const invited = new Set<string>(await people.listGuests(t.sql, staff.map((each) => each.accountId), { centreId: kase.centreId, on: t.today }))
  const guests = new Map(staff.filter((each) => invited.has(each.accountId)).map((each) => [each.accountId as string, personName(each, t.lang, 'initials')] as const))
  const second = await heardFirst(t, appeal.secondOf)
  const facts = { staff: staff.map((each) => each.accountId), tookPart, ties, guests, second }
  const eligible = eligibleForPanel(facts, norms)
  return {
    people: staff.map((each) => ({ ...each, tookPart: tookPart.has(each.accountId), maySit: eligible.includes(each.accountId), why: memberBlockers(each.accountId, facts, norms) })), tookPart, ties, guests, second,
    mayInvite: mayInvite(norms, second !== undefined), missing: missingForPanel(eligible.length, norms),
    documentStands: (await findStandingDocument(t, parent.id)) !== undefined,
  }
}

/** The centre calls the appeal panel: people none of whom took part in the decision. */
export async function callAppealPanel(ctx: Ctx, input: { number: string; version: number; members: readonly string[]; chair: string }): Promise<void> {
  await tx(ctx, 'appeal.call-panel', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'appeal.call-panel', kase)
    casework.assertUnchanged(kase, input.version)
    const appeal = kase.kind === 'appeal' ? await selectAppeal(t.sql, kase.id) : undefined
    if (!appeal || kase.step !== 'lodged') deny('appeal.not-at-this-step')
    const choice = await panelChoiceOf(t, kase, appeal)
    const members = [...new Set(input.members)]
    const proposal = { members, chair: input.chair || undefined, staff: choice.people.map((each) => each.accountId), tookPart: choice.tookPart, ties: choice.ties, guests: choice.guests, second: choice.second, documentStands: choice.documentStands }
    assertNone('appeal.panel-not-possible', panelBlockers(proposal, await casework.normsOf(t, kase)))
    const id = t.newId()
    await openPanel(t.sql, { id, caseId: kase.id, attemptId: null, purpose: 'appeal', calledBy: accountOf(t.actor) ?? null, calledAt: t.now }, members, input.chair)
    await setPanel(t.sql, kase.id, id)
    await casework.touchCase(t, kase, { step: 'panel-called', whoseMove: 'panel' })
    await casework.record(t, kase.id, 'appeal-panel-called', { panelId: id, members, chair: input.chair })
    await writeToAccounts(t, kase, members, 'appeal-panel-called', `/examiner/appeals/${kase.number}`, { due: kase.nextDueOn })
    await writeToPerson(t, kase, 'appeal-being-heard', `/cases/${kase.number}/appeal`, { due: kase.nextDueOn })
  })
}
