import { addDays, type Day } from '#kernel/day.ts'
import { assertNone, Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { findNorm } from '#kernel/norms.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { violatedConstraint } from '#platform/db/database.ts'
import { record } from '#platform/journal/journal.ts'
import { isCertificateValid } from './domain/certificate.ts'
import { priceListBlockers, type PriceLine } from './domain/price-list.ts'
import { policy } from './policy.ts'
import { insertPrice, insertPriceList, selectPriceLists, selectScope } from './store/scope-store.ts'

/** Publishes a price list for everything in scope, in force from a day to come: a price is never changed under people who have seen it. Of two published at once for one day the first stands. */
export async function publishPriceList(ctx: Ctx, input: { centreId: Uuid; inForceFrom: Day; prices: readonly PriceLine[] }): Promise<Uuid> {
  try {
    return await tx(ctx, 'price-list.publish', async (t) => {
      assertMay(t, policy, 'price-list.publish', input)
      if (t.actor.kind !== 'person') throw new Denial('not-found')
      const scope = (await selectScope(t.sql, { centreId: input.centreId })).filter((row) => isCertificateValid(row, t.today))
      const lists = await selectPriceLists(t.sql, input.centreId)
      const first = lists.length === 0 ? t.today : addDays(t.today, 1)
      const freeAllowed = findNorm(await t.law.normsInForce(t.sql, t.today), 'price.freeAllowed')?.value === true
      assertNone('price-list.not-publishable', priceListBlockers(input, { scope, first, taken: lists.map((list) => list.inForceFrom), freeAllowed }))
      const id = t.newId()
      await insertPriceList(t.sql, { id, centreId: input.centreId, inForceFrom: input.inForceFrom, publishedAt: t.now }, t.actor.accountId)
      for (const price of input.prices) await insertPrice(t.sql, { priceListId: id, ...price })
      await record(t, `centre:${input.centreId}`, 'price-list-published', { priceListId: id, inForceFrom: input.inForceFrom, lines: input.prices.length })
      return id
    })
  } catch (error) {
    if (violatedConstraint(error) === 'one_price_list_per_day') throw new Denial('price-list.day-taken', { data: { field: 'from' } })
    throw error
  }
}
