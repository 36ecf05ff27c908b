import type { Uuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { withSystemSight } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { openCaseInTheWay, type OpenCase } from './domain/application-blockers.ts'

/**
 * The other open case beside which this one may not be open, by the rule that a new application meets: a closed case that is opened again, or a case that becomes
 * that of a verified person, opens no second way round it. Whoever applies for the profession meanwhile waits, and the case must be locked; a page that only tells of it is not `opening` and holds nobody back.
 */
export async function otherOpenCase(t: Tx, kase: casework.CaseFile, { personId = kase.personId, opening = true }: { personId?: Uuid; opening?: boolean } = {}): Promise<OpenCase | undefined> {
  const open = await withSystemSight(t, () => casework.listOpenCases(t, { personId, professionCode: kase.professionCode!, opening }))
  return openCaseInTheWay({ openCases: open.filter((each) => each.number !== kase.number), level: kase.level! }, await casework.normsOf(t, kase))
}
