import type { Language } from '#kernel/localized.ts'
import type { PageRequest } from '#platform/http/page.ts'
import { pageNumber } from './page-number.ts'
import { Pagination } from './ui/pagination.tsx'

/** A list that is read whole, for it is never long, and shown page by page. */
export interface Paged<Row> {
  rows: readonly Row[]
  total: number
  /** The page that is shown; the last one when a later was asked for. */
  page: number
}
const PAGE_SIZE = 50
const pagesOf = (total: number): number => Math.max(1, Math.ceil(total / PAGE_SIZE))

export function paged<Row>(all: readonly Row[], request: Pick<PageRequest, 'query'>): Paged<Row> {
  const page = Math.min(pageNumber(request), pagesOf(all.length))
  return { rows: all.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE), total: all.length, page }
}

export interface PagesProps {
  readonly of: Paged<unknown>
  readonly lang: Language
  /** Path of the list without the language. */
  readonly path: string
  /** The filters that stand in the address; an empty one is left out. */
  readonly kept?: Readonly<Record<string, string | undefined>>
}

/** The address of a page of a list with its filters, so that going back shows what was seen. */
export function addressOfPage({ lang, path, kept = {} }: Omit<PagesProps, 'of'>, page: number): string {
  const query = new URLSearchParams(Object.entries(kept).filter((each): each is [string, string] => Boolean(each[1])))
  query.set('page', String(page))
  return `/${lang}${path}?${query}`
}

/** The way through the pages of such a list; nothing where one page holds it all. */
export function Pages({ of, ...place }: PagesProps) {
  return <Pagination page={of.page} pages={pagesOf(of.total)} hrefFor={(page) => addressOfPage(place, page)} />
}
