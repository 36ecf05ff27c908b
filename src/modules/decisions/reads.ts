import { Denial } from '#kernel/denial.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import type { ExamFacts } from '#modules/exams/index.ts'
import * as people from '#modules/people/index.ts'
import { recordedStages } from '#modules/proctoring/index.ts'
import * as professions from '#modules/professions/index.ts'
import { groundOf, type FailGround } from './domain/ground.ts'
import { memberBlockers, missingPeople } from './domain/panel.ts'
import type { Blocker } from '#kernel/denial.ts'
import { quorumOf, type VoteState } from '#kernel/panel-vote.ts'
import { heldCase } from './panel-facts.ts'
import { leftMembersOf, membersOf, panelCasesOf, type LeftMember, type Member } from './panel-members.ts'
import { standingOf } from './panel-standing.ts'
import { policy } from './policy.ts'
import { selectDecision, selectLatestDecision, selectOpenPanel, type Decision } from './store/decision-store.ts'

export interface PanelView {
  number: string
  version: number
  step: string
  centreId: string
  candidate: { surname: string; givenName: string; patronymic: string | null }
  profession: { kk?: string | undefined; ru?: string | undefined; en?: string | undefined }
  level: number | null
  exam: ExamFacts
  ground: FailGround | undefined
  panelSize: number
  quorum: number
  /** Everybody who could be asked, with the reasons why he may not sit. */
  people: { accountId: string; name: string; blockers: Blocker[] }[]
  missing: number
  /** People of another centre may be invited to make the panel whole. */
  mayInvite: boolean
  members: Member[]
  /** Who sat on this panel and was replaced. */
  left: LeftMember[]
  /** Why the panel called does not decide today although its votes may suffice: who must be replaced. */
  standing: Blocker[]
  /** Who may take the seat of a member. */
  successors: { accountId: string; name: string }[]
  state: VoteState<'pass' | 'fail'> | undefined
  mayCall: boolean
  /** May replace a member or dissolve the panel; a member gives up his own seat at most. */
  mayChange: boolean
  mayVote: boolean
  decision: Decision | undefined
  /** Stages on line whose recording the reader may open, because he sits on the panel that decides. */
  recorded: readonly Stage[]
}

/** The panel of a case as the clerk and its members see it. */
export async function readPanel(ctx: Ctx, number: string): Promise<PanelView> {
  return read(ctx, 'panel.read', async (t) => {
    const kase = await casework.findCaseByTypedNumber(t, number)
    if (!kase) throw new Denial('not-found')
    const panel = await selectOpenPanel(t.sql, kase.id)
    const members = panel ? await membersOf(t, panel.id) : []
    const facts = { ...kase, memberIds: members.map((member) => member.accountId) }
    assertMay(t, policy, 'panel.read', facts)
    const decision = await selectLatestDecision(t.sql, kase.id)
    const held = await heldCase(t, kase)
    const profession = await professions.getProfessionVersion(t.sql, kase.professionVersionId!)
    const eligible = held.people.filter((person) => person.roles.some((role) => role === 'panel-member' || role === 'centre-head'))
      .map((person) => ({ accountId: person.accountId, name: person.name, blockers: memberBlockers(person, held.panel, held.norms) }))
    const left = panel ? await leftMembersOf(t, panel.id) : []
    const sat = new Set<string>([...facts.memberIds, ...left.map((member) => member.accountId)])
    const standing = panel && kase.step === 'held' ? standingOf(members, held, t.lang) : undefined
    const own = members.find((member) => member.accountId === accountOf(t.actor))
    return {
      number: kase.number, version: kase.version, step: kase.step, centreId: kase.centreId, candidate: await people.getPerson(t, kase.personId), profession: profession.name, level: kase.level,
      exam: held.exam, ground: groundOf(held.held), panelSize: held.norms.size, quorum: quorumOf(panel ? members.length : held.norms.size, held.norms.quorum), people: eligible,
      missing: missingPeople(eligible.filter((person) => person.blockers.length === 0).length, held.norms), mayInvite: held.norms.mayInvite, members, left, standing: standing?.blockers ?? [],
      successors: eligible.filter((person) => person.blockers.length === 0 && !sat.has(person.accountId)), mayChange: kase.step === 'held' && panel !== undefined && policy['panel.change'](t.actor, kase),
      state: standing?.votes,
      mayCall: kase.step === 'held' && !panel && policy['panel.call'](t.actor, kase), mayVote: kase.step === 'held' && own !== undefined && own.choice === null,
      decision: kase.step === 'held' ? undefined : decision, recorded: own && kase.step === 'held' ? await recordedStages(t, held.attemptId) : [],
    }
  })
}

/** The newest decision of a case; the caller has asked whether the case may be seen. */
export async function latestDecision(t: Tx, caseId: string): Promise<Decision | undefined> {
  return selectLatestDecision(t.sql, caseId)
}

/** A decision by id; the caller has asked whether its case may be seen. */
export async function getDecision(t: Tx, id: string): Promise<Decision> {
  const found = await selectDecision(t.sql, id)
  if (!found) throw new Denial('not-found')
  return found
}

/** The open panels on which the reader sits. */
export async function listOwnPanels(ctx: Ctx): ReturnType<typeof panelCasesOf> {
  return read(ctx, 'panel.list-own', async (t) => {
    assertMay(t, policy, 'panel.list-own', undefined as never)
    return panelCasesOf(t, accountOf(t.actor)!, 'decision')
  })
}
