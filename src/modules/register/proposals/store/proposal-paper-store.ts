import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import { FILE_COLUMNS, fileValues, type FileRow } from '#platform/db/file-row.ts'

export const PROPOSAL_PAPER_KINDS = ['association', 'council', 'national-council'] as const
export type ProposalPaperKind = (typeof PROPOSAL_PAPER_KINDS)[number]

export interface ProposalPaper extends FileRow {
  id: Uuid
  proposalId: Uuid
  kind: ProposalPaperKind
}

const COLUMNS = `id, proposal_id, kind, ${FILE_COLUMNS}`

export async function insertProposalPaper(sql: Sql, p: ProposalPaper): Promise<void> {
  await sql.run(`insert into register_proposal_paper (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`, [p.id, p.proposalId, p.kind, ...fileValues(p)])
}
export async function selectProposalPaper(sql: Sql, id: string): Promise<ProposalPaper | undefined> {
  return sql.maybe<ProposalPaper>(`select ${COLUMNS} from register_proposal_paper where id = $1 and removed_at is null`, [id])
}
export async function selectProposalPapers(sql: Sql, proposalId: string): Promise<ProposalPaper[]> {
  return sql.many<ProposalPaper>(`select ${COLUMNS} from register_proposal_paper where proposal_id = $1 and removed_at is null order by uploaded_at, id`, [proposalId])
}
export async function removeProposalPaper(sql: Sql, proposalId: string, id: string, at: Moment): Promise<number> {
  return sql.run("update register_proposal_paper set removed_at = $3 where id = $2 and proposal_id = $1 and kind = 'association' and removed_at is null", [proposalId, id, at])
}
