import { findNorm } from '#kernel/norms.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import * as casework from '#modules/casework/index.ts'
import type { CaseFile } from '#modules/casework/index.ts'
import { DISAGREEMENT_WAYS, type DisagreementWay } from './domain/practice.ts'
import type { Sheets } from './domain/sheets.ts'
import { selectMarks, type MarkRow } from './store/practice-store.ts'
import { selectSheets, selectVerdicts, type AcceptedSheet, type VerdictRow } from './store/sheet-store.ts'

export interface SheetsOfRun extends Sheets {
  marks: MarkRow[]
  verdicts: VerdictRow[]
  sheets: AcceptedSheet[]
}

/** Everything that was marked, accepted and said on one practice, with the norms of its case. */
export async function sheetsOf(t: Tx, kase: CaseFile, runId: string): Promise<SheetsOfRun> {
  const norms = await casework.normsOf(t, kase)
  const required = findNorm(norms, 'practice.assessors')?.value
  const way = findNorm(norms, 'practice.disagreement')?.value
  const sheets = await selectSheets(t.sql, runId)
  return {
    marks: await selectMarks(t.sql, runId), verdicts: await selectVerdicts(t.sql, runId), sheets, accepted: sheets.map((sheet) => sheet.assessorId),
    // One assessor, and a decision together, where the edition of the norms does not say.
    assessorsRequired: typeof required === 'number' ? required : 1, way: DISAGREEMENT_WAYS.includes(way as DisagreementWay) ? (way as DisagreementWay) : 'joint',
  }
}
