import { parseDay, type Day } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import * as centres from '#modules/centres/index.ts'
import type * as professions from '#modules/professions/index.ts'
import * as register from '#modules/register/index.ts'
import { pageNumber } from '../page-number.ts'
import { askedOneOf, askedSeveralOf } from '../asked.ts'

/** The filters of the list of centres, as the address says them; a price or a day that was typed and cannot be read is left out and named. */
export interface WishInAddress {
  name: string
  profession: string
  region: string
  language: '' | register.ExamLanguage
  access: string[]
  price: number | undefined
  by: Day | undefined
  sort: register.CentreSort
  page: number
  misread: ('price' | 'by')[]
}

/** Reads the filters of the list of centres out of an address. */
export function readWish(query: URLSearchParams, regions: readonly professions.Region[]): WishInAddress {
  const text = (name: string) => (query.get(name) ?? '').trim().slice(0, 200)
  const price = text('price').replace(/[\s\u00a0\u202f\u20b8]/g, '')
  const by = text('by')
  const known = { price: /^\d{1,9}$/.test(price) ? Number(price) : undefined, by: parseDay(by) }
  return {
    name: text('name'), profession: text('profession'), region: askedOneOf({ query }, 'region', regions.map((each) => each.kato)) ?? '',
    language: askedOneOf({ query }, 'language', register.EXAM_LANGUAGES) ?? '',
    access: askedSeveralOf({ query }, 'access', centres.ACCESSIBILITY_FEATURES),
    ...known, sort: askedOneOf({ query }, 'sort', register.CENTRE_SORTS) ?? 'name', page: pageNumber({ query }),
    misread: [...(price !== '' && known.price === undefined ? ['price' as const] : []), ...(by !== '' && known.by === undefined ? ['by' as const] : [])],
  }
}

/** The address query of these filters, without those that are not set; the page is named only when asked for. */
export function wishQuery(wish: Omit<WishInAddress, 'page' | 'misread'>, page?: number): string {
  const query = new URLSearchParams()
  const set = (name: string, value: string | number | undefined) => value !== undefined && value !== '' && query.set(name, String(value))
  for (const name of ['name', 'profession', 'region', 'language', 'price', 'by'] as const) set(name, wish[name])
  for (const each of wish.access) query.append('access', each)
  if (wish.sort !== 'name') set('sort', wish.sort)
  if (page && page > 1) set('page', page)
  return query.size > 0 ? `?${query}` : ''
}

/** The same as a question to the register. */
export function wishOf(wish: WishInAddress, lang: Language, pageSize: number): register.CentreWish {
  return {
    name: wish.name || undefined, profession: wish.profession || undefined, regionKato: wish.region || undefined, language: wish.language || undefined, features: wish.access.length > 0 ? wish.access : undefined,
    priceUpTo: wish.price, freeBy: wish.by, sort: wish.sort, page: wish.page, pageSize, lang,
  }
}
