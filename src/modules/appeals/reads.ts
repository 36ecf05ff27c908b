import { Denial } from '#kernel/denial.ts'
import { accountOf, type Actor } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay, may } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { papersOfCase, type PaperRow } from '#platform/pdf/paper-outbox.ts'
import * as casework from '#modules/casework/index.ts'
import * as people from '#modules/people/index.ts'
import { voteResult, type AppealVote } from './domain/appeal-panel.ts'
import { panelChoiceOf, type PanelChoice } from './call-panel.ts'
import { getDecision, type ChallengedDecision } from './neighbours.ts'
import { policy } from './policy.ts'
import { countAppeals, selectAppeal, selectAppeals, selectPanelMembers, type Appeal, type AppealRow, type PanelMember } from './store/appeal-store.ts'
import { countComplaints, selectComplaint, selectComplaints, type Complaint, type ComplaintRow } from './store/complaint-store.ts'

export interface AppealView {
  kase: casework.CaseFile
  parent: casework.CaseFile
  appeal: Appeal
  challenged: ChallengedDecision
  candidate: { surname: string; givenName: string; patronymic: string | null }
  members: (PanelMember & { name: string })[]
  /** Votes needed for a quorum, and what those given say once there are enough. */
  needed: number
  result: AppealVote | 'tie' | undefined
  /** Whom the centre may call; undefined once the panel is called. */
  choice: PanelChoice | undefined
  papers: PaperRow[]
  isCandidate: boolean
  mayCall: boolean
  /** The reader sits on the panel. */
  sits: boolean
  hasVoted: boolean
}

/** An appeal with its panel and votes, for its candidate, its centre and its panel. How the panel votes the candidate sees in the decision. */
export async function readAppeal(ctx: Ctx, number: string): Promise<AppealView> {
  return read(ctx, 'appeal.read', async (t) => {
    const kase = await casework.findCaseByTypedNumber(t, number)
    const appeal = kase?.kind === 'appeal' ? await selectAppeal(t.sql, kase.id) : undefined
    if (!kase || !appeal) throw new Denial('not-found')
    assertMay(t, policy, 'appeal.read', kase)
    const parent = await casework.getCase(t, kase.parentCaseId!)
    const members = appeal.panelId ? await selectPanelMembers(t.sql, appeal.panelId) : []
    const names = await people.namesOf(t, members.map((member) => member.accountId))
    const votes = members.flatMap((member) => (member.choice ? [member.choice] : []))
    const own = accountOf(t.actor)
    const mayCall = may(t.actor as Actor, policy, 'appeal.call-panel', kase)
    return {
      kase, parent, appeal, challenged: await getDecision(t.sql, appeal.decisionId), candidate: await people.getPerson(t, kase.personId),
      members: members.map((member) => ({ ...member, name: names.get(member.accountId) ?? '' })), ...voteResult(members.length, votes, await casework.normsOf(t, kase)),
      choice: mayCall && kase.step === 'lodged' ? await panelChoiceOf(t, kase, appeal) : undefined, papers: await papersOfCase(t.sql, kase.id),
      isCandidate: own !== undefined && own === kase.accountId, mayCall, sits: members.some((member) => member.accountId === own),
      hasVoted: members.some((member) => member.accountId === own && member.choice !== null),
    }
  })
}

/** The appeals of a centre, open ones first. */
export async function listAppeals(ctx: Ctx, centreId: string, page: number, pageSize: number): Promise<{ rows: AppealRow[]; total: number }> {
  return read(ctx, 'appeal.list', async (t) => {
    assertMay(t, policy, 'appeal.list', { centreId })
    return { rows: await selectAppeals(t.sql, centreId, pageSize, (page - 1) * pageSize), total: await countAppeals(t.sql, centreId) }
  })
}

export interface ComplaintView {
  kase: casework.CaseFile
  parentNumber: string | undefined
  complaint: Complaint
  aboutName: string | undefined
  answeredByName: string | undefined
  complainant: { surname: string; givenName: string; patronymic: string | null }
  papers: PaperRow[]
  isCandidate: boolean
  mayAnswer: boolean
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
    return {
      kase, parentNumber, complaint, aboutName: complaint.about ? names.get(complaint.about) : undefined, answeredByName: complaint.answeredBy ? names.get(complaint.answeredBy) : undefined,
      complainant: await people.getPerson(t, kase.personId), papers: await papersOfCase(t.sql, kase.id), isCandidate: own !== undefined && own === kase.accountId,
      mayAnswer: complaint.answer === null && complaint.about !== own && kase.accountId !== own && may(t.actor as Actor, policy, 'complaint.answer', kase),
    }
  })
}

/** The complaints of a centre, open ones first. */
export async function listComplaints(ctx: Ctx, centreId: string, page: number, pageSize: number): Promise<{ rows: ComplaintRow[]; total: number; open: number }> {
  return read(ctx, 'complaint.list', async (t) => {
    assertMay(t, policy, 'complaint.list', { centreId })
    const counts = await countComplaints(t.sql, centreId)
    return { rows: await selectComplaints(t.sql, centreId, pageSize, (page - 1) * pageSize), total: counts.all, open: counts.open }
  })
}

/** The complaints of all centres, for the chamber, the ministry, the national body and the auditor. */
export async function listAllComplaints(ctx: Ctx, page: number, pageSize: number): Promise<{ rows: ComplaintRow[]; total: number; open: number }> {
  return read(ctx, 'complaint.list-all', async (t) => {
    assertMay(t, policy, 'complaint.list-all', undefined as never)
    const counts = await countComplaints(t.sql, null)
    return { rows: await selectComplaints(t.sql, null, pageSize, (page - 1) * pageSize), total: counts.all, open: counts.open }
  })
}
