import type { Tx } from '#platform/acts/ctx.ts'
import * as casework from '#modules/casework/index.ts'
import { selectComplaints } from './store/complaint-store.ts'

/** Complaints looked at for the standing of one centre: its newest ones. */
const MOST = 1000

export interface ComplaintStanding {
  all: number
  open: number
  /** Answered as justified, wholly or in part. */
  upheld: number
}
/** How many complaints there are about a centre, as far as the reader may see them; the caller's own policy has decided that he may read of the centre. */
export async function complaintStanding(t: Tx, centreId: string): Promise<ComplaintStanding> {
  const counts = await casework.countCasesOfKind(t.sql, { kind: 'complaint', centreId })
  const cases = await casework.listCasesOfKind(t.sql, { kind: 'complaint', centreId }, 'newest', MOST, 0)
  const upheld = (await selectComplaints(t.sql, cases.map((kase) => kase.id))).filter((each) => each.finding === 'justified' || each.finding === 'partly').length
  return { all: counts.all, open: counts.open, upheld }
}
