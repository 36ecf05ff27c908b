import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import type { Entry } from '../domain/entry.ts'
import type { Kind, Mover, Step } from '../domain/road.ts'

/** A proposal to the register as it stands. */
export interface Proposal {
  id: Uuid
  number: string | null
  kind: Kind
  bodyCode: string
  organisationId: Uuid
  professionCode: string
  baseVersionId: Uuid | null
  entry: Entry | null
  association: string
  grounds: string
  step: Step
  whoseMove: Mover
  version: number
  normEdition: string
  calendarVersion: string
  filedOn: Day | null
  roundClosesOn: Day | null
  councilNumber: string | null
  councilOn: Day | null
  nationalNumber: string | null
  nationalOn: Day | null
  updateDueOn: Day | null
  firstDay: Day | null
  preparedBy: Uuid | null
  preparedAt: Moment | null
  approvedBy: Uuid | null
  editionNo: number | null
  endGrounds: string
  createdBy: Uuid
  createdAt: Moment
  movedAt: Moment
  closedAt: Moment | null
}

const COLUMNS = `id, number, kind, body_code, organisation_id, profession_code, base_version_id, entry, association, grounds, step, whose_move, version, norm_edition, calendar_version,
  filed_on, round_closes_on, council_number, council_on, national_number, national_on, update_due_on, first_day, prepared_by, prepared_at, approved_by, edition_no, end_grounds,
  created_by, created_at, moved_at, closed_at`

export async function insertProposal(sql: Sql, p: Proposal): Promise<void> {
  await sql.run(
    `insert into register_proposal (id, kind, body_code, organisation_id, profession_code, base_version_id, entry, step, whose_move, norm_edition, calendar_version, created_by, created_at, moved_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13)`,
    [p.id, p.kind, p.bodyCode, p.organisationId, p.professionCode, p.baseVersionId, p.entry && JSON.stringify(p.entry), p.step, p.whoseMove, p.normEdition, p.calendarVersion, p.createdBy, p.createdAt])
}
export async function selectProposal(sql: Sql, id: string): Promise<Proposal | undefined> {
  return sql.maybe<Proposal>(`select ${COLUMNS} from register_proposal where id = $1`, [id])
}
export async function lockProposalRow(sql: Sql, id: string): Promise<Proposal | undefined> {
  return sql.maybe<Proposal>(`select ${COLUMNS} from register_proposal where id = $1 for update`, [id])
}
/** Everything of a proposal that may change, with its new version. */
export async function updateProposal(sql: Sql, p: Proposal): Promise<void> {
  await sql.run(
    `update register_proposal set number = $2, base_version_id = $3, entry = $4, association = $5, grounds = $6, step = $7, whose_move = $8, version = $9, norm_edition = $10, calendar_version = $11,
       filed_on = $12, round_closes_on = $13, council_number = $14, council_on = $15, national_number = $16, national_on = $17, update_due_on = $18, first_day = $19, prepared_by = $20,
       prepared_at = $21, approved_by = $22, edition_no = $23, end_grounds = $24, moved_at = $25, closed_at = $26
     where id = $1`,
    [p.id, p.number, p.baseVersionId, p.entry && JSON.stringify(p.entry), p.association, p.grounds, p.step, p.whoseMove, p.version, p.normEdition, p.calendarVersion,
      p.filedOn, p.roundClosesOn, p.councilNumber, p.councilOn, p.nationalNumber, p.nationalOn, p.updateDueOn, p.firstDay, p.preparedBy,
      p.preparedAt, p.approvedBy, p.editionNo, p.endGrounds, p.movedAt, p.closedAt])
}
/** The next number of the year; one sequence for all bodies, so that a number is unique whatever the bodies are called. */
export async function takeSequence(sql: Sql, year: number): Promise<number> {
  const row = await sql.one<{ last: number }>(
    'insert into register_proposal_sequence (year, last) values ($1, 1) on conflict (year) do update set last = register_proposal_sequence.last + 1 returning last', [year])
  return row.last
}

/** The proposals of one body: open ones first, what moved last before others. */
export async function selectProposalsOfBody(sql: Sql, organisationId: string, { limit, offset }: { limit: number; offset: number }): Promise<Proposal[]> {
  return sql.many<Proposal>(`select ${COLUMNS} from register_proposal where organisation_id = $1 order by closed_at is not null, moved_at desc, id limit $2 offset $3`, [organisationId, limit, offset])
}
export async function countProposalsOfBody(sql: Sql, organisationId: string): Promise<number> {
  return (await sql.one<{ count: number }>('select count(*)::integer as count from register_proposal where organisation_id = $1', [organisationId])).count
}
/** What stands at these steps, what is due first before what has waited longest. */
export async function selectProposalsAt(sql: Sql, steps: readonly Step[], { limit, offset }: { limit: number; offset: number }): Promise<Proposal[]> {
  return sql.many<Proposal>(`select ${COLUMNS} from register_proposal where step = any ($1) order by update_due_on nulls last, moved_at, id limit $2 offset $3`, [steps, limit, offset])
}
/** Ended proposals, the last first. */
export async function selectEndedProposals(sql: Sql, { limit, offset }: { limit: number; offset: number }): Promise<Proposal[]> {
  return sql.many<Proposal>(`select ${COLUMNS} from register_proposal where closed_at is not null and number is not null order by closed_at desc, id limit $1 offset $2`, [limit, offset])
}
export async function countProposalsAt(sql: Sql): Promise<{ step: Step; count: number }[]> {
  return sql.many("select step, count(*)::integer as count from register_proposal where number is not null group by step")
}
/** The filed proposal of an entry that is not ended yet. */
export async function selectOpenProposalOf(sql: Sql, professionCode: string): Promise<Proposal | undefined> {
  return sql.maybe<Proposal>(`select ${COLUMNS} from register_proposal where profession_code = $1 and closed_at is null and step <> 'draft'`, [professionCode])
}
/** Running terms of the ministry that were counted by another calendar than the newest. */
export async function selectStaleUpdates(sql: Sql, calendarVersion: string, limit: number): Promise<{ id: Uuid }[]> {
  return sql.many("select id from register_proposal where step in ('recommended', 'proposed') and calendar_version <> $1 order by id limit $2", [calendarVersion, limit])
}
