import { makeDocumentNumber } from '#kernel/document-number.ts'
import { addDays, type Day } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx, withSystemSight } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import type { RegionPlaces } from '../domain/places.ts'
import { chainOfPlaces } from '../office.ts'
import { policy } from '../policy.ts'
import { decideOrderRow, insertOrder, isPlanned, openPlaces } from '../store/place-store.ts'
import { insertImported, seatImported } from '../store/voucher-store.ts'

/** A voucher of a year before the platform, as the source says it. */
export interface HistoricVoucher {
  region: string
  /** Twelve digits; only their keyed index is kept. */
  iin: string
  professionCode: string
  level: number
  issuedOn: Day
  /** Null: not used. */
  usedOn: Day | null
  passed: boolean | null
}
export interface HistoricYear {
  year: number
  plan: readonly RegionPlaces[]
  vouchers: readonly HistoricVoucher[]
  /** What the journal says of where it comes from. */
  source: string
  /** Whether single vouchers are invented for a demonstration: their number is the source's, they themselves are not. */
  invented: boolean
}

const VALID_DAYS = 45

/** Imports a year as it stands in its source: plan and fact as printed, exempt from the cap, no transfer invented. One bulk act, one entry of the journal, no letters [rulings 29]. */
export async function importVoucherYear(ctx: Ctx, input: HistoricYear): Promise<number> {
  return tx(ctx, 'voucher-plan.import', async (t) => {
    assertMay(t, policy, 'voucher-plan.import', undefined as never)
    if (await isPlanned(t.sql, input.year)) throw new Denial('voucher-order.planned-already')
    return withSystemSight(t, async () => {
      const orderId = t.newId()
      const at = `${input.year}-01-01T00:00:00.000Z` as typeof t.now
      await insertOrder(t.sql, { id: orderId, year: input.year, kind: 'plan', ground: input.source, document: input.source, reverses: null, origin: 'imported', proposedBy: null, proposedAt: at }, input.plan)
      await decideOrderRow(t.sql, orderId, { accountId: null, approved: true, note: '', at })
      await openPlaces(t.sql, orderId, input.year, input.plan)
      await insertImported(t.sql, input.vouchers.map((voucher) => {
        const validUntil = addDays(voucher.issuedOn, VALID_DAYS)
        return {
          id: t.newId(), number: makeDocumentNumber(t.random(8)), year: input.year, region: voucher.region, personKey: t.cipher.index(voucher.iin), professionCode: voucher.professionCode, level: voucher.level,
          issuedOn: voucher.issuedOn, validUntil, state: voucher.usedOn === null ? 'annulled' as const : 'used' as const, usedOn: voucher.usedOn, passed: voucher.passed,
          annulledOn: voucher.usedOn === null ? addDays(validUntil, 1) : null, annulmentGround: voucher.usedOn === null ? 'unused' : null,
        }
      }), input.invented)
      await seatImported(t.sql, orderId, input.year)
      await record(t, chainOfPlaces(input.year), 'voucher-year-imported', { source: input.source, vouchers: input.vouchers.length, plan: input.plan.reduce((sum, line) => sum + line.places, 0), invented: input.invented })
      return input.vouchers.length
    })
  })
}
