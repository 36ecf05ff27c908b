import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { NormEdition, NormValue } from '#kernel/norms.ts'
import type { Sql } from '#platform/db/database.ts'

export interface ProposalRow {
  id: Uuid
  key: string
  value: NormValue
  mark: string
  sourceKk: string
  sourceRu: string
  validFrom: Day
  ground: string
  proposedBy: Uuid
  proposedAt: Moment
  decidedBy: Uuid | null
  decidedAt: Moment | null
  approved: boolean | null
  edition: string | null
}
const COLUMNS = 'id, key, value, mark, source_kk, source_ru, valid_from, ground, proposed_by, proposed_at, decided_by, decided_at, approved, edition'

export async function insertProposal(sql: Sql, row: Omit<ProposalRow, 'decidedBy' | 'decidedAt' | 'approved' | 'edition'>): Promise<void> {
  await sql.run(
    'insert into norm_proposal (id, key, value, mark, source_kk, source_ru, valid_from, ground, proposed_by, proposed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
    [row.id, row.key, JSON.stringify(row.value), row.mark, row.sourceKk, row.sourceRu, row.validFrom, row.ground, row.proposedBy, row.proposedAt])
}
export async function selectProposal(sql: Sql, id: string): Promise<ProposalRow | undefined> {
  return sql.maybe<ProposalRow>(`select ${COLUMNS} from norm_proposal where id = $1 for update`, [id])
}
export async function selectProposals(sql: Sql, limit: number): Promise<ProposalRow[]> {
  return sql.many<ProposalRow>(`select ${COLUMNS} from norm_proposal order by decided_by is not null, proposed_at desc limit $1`, [limit])
}
export async function decideProposalRow(sql: Sql, row: { id: string; by: string; at: Moment; approved: boolean; edition: string | null }): Promise<void> {
  await sql.run('update norm_proposal set decided_by = $2, decided_at = $3, approved = $4, edition = $5 where id = $1', [row.id, row.by, row.at, row.approved, row.edition])
}

export interface EditionRow {
  edition: string
  validFrom: Day
  ground: string
  createdAt: Moment
}
export async function selectEditions(sql: Sql): Promise<EditionRow[]> {
  return sql.many<EditionRow>('select edition, valid_from, ground, created_at from norm_edition order by valid_from desc, edition desc')
}
/** Locks the editions, so that two approvals at once do not build on the same one. */
export async function lockEditions(sql: Sql): Promise<void> {
  await sql.run("select pg_advisory_xact_lock(hashtext('norm_edition'))")
}
export async function insertEdition(sql: Sql, edition: NormEdition, row: { ground: string; proposedBy: string; approvedBy: string; at: Moment }): Promise<void> {
  await sql.run('insert into norm_edition (edition, valid_from, norms, ground, proposed_by, approved_by, created_at) values ($1, $2, $3, $4, $5, $6, $7)',
    [edition.edition, edition.validFrom, JSON.stringify(edition), row.ground, row.proposedBy, row.approvedBy, row.at])
}
/** Whether the platform has its norms already: an empty database has none. */
export async function hasEdition(sql: Sql): Promise<boolean> {
  return (await sql.one<{ found: boolean }>('select exists (select 1 from norm_edition) as found')).found
}
/** The edition that comes with the platform, or norms that a newer platform brings along; no two people proposed and approved it. */
export async function insertFirstEdition(sql: Sql, edition: NormEdition, row: { text: string; ground: string; at: Moment }): Promise<void> {
  await sql.run('insert into norm_edition (edition, valid_from, norms, ground, created_at) values ($1, $2, $3, $4, $5)', [edition.edition, edition.validFrom, row.text, row.ground, row.at])
}
