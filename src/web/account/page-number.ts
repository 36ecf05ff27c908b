import type { PageRequest } from '#platform/http/page.ts'

/** The page of a list that the address names; whatever is no number is the first. */
export function pageNumber(request: Pick<PageRequest, 'query'>): number {
  const text = request.query.get('page') ?? ''
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1
}
