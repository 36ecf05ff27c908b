import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { AppealOutcome, Stage } from '../domain/appeal.ts'
import type { AppealVote } from '../domain/appeal-panel.ts'

export interface Appeal {
  caseId: Uuid
  decisionId: Uuid
  ground: string
  lodgedAt: Moment
  lodgedBy: Uuid | null
  outcome: AppealOutcome | null
  againStages: Stage[] | null
  reasons: string | null
  panelId: Uuid | null
  decidedAt: Moment | null
  newDecisionId: Uuid | null
  paperId: Uuid | null
  withdrawnAt: Moment | null
}

const COLUMNS = 'case_id, decision_id, ground, lodged_at, lodged_by, outcome, again_stages, reasons, panel_id, decided_at, new_decision_id, paper_id, withdrawn_at'

export async function insertAppeal(sql: Sql, appeal: Pick<Appeal, 'caseId' | 'decisionId' | 'ground' | 'lodgedAt' | 'lodgedBy'>): Promise<void> {
  await sql.run('insert into appeal (case_id, decision_id, ground, lodged_at, lodged_by) values ($1, $2, $3, $4, $5)',
    [appeal.caseId, appeal.decisionId, appeal.ground, appeal.lodgedAt, appeal.lodgedBy])
}
export async function selectAppeal(sql: Sql, caseId: string): Promise<Appeal | undefined> {
  return sql.maybe<Appeal>(`select ${COLUMNS} from appeal where case_id = $1`, [caseId])
}
export async function selectAppealOfDecision(sql: Sql, decisionId: string): Promise<Appeal | undefined> {
  return sql.maybe<Appeal>(`select ${COLUMNS} from appeal where decision_id = $1`, [decisionId])
}
export async function setPanel(sql: Sql, caseId: string, panelId: string): Promise<void> {
  await sql.run('update appeal set panel_id = $2 where case_id = $1', [caseId, panelId])
}
export async function decide(sql: Sql, appeal: Pick<Appeal, 'caseId' | 'outcome' | 'againStages' | 'reasons' | 'decidedAt' | 'newDecisionId' | 'paperId'>): Promise<void> {
  await sql.run('update appeal set outcome = $2, again_stages = $3, reasons = $4, decided_at = $5, new_decision_id = $6, paper_id = $7 where case_id = $1',
    [appeal.caseId, appeal.outcome, appeal.againStages, appeal.reasons, appeal.decidedAt, appeal.newDecisionId, appeal.paperId])
}
export async function withdraw(sql: Sql, caseId: string, at: Moment): Promise<void> {
  await sql.run('update appeal set withdrawn_at = $2 where case_id = $1', [caseId, at])
}

export interface PanelMember {
  accountId: Uuid
  chair: boolean
  choice: AppealVote | null
  note: string | null
  votedAt: Moment | null
}

export async function insertPanel(sql: Sql, panel: { id: Uuid; caseId: Uuid; calledBy: Uuid | null; calledAt: Moment; members: readonly string[]; chair: string }): Promise<void> {
  await sql.run("insert into panel (id, case_id, purpose, called_by, called_at) values ($1, $2, 'appeal', $3, $4)", [panel.id, panel.caseId, panel.calledBy, panel.calledAt])
  for (const member of panel.members) {
    await sql.run('insert into panel_member (panel_id, account_id, chair) values ($1, $2, $3)', [panel.id, member, member === panel.chair])
  }
}
export async function closePanel(sql: Sql, panelId: string, at: Moment): Promise<void> {
  await sql.run('update panel set closed_at = $2 where id = $1 and closed_at is null', [panelId, at])
}
export async function selectPanelMembers(sql: Sql, panelId: string): Promise<PanelMember[]> {
  return sql.many<PanelMember>(
    `select m.account_id, m.chair, v.choice, v.note, v.voted_at from panel_member m left join vote v on v.panel_id = m.panel_id and v.account_id = m.account_id
     where m.panel_id = $1 order by m.chair desc, m.account_id`, [panelId])
}
export async function insertVote(sql: Sql, vote: { panelId: string; accountId: string; choice: AppealVote; note: string; at: Moment }): Promise<number> {
  return sql.run('insert into vote (panel_id, account_id, choice, note, voted_at) values ($1, $2, $3, $4, $5) on conflict do nothing',
    [vote.panelId, vote.accountId, vote.choice, vote.note, vote.at])
}

export interface AppealRow {
  number: string
  step: string
  openedOn: Day
  nextDueOn: Day | null
  closed: boolean
  parentNumber: string
  surname: string
  givenName: string
  patronymic: string | null
  level: number | null
  professionKk: string | null
  professionRu: string | null
  professionEn: string | null
  outcome: AppealOutcome | null
}
export type OwnAppealRow = Omit<AppealRow, 'parentNumber' | 'outcome' | 'openedOn'> & { voted: boolean }
/** Open appeals on whose panel the person sits, by their term. */
export async function selectOwnAppeals(sql: Sql, accountId: string): Promise<OwnAppealRow[]> {
  return sql.many<OwnAppealRow>(
    `select c.number, c.step, c.next_due_on, false as closed, p.surname, p.given_name, p.patronymic, c.level, v.name_kk as profession_kk, v.name_ru as profession_ru, v.name_en as profession_en,
       exists (select 1 from vote o where o.panel_id = n.id and o.account_id = $1) as voted
     from panel_member m join panel n on n.id = m.panel_id and n.purpose = 'appeal' and n.closed_at is null join case_file c on c.id = n.case_id and c.closed_at is null
       join person p on p.id = c.person_id left join profession_version v on v.id = c.profession_version_id
     where m.account_id = $1 order by c.next_due_on nulls last, c.number`, [accountId])
}
/** Appeals of a centre: the open ones by their term, then the decided ones, the newest first. */
export async function selectAppeals(sql: Sql, centreId: string, limit: number, offset: number): Promise<AppealRow[]> {
  return sql.many<AppealRow>(
    `select c.number, c.step, c.opened_on, c.next_due_on, c.closed_at is not null as closed, parent.number as parent_number, p.surname, p.given_name, p.patronymic, parent.level,
       v.name_kk as profession_kk, v.name_ru as profession_ru, v.name_en as profession_en, a.outcome
     from case_file c join appeal a on a.case_id = c.id join case_file parent on parent.id = c.parent_case_id join person p on p.id = c.person_id
       left join profession_version v on v.id = parent.profession_version_id
     where c.centre_id = $1 and c.kind = 'appeal' order by c.closed_at is not null, c.next_due_on nulls last, c.opened_at desc limit $2 offset $3`, [centreId, limit, offset])
}
export async function countAppeals(sql: Sql, centreId: string): Promise<number> {
  return (await sql.one<{ count: number }>("select count(*) as count from case_file where centre_id = $1 and kind = 'appeal'", [centreId])).count
}
