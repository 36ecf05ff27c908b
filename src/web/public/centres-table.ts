import { download } from '#platform/http/page.ts'
import { writeCsv } from '#platform/tables/write-table.ts'
import * as professions from '#modules/professions/index.ts'
import * as register from '#modules/register/index.ts'
import { readWish, wishOf } from './centre-wish.ts'

const COLUMNS = ['number', 'name_kk', 'name_ru', 'name_en', 'region', 'address_kk', 'address_ru', 'phone', 'email', 'certificate', 'certificate_valid_until', 'certificate_state',
  'professions', 'price_from', 'nearest_free_date', 'accessibility', 'demonstration'] as const
const MOST = 100_000

/** The list of centres as a person filtered it, whole, as a table; prices in tenge, days as YYYY-MM-DD. */
export const centresTable = download({
  path: '/centres/table.csv', action: 'register.read', access: 'public',
  async handle(ctx, { query, lang }) {
    const wish = wishOf({ ...readWish(query, await professions.listRegions(ctx.db)), page: 1 }, lang, MOST)
    const { items } = await register.searchCentres(ctx, wish)
    const rows = items.map(({ centre, certificate, lines, features, offer }) => [
      centre.serial, centre.name.kk, centre.name.ru, centre.name.en, centre.regionKato, centre.address.kk, centre.address.ru, centre.phone, centre.email,
      certificate?.number, certificate?.validUntil, certificate?.state, new Set(lines.map((line) => line.professionCode)).size, offer.priceFrom, offer.nearestOn,
      features.join(' '), centre.demonstration ? 'yes' : 'no',
    ])
    return { body: writeCsv(COLUMNS, rows), mediaType: 'text/csv; charset=utf-8', filename: `centres-${register.todayOf(ctx)}.csv` }
  },
})
