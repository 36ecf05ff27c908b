import { lateness, type Lateness } from '#kernel/deadline-rule.ts'
import { legalDay, type Day, type Moment } from '#kernel/day.ts'
import { Denial, type Blocker } from '#kernel/denial.ts'
import { normNumber } from '#kernel/norms.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import { accountOf, hasRole, isOversight, type Actor } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay, may } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { personName } from '#platform/i18n/format.ts'
import { papersOfCase, type PaperRow } from '#platform/pdf/paper-outbox.ts'
import { stageAgainIsFree, wasStageAgainFree } from '#modules/applications/index.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import * as uploads from '#modules/uploads/index.ts'
import { mayInvite, voteResult, type AppealVote } from './domain/appeal-panel.ts'
import { panelChoiceOf, type PanelChoice } from './call-panel.ts'
import { findDelivery, getDecision, leftMembersOf, panelMembersOf, recordedStagesOf, stagesLeftOf, type ChallengedDecision, type LeftMember, type PanelMember } from './neighbours.ts'
import { otherCaseOf } from './other-case.ts'
import { standingOf } from './panel-standing.ts'
import { isPracticeNext } from './domain/appeal.ts'
import { policy } from './policy.ts'
import { secondChanceOf, type SecondChance } from './second-instance.ts'
import { selectAppeal, type Appeal } from './store/appeal-store.ts'
import { selectComplaint, type Complaint } from './store/complaint-store.ts'

type Name = { kk?: string; ru?: string; en?: string }

/** How late an open case is, by the calendar of the day. */
export function latenessOf(t: Tx, due: Day | null, closed: boolean): Lateness | undefined {
  return due && !closed ? lateness(due, t.today, t.calendar) : undefined
}
async function professionOf(t: Tx, kase: casework.CaseFile): Promise<Name | undefined> {
  return kase.professionVersionId ? (await professions.getProfessionVersion(t.sql, kase.professionVersionId)).name : undefined
}

export interface TimelineLine {
  kind: string
  at: Moment
  by: string
  payload: Readonly<Record<string, unknown>>
}
async function timelineOf(t: Tx, caseId: string): Promise<TimelineLine[]> {
  const entries = await casework.timelineOf(t, caseId)
  const names = await people.namesOf(t, entries.map((entry) => entry.actorId))
  return entries.map((entry) => ({ kind: entry.kind, at: entry.at, by: entry.actorId ? names.get(entry.actorId) ?? '' : '', payload: entry.payload }))
}

export interface AppealView {
  kase: casework.CaseFile
  lateness: Lateness | undefined
  profession: Name | undefined
  panelSize: number
  parent: casework.CaseFile
  appeal: Appeal
  challenged: ChallengedDecision
  /** Stages that the candidate never sat, for whoever decides: with one of them he cannot be passed. */
  unheld: Stage[]
  /** The theory is passed and the practice, which was never sat, is what an upheld appeal leads to; for whoever decides, and once it is so decided. */
  practiceNext: boolean
  /** Stages not passed, for whoever decides. */
  unpassed: Stage[]
  /** Number of the appeal that was rejected before, where this one is of the second instance. */
  first: string | undefined
  /** This one was rejected and may be followed by one more. */
  second: SecondChance | undefined
  /** A stage held again costs the candidate nothing: by the norm of his case, and once it is decided as it was decided. */
  againIsFree: boolean
  candidate: { surname: string; givenName: string; patronymic: string | null }
  members: (PanelMember & { name: string })[]
  /** Who sat on this panel and was replaced. */
  left: LeftMember[]
  /** Why the panel called does not decide today, although its votes may suffice: who must be replaced. */
  standing: Blocker[]
  /** Who may take the seat of a member, for whoever may change the panel before it has decided. */
  successors: { accountId: string; name: string }[] | undefined
  /** Somebody of another centre may be invited into a panel. */
  mayInvite: boolean
  /** Votes needed for a quorum, and what those given say once there are enough. */
  needed: number
  result: AppealVote | 'tie' | undefined
  /** Whom the centre may call; undefined once the panel is called. */
  choice: PanelChoice | undefined
  papers: PaperRow[]
  /** Scans of an appeal that came on paper. */
  files: uploads.Attachment[]
  timeline: TimelineLine[]
  /** On which day the decision came to the candidate, by his account or on paper. */
  deliveredOn: Day | undefined
  /** May record that the decision was handed over on paper, which has not been done. */
  mayDeliver: boolean
  isCandidate: boolean
  mayCall: boolean
  /** The reader sits on the panel. */
  sits: boolean
  hasVoted: boolean
  /** Number of the other open case of the candidate for the profession, beside which his closed one is not opened again: an appeal is not upheld before it has ended. */
  waitsFor: string | undefined
  /** Stages on line whose recording the reader may open while the panel he sits on hears the appeal. */
  recorded: readonly Stage[]
}

/** An appeal with its panel and votes, for its candidate, its centre and its panel. How the panel votes the candidate sees in the decision. */
export async function readAppeal(ctx: Ctx, number: string): Promise<AppealView> {
  return read(ctx, 'appeal.read', async (t) => {
    const kase = await casework.findCaseByTypedNumber(t, number)
    const appeal = kase?.kind === 'appeal' ? await selectAppeal(t.sql, kase.id) : undefined
    if (!kase || !appeal) throw new Denial('not-found')
    assertMay(t, policy, 'appeal.read', kase)
    const parent = await casework.getCase(t, kase.parentCaseId!)
    const members = appeal.panelId ? await panelMembersOf(t, appeal.panelId) : []
    const names = await people.namesOf(t, members.map((member) => member.accountId))
    const votes = members.flatMap((member) => (member.choice ? [member.choice] : []))
    const own = accountOf(t.actor)
    const norms = await casework.normsOf(t, kase)
    const left = appeal.panelId ? await leftMembersOf(t, appeal.panelId) : []
    const mayChange = kase.step === 'panel-called' && may(t.actor as Actor, policy, 'appeal.change-panel', kase)
    const sat = new Set<string>([...members, ...left].map((member) => member.accountId))
    const successors = mayChange ? (await panelChoiceOf(t, kase, appeal)).people.filter((each) => each.maySit && !sat.has(each.accountId)) : undefined
    const delivery = appeal.decidedAt ? await findDelivery(t.sql, 'appeal-decision', kase.id) : undefined
    const mayCall = may(t.actor as Actor, policy, 'appeal.call-panel', kase)
    const challenged = await getDecision(t, appeal.decisionId)
    const decides = kase.step === 'panel-called' && members.some((member) => member.accountId === own)
    const stagesLeft = decides || appeal.outcome === 'upheld-again' ? await stagesLeftOf(t, challenged.attemptId) : { unheld: [], unpassed: [] }
    return {
      practiceNext: isPracticeNext({ ...stagesLeft, challenged: challenged.outcome }) && !appeal.againStages?.includes('theory'), unheld: stagesLeft.unheld, unpassed: stagesLeft.unpassed,
      kase, lateness: latenessOf(t, kase.nextDueOn, kase.closedAt !== null), profession: await professionOf(t, kase), panelSize: normNumber(norms, 'panel.size'), parent, appeal, challenged, first: appeal.secondOf ? (await casework.getCase(t, appeal.secondOf)).number : undefined, second: await secondChanceOf(t, parent, appeal), againIsFree: await isAgainFree(t, parent, appeal), candidate: await people.getPerson(t, kase.personId),
      members: members.map((member) => ({ ...member, name: names.get(member.accountId) ?? '' })), left, mayInvite: mayInvite(norms, appeal.secondOf !== null), successors: successors?.map((each) => ({ accountId: each.accountId, name: personName(each, t.lang, 'initials') })), ...voteResult(members.length, votes, norms),
      deliveredOn: delivery && legalDay(delivery.deliveredAt), mayDeliver: appeal.decidedAt !== null && !delivery && may(t.actor as Actor, policy, 'appeal.deliver', kase),
      standing: mayChange || decides ? (await standingOf(t, kase, appeal, members)).blockers : [],
      choice: mayCall && kase.step === 'lodged' ? await panelChoiceOf(t, kase, appeal) : undefined, papers: await papersOfCase(t.sql, kase.id),
      files: await uploads.listAttachments(t.sql, { caseId: kase.id }), timeline: await timelineOf(t, kase.id), isCandidate: own !== undefined && own === kase.accountId, mayCall, sits: members.some((member) => member.accountId === own),
      hasVoted: members.some((member) => member.accountId === own && member.choice !== null),
      waitsFor: kase.closedAt === null ? (await otherCaseOf(t, parent, { opening: false }))?.number : undefined,
      recorded: decides ? await recordedStagesOf(t, parent.id) : [],
    }
  })
}

async function isAgainFree(t: Tx, parent: casework.CaseFile, appeal: Appeal): Promise<boolean> {
  const decided = appeal.decidedAt ? await wasStageAgainFree(t, parent.id, appeal.decidedAt) : undefined
  return decided ?? stageAgainIsFree(await casework.normsOf(t, parent))
}

/** Who may open a recording for a complaint; the act asks again. */
const mayWatch = (actor: Actor, centreId: string) => hasRole(actor, ['centre-head'], centreId) || isOversight(actor)

export interface ComplaintView {
  kase: casework.CaseFile
  lateness: Lateness | undefined
  centre: Name
  parentNumber: string | undefined
  complaint: Complaint
  aboutName: string | undefined
  answeredByName: string | undefined
  complainant: { surname: string; givenName: string; patronymic: string | null }
  papers: PaperRow[]
  /** Scans of a complaint that came on paper. */
  files: uploads.Attachment[]
  timeline: TimelineLine[]
  isCandidate: boolean
  mayAnswer: boolean
  deliveredOn: Day | undefined
  /** The answer waits to be handed over under signature. */
  mayDeliver: boolean
  /** The complaint is about the reader himself. */
  isAbout: boolean
  /** Stages on line whose recording the reader may open for his answer. */
  recorded: readonly Stage[]
}

/** A complaint for its complainant, its centre, the chamber and the national body. */
export async function readComplaint(ctx: Ctx, number: string): Promise<ComplaintView> {
  return read(ctx, 'complaint.read', async (t) => {
    const kase = await casework.findCaseByTypedNumber(t, number)
    const complaint = kase?.kind === 'complaint' ? await selectComplaint(t.sql, kase.id) : undefined
    if (!kase || !complaint) throw new Denial('not-found')
    assertMay(t, policy, 'complaint.read', kase)
    const names = await people.namesOf(t, [complaint.about, complaint.answeredBy])
    const { parentNumber } = await casework.relationsOf(t, kase)
    const own = accountOf(t.actor)
    const delivery = complaint.answeredAt ? await findDelivery(t.sql, 'complaint-answer', kase.id) : undefined
    return {
      deliveredOn: delivery && legalDay(delivery.deliveredAt), mayDeliver: complaint.answeredAt !== null && !delivery && may(t.actor as Actor, policy, 'complaint.deliver', kase),
      kase, lateness: latenessOf(t, kase.nextDueOn, kase.closedAt !== null), centre: (await centres.getCentre(t.sql, kase.centreId)).name, isAbout: complaint.about !== null && complaint.about === own, parentNumber, complaint, aboutName: complaint.about ? names.get(complaint.about) : undefined, answeredByName: complaint.answeredBy ? names.get(complaint.answeredBy) : undefined,
      complainant: await people.getPerson(t, kase.personId), papers: await papersOfCase(t.sql, kase.id), files: await uploads.listAttachments(t.sql, { caseId: kase.id }), timeline: await timelineOf(t, kase.id),
      isCandidate: own !== undefined && own === kase.accountId,
      recorded: complaint.answer === null && complaint.about !== own && kase.accountId !== own && kase.parentCaseId && mayWatch(t.actor, kase.centreId) ? await recordedStagesOf(t, kase.parentCaseId) : [],
      mayAnswer: complaint.answer === null && complaint.about !== own && kase.accountId !== own && may(t.actor as Actor, policy, 'complaint.answer', kase),
    }
  })
}
