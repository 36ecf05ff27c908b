import { addDays, type Day } from '#kernel/day.ts'
import type { Sql } from '#platform/db/database.ts'
import { isCertificateValid } from './domain/certificate.ts'
import type { PriceLine } from './domain/price-list.ts'
import { selectPriceLists, selectPricesOfLists, selectScope, type PriceList } from './store/scope-store.ts'

export interface PriceListShown extends PriceList {
  prices: PriceLine[]
  /** Last day in force; null while no later list is published. */
  inForceUntil: Day | null
  state: 'coming' | 'in-force' | 'past'
}

/** All price lists of a centre, the newest first, with the qualifications in scope that day. */
export async function listPrices(sql: Sql, centreId: string, on: Day): Promise<{ lists: PriceListShown[]; scope: { professionCode: string; level: number }[] }> {
  const lists = await selectPriceLists(sql, centreId)
  const prices = await selectPricesOfLists(sql, lists.map((list) => list.id))
  const inForce = lists.find((list) => list.inForceFrom <= on)
  const scope = new Map((await selectScope(sql, { centreId })).filter((row) => isCertificateValid(row, on)).map((row) => [`${row.professionCode}/${row.level}`, { professionCode: row.professionCode, level: row.level }]))
  return {
    scope: [...scope.values()].sort((a, b) => (a.professionCode === b.professionCode ? a.level - b.level : a.professionCode < b.professionCode ? -1 : 1)),
    lists: lists.map((list, place) => ({
      ...list, prices: prices.filter((price) => price.priceListId === list.id), inForceUntil: place === 0 ? null : addDays(lists[place - 1]!.inForceFrom, -1),
      state: list === inForce ? 'in-force' : list.inForceFrom > on ? 'coming' : 'past',
    })),
  }
}
