import type { Language } from '#kernel/localized.ts'
import type { PageRequest } from '#platform/http/page.ts'
import { pageNumber } from './page-number.ts'
import { Pagination } from './ui/pagination.tsx'

/** A list that is shown page by page: read whole where it is never long (`paged`), else by the page. */
export interface Paged<Row> {
  rows: readonly Row[]
  total: number
  /** The page that is shown; the last one when a later was asked for. */
  page: number
  /** One of several lists of its page: what it is called in the address, and how many rows it shows. */
  name?: string
  size?: number
}
export const PAGE_SIZE = 50
const pagesOf = ({ total, size = PAGE_SIZE }: Pick<Paged<unknown>, 'total' | 'size'>): number => Math.max(1, Math.ceil(total / size))

export function paged<Row>(all: readonly Row[], request: Pick<PageRequest, 'query'>, one: { name?: string; size?: number } = {}): Paged<Row> {
  const { name, size = PAGE_SIZE } = one
  const page = Math.min(pageNumber(request, name), pagesOf({ total: all.length, size }))
  return { rows: all.slice((page - 1) * size, page * size), total: all.length, page, ...one }
}

export interface PagesProps {
  readonly of: Paged<unknown>
  readonly lang: Language
  /** Path of the list without the language. */
  readonly path: string
  /** The filters that stand in the address; an empty one is left out. */
  readonly kept?: Readonly<Record<string, string | undefined>>
  /** What is turned, where a page holds several lists: its heading, and the place to come back to. */
  readonly label?: string
  readonly at?: string
}

/** The address of a page of a list with its filters, so that going back shows what was seen. */
export function addressOfPage({ lang, path, kept = {}, at }: Omit<PagesProps, 'of'>, page: number, name = 'page'): string {
  const query = new URLSearchParams(Object.entries(kept).filter((each): each is [string, string] => Boolean(each[1])))
  query.set(name, String(page))
  return `/${lang}${path}?${query}${at ? `#${at}` : ''}`
}

/** The way through the pages of such a list; nothing where one page holds it all. */
export function Pages({ of, ...place }: PagesProps) {
  return <Pagination page={of.page} pages={pagesOf(of)} hrefFor={(page) => addressOfPage(place, page, of.name)} label={place.label} />
}
