import type { PageRequest } from '#platform/http/page.ts'
import { askedLike } from './asked.ts'

/** No list is turned further: an address with a huge number must not make the database count so far. */
const LAST = 10_000

/** The page of a list that the address names, of several lists by its name. What is no number is a wrong request; a page past the end is shown as the last. */
export function pageNumber(request: Pick<PageRequest, 'query'>, name = 'page'): number {
  return Math.min(Number(askedLike(request, name, /^[1-9]\d*$/) ?? 1), LAST)
}

/** A list that is read by the page: the page asked for, or the last one where the list ends before it. A list may count only what it found, hence the second look. */
export async function readPage<List>(request: Pick<PageRequest, 'query'>, size: number, read: (page: number) => Promise<List>, totalOf: (list: List) => number): Promise<{ list: List; page: number }> {
  const lastOf = (list: List) => Math.max(1, Math.ceil(totalOf(list) / size))
  const asked = pageNumber(request)
  let [page, list] = [asked, await read(asked)]
  for (let look = 0; look < 2; look += 1) {
    const shown = Math.min(asked, lastOf(list))
    if (shown === page || (look === 1 && shown < page)) break
    page = shown
    list = await read(page)
  }
  return { list, page }
}
