import type { Day } from '#kernel/day.ts'
import type { NormEdition } from '#kernel/norms.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { todayOf } from '../reads.ts'
import { termsOn, type TermShown } from './domain/terms.ts'

/** All terms by the norms in force today, counted from a day. */
export async function readTerms(ctx: Ctx, from: Day): Promise<{ norms: NormEdition; terms: TermShown[] }> {
  const norms = await ctx.law.normsInForce(ctx.db, todayOf(ctx))
  return { norms, terms: termsOn(from, norms, await ctx.law.calendar(ctx.db)) }
}
