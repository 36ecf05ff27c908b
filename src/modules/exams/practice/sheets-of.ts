import { findNorm, normNumberOr } from '#kernel/norms.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import * as casework from '#modules/casework/index.ts'
import type { CaseFile } from '#modules/casework/index.ts'
import { DISAGREEMENT_WAYS, type DisagreementWay } from './domain/practice.ts'
import type { Sheets } from './domain/sheets.ts'
import { selectSetAside, type SetAsideRow } from './store/set-aside-store.ts'
import { selectMarks, type MarkRow } from './store/practice-store.ts'
import { selectSheets, selectVerdicts, type AcceptedSheet, type VerdictRow } from './store/sheet-store.ts'

export interface SheetsOfRun extends Sheets {
  marks: MarkRow[]
  verdicts: VerdictRow[]
  sheets: AcceptedSheet[]
  /** Sheets that were set aside; their marks are kept and are in none of the rest. */
  setAside: (SetAsideRow & { marks: MarkRow[] })[]
}

/** Everything that was marked, accepted and said on one practice, with the norms of its case. */
export async function sheetsOf(t: Tx, kase: CaseFile, runId: string): Promise<SheetsOfRun> {
  const norms = await casework.normsOf(t, kase)
  const way = findNorm(norms, 'practice.disagreement')?.value
  const sheets = await selectSheets(t.sql, runId)
  const gone = await selectSetAside(t.sql, runId)
  const all = await selectMarks(t.sql, runId)
  return {
    marks: all.filter((mark) => !gone.some((each) => each.assessorId === mark.assessorId)), setAside: gone.map((each) => ({ ...each, marks: all.filter((mark) => mark.assessorId === each.assessorId) })),
    verdicts: await selectVerdicts(t.sql, runId), sheets, accepted: sheets.map((sheet) => sheet.assessorId),
    // One assessor, and a decision together, where the edition of the norms does not say.
    assessorsRequired: normNumberOr(norms, 'practice.assessors', 1), way: DISAGREEMENT_WAYS.includes(way as DisagreementWay) ? (way as DisagreementWay) : 'joint',
  }
}
