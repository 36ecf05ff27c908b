import type { PageRequest } from '#platform/http/page.ts'

/** No list is turned further: an address with a huge number must not make the database count so far. */
const LAST = 10_000

/** The page of a list that the address names, of several lists by its name; whatever is no number is the first. */
export function pageNumber(request: Pick<PageRequest, 'query'>, name = 'page'): number {
  const text = request.query.get(name) ?? ''
  return /^[1-9]\d{0,5}$/.test(text) ? Math.min(Number(text), LAST) : 1
}
