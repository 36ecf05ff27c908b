import type { Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Sql } from '#platform/db/database.ts'
import { isCertificateValid } from './domain/certificate.ts'
import { selectOffersStamp, selectPricesInForce, selectScope, type Price } from './store/scope-store.ts'

export interface OfferOfCentre {
  centreId: Uuid
  professionCode: string
  level: number
  certificateNumber: string
  validUntil: Day
  /** Undefined: the centre has published no price for it yet. */
  price: (Omit<Price, 'priceListId' | 'professionCode' | 'level'> & { inForceFrom: Day }) | undefined
}

const kept = new Map<string, { stamp: string; on: Day; offers: readonly OfferOfCentre[] }>()

/** Everything that any centre may recognise on that day, each qualification of a centre once, with its price in force; kept in the process and read anew when something has changed. */
export async function listAllOffers(sql: Sql, on: Day): Promise<readonly OfferOfCentre[]> {
  const { database, stamp } = await selectOffersStamp(sql)
  const before = kept.get(database)
  if (before?.stamp === stamp && before.on === on) return before.offers
  const offers = await readOffers(sql, on)
  kept.set(database, { stamp, on, offers })
  return offers
}

async function readOffers(sql: Sql, on: Day): Promise<OfferOfCentre[]> {
  const keyOf = (row: { centreId: string; professionCode: string; level: number }) => `${row.centreId}/${row.professionCode}/${row.level}`
  const prices = new Map((await selectPricesInForce(sql, { on })).map((row) => [keyOf(row), row]))
  const offers = new Map<string, OfferOfCentre>()
  for (const row of await selectScope(sql, {})) {
    const key = keyOf(row)
    if (offers.has(key) || !isCertificateValid(row, on)) continue
    const price = prices.get(key)
    offers.set(key, {
      centreId: row.centreId, professionCode: row.professionCode, level: row.level, certificateNumber: row.number, validUntil: row.validUntil,
      price: price && { amount: price.amount, retakeTheory: price.retakeTheory, retakePractice: price.retakePractice, retakeBoth: price.retakeBoth, inForceFrom: price.inForceFrom },
    })
  }
  return [...offers.values()]
}
