import { addDays, type Day } from '#kernel/day.ts'
import { firstLawfulDay, type NoticeReading } from '#kernel/deadline-rule.ts'
import { normNumber, normNumberOr, normText } from '#kernel/norms.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, withSystemSight } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as scheduling from '#modules/scheduling/index.ts'
import { waitingLines, type WaitingLine } from './domain/waiting.ts'
import { policy } from './policy.ts'

export interface WaitingFigures {
  asOf: Day
  /** The days whose seats are counted: from the first that a notification of today allows. */
  from: Day
  until: Day
  lines: WaitingLine[]
}

/** Who waits for a sitting today, and the planned seats they can still be called to; of one centre, or of the country. It is counted when it is asked, from the rows themselves. */
export async function readWaiting(ctx: Ctx, { centreId }: { centreId: string | null }): Promise<WaitingFigures> {
  return read(ctx, 'statistics.waiting', async (t) => {
    assertMay(t, policy, 'statistics.waiting', { centreId })
    const norms = await t.law.normsInForce(t.sql, t.today)
    const from = firstLawfulDay(t.today, normNumber(norms, 'notice.wholeDays'), normText(norms, 'notice.reading') as NoticeReading, t.calendar)
    const until = addDays(t.today, normNumberOr(norms, 'demand.daysAhead', 56))
    return withSystemSight(t, async () => ({
      asOf: t.today, from, until,
      lines: waitingLines({
        waiting: await casework.countWaiting(t.sql, t.today, centreId), seats: from > until ? [] : await scheduling.countSeatsToCall(t.sql, { from, until, centreId }),
        regionOf: new Map((await centres.listAllCentres(t.sql)).map((each) => [each.id as string, each.regionKato])),
      }),
    }))
  })
}
