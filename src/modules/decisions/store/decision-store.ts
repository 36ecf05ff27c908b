import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { FailGround, Outcome } from '../domain/ground.ts'
import type { ReplacementGround } from '../domain/panel-change.ts'

export const CHOICES = ['pass', 'fail', 'uphold', 'reject'] as const
export type Choice = (typeof CHOICES)[number]

export interface Panel {
  id: Uuid
  caseId: Uuid
  attemptId: Uuid | null
  calledAt: Moment
  closedAt: Moment | null
}
/** A seat on a panel, with the vote once it is given. */
export interface PanelSeat {
  accountId: Uuid
  chair: boolean
  choice: Choice | null
  note: string | null
  votedAt: Moment | null
}
export interface Decision {
  id: Uuid
  number: string
  caseId: Uuid
  attemptId: Uuid
  outcome: Outcome
  ground: FailGround | null
  panelId: Uuid
  decidedAt: Moment
  decidedOn: Day
  supersedes: Uuid | null
  reasons: string
  protocolPaperId: Uuid
}

const PANEL = 'id, case_id, attempt_id, called_at, closed_at'
const DECISION = 'id, number, case_id, attempt_id, outcome, ground, panel_id, decided_at, decided_on, supersedes, reasons, protocol_paper_id'

export async function insertPanel(sql: Sql, panel: { id: Uuid; caseId: Uuid; attemptId: Uuid | null; purpose: 'decision' | 'appeal'; calledBy: string | null; calledAt: Moment }, members: readonly string[], chairId: string): Promise<void> {
  await sql.run('insert into panel (id, case_id, attempt_id, purpose, called_by, called_at) values ($1, $2, $3, $4, $5, $6)', [panel.id, panel.caseId, panel.attemptId, panel.purpose, panel.calledBy, panel.calledAt])
  for (const member of members) await insertSeat(sql, panel.id, member, member === chairId)
}
export async function selectOpenPanel(sql: Sql, caseId: string): Promise<Panel | undefined> {
  return sql.maybe<Panel>(`select ${PANEL} from panel where case_id = $1 and purpose = 'decision' and closed_at is null`, [caseId])
}
export async function selectSeats(sql: Sql, panelId: string): Promise<PanelSeat[]> {
  return sql.many<PanelSeat>(
    `select m.account_id, m.chair, v.choice, v.note, v.voted_at from panel_member m left join vote v on v.panel_id = m.panel_id and v.account_id = m.account_id
     where m.panel_id = $1 and m.left_at is null order by m.chair desc, m.account_id`, [panelId])
}
export async function insertSeat(sql: Sql, panelId: string, accountId: string, chair: boolean): Promise<void> {
  await sql.run('insert into panel_member (panel_id, account_id, chair) values ($1, $2, $3)', [panelId, accountId, chair])
}
/** A seat that was left: whose it was, why it is not any more, and the vote that counts no more. */
export interface LeftSeat {
  accountId: Uuid
  leftAt: Moment
  ground: ReplacementGround
  note: string
  voidVote: Choice | null
}
export async function selectLeftSeats(sql: Sql, panelId: string): Promise<LeftSeat[]> {
  return sql.many<LeftSeat>(
    `select m.account_id, m.left_at, m.left_ground as ground, m.left_note as note, v.choice as void_vote from panel_member m left join vote v on v.panel_id = m.panel_id and v.account_id = m.account_id
     where m.panel_id = $1 and m.left_at is not null order by m.left_at, m.account_id`, [panelId])
}
export async function leaveSeat(sql: Sql, panelId: string, accountId: string, left: { successorId: string; ground: string; note: string; by: string; at: Moment }): Promise<void> {
  await sql.run('update panel_member set left_at = $3, left_ground = $4, left_note = $5, left_by = $6, successor_id = $7 where panel_id = $1 and account_id = $2 and left_at is null',
    [panelId, accountId, left.at, left.ground, left.note, left.by, left.successorId])
}
export async function markDissolved(sql: Sql, panelId: string, dissolved: { ground: string; note: string; by: string; at: Moment }): Promise<void> {
  await sql.run('update panel set closed_at = $2, dissolved_ground = $3, dissolved_note = $4, dissolved_by = $5 where id = $1 and closed_at is null',
    [panelId, dissolved.at, dissolved.ground, dissolved.note, dissolved.by])
}
export async function closePanel(sql: Sql, id: string, at: Moment): Promise<void> {
  await sql.run('update panel set closed_at = $2 where id = $1 and closed_at is null', [id, at])
}
/** A vote is given once; 0 when it was given before. */
export async function insertVote(sql: Sql, vote: { panelId: string; accountId: string; choice: Choice; note: string; at: Moment }): Promise<number> {
  return sql.run('insert into vote (panel_id, account_id, choice, note, voted_at) values ($1, $2, $3, $4, $5) on conflict do nothing', [vote.panelId, vote.accountId, vote.choice, vote.note, vote.at])
}

export async function insertDecision(sql: Sql, decision: Decision): Promise<void> {
  await sql.run(
    `insert into decision (id, number, case_id, attempt_id, outcome, ground, panel_id, decided_at, decided_on, supersedes, reasons, protocol_paper_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [decision.id, decision.number, decision.caseId, decision.attemptId, decision.outcome, decision.ground, decision.panelId, decision.decidedAt, decision.decidedOn, decision.supersedes, decision.reasons, decision.protocolPaperId])
}
export async function selectLatestDecision(sql: Sql, caseId: string): Promise<Decision | undefined> {
  return sql.maybe<Decision>(`select ${DECISION} from decision where case_id = $1 order by decided_at desc, id desc limit 1`, [caseId])
}
export async function selectDecision(sql: Sql, id: string): Promise<Decision | undefined> {
  return sql.maybe<Decision>(`select ${DECISION} from decision where id = $1`, [id])
}
export async function countDecisions(sql: Sql, caseId: string): Promise<number> {
  return (await sql.one<{ count: number }>('select count(*) as count from decision where case_id = $1', [caseId])).count
}
/** Everybody who ever sat on this panel or on one of the same attempt that was dissolved, and who called them. */
export async function selectPeopleOfPanel(sql: Sql, panelId: string): Promise<Uuid[]> {
  const rows = await sql.many<{ accountId: Uuid }>(
    `with panels as (select p.id, p.called_by from panel p where p.id = $1 or p.attempt_id = (select o.attempt_id from panel o where o.id = $1))
     select m.account_id from panel_member m join panels p on p.id = m.panel_id union select called_by from panels where called_by is not null`, [panelId])
  return rows.map((row) => row.accountId)
}
/** Everybody who ever sat on a panel of the case. */
export async function selectPanelPeople(sql: Sql, caseId: string): Promise<string[]> {
  return (await sql.many<{ accountId: string }>('select distinct m.account_id from panel_member m join panel p on p.id = m.panel_id where p.case_id = $1', [caseId])).map((row) => row.accountId)
}
/** Open panels on which somebody sits. */
export async function selectPanelsOf(sql: Sql, accountId: string, purpose: 'decision' | 'appeal'): Promise<{ caseId: Uuid; voted: boolean }[]> {
  return sql.many(
    `select p.case_id, exists (select 1 from vote o where o.panel_id = p.id and o.account_id = $1) as voted from panel_member m join panel p on p.id = m.panel_id
     where m.account_id = $1 and m.left_at is null and p.closed_at is null and p.purpose = $2`, [accountId, purpose])
}
