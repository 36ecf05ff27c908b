import type { Day } from '#kernel/day.ts'
import { normNumber } from '#kernel/norms.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, withSystemSight } from '#platform/acts/tx.ts'
import * as appeals from '#modules/appeals/index.ts'
import * as casework from '#modules/casework/index.ts'
import * as decisions from '#modules/decisions/index.ts'
import { keptAnswers } from '../kept-answers.ts'
import { policy } from '../policy.ts'
import { todayOf } from '../reads.ts'
import { periodBefore, shareOf, type Period, type Share } from './domain/figures.ts'

/** How a centre works, in figures that name nobody. */
export interface CentreFigures extends Period {
  suppressUnder: number
  /** Terms kept in time, out of those that ended in the period. */
  terms: Share
  /** Cases passed, out of those decided in the period. */
  passed: Share
  complaints: appeals.ComplaintFigures
}

/** The figures of a day stand still, so they are counted once; anew after ten minutes all the same, for what is entered with an earlier day. */
const keep = keptAnswers<CentreFigures>({ freshMs: 600_000, keepMs: 86_400_000 })

/** The figures of a public centre until yesterday; nothing of any single case can be read out of them. */
export async function readCentreFigures(ctx: Ctx, centreId: string): Promise<CentreFigures> {
  const today = todayOf(ctx)
  return keep(ctx, `${today}/${centreId}`, () => countFigures(ctx, centreId, today))
}

async function countFigures(ctx: Ctx, centreId: string, today: Day): Promise<CentreFigures> {
  const norms = await ctx.law.normsInForce(ctx.db, today)
  const suppressUnder = normNumber(norms, 'statistics.suppressUnder')
  const period = periodBefore(today, normNumber(norms, 'statistics.centreMonths'))
  return read(ctx, 'register.read', async (t) => {
    assertMay(t, policy, 'register.read', undefined as never)
    return withSystemSight(t, async () => {
      const question = { centreId, ...period }
      const terms = await casework.countTerms(t.sql, question)
      const outcomes = await decisions.countOutcomes(t.sql, question)
      return {
        ...period, suppressUnder,
        terms: shareOf({ cases: terms.cases, of: terms.terms, good: terms.kept }, suppressUnder),
        passed: shareOf({ cases: outcomes.cases, of: outcomes.cases, good: outcomes.passed }, suppressUnder),
        complaints: await appeals.countComplaints(t.sql, question),
      }
    })
  })
}
