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

/** The way through the pages of such a list; nothing where one page holds it all. */
export function Pages({ of, lang, path }: { readonly of: Paged<unknown>; readonly lang: Language; readonly path: string }) {
  return <Pagination page={of.page} pages={pagesOf(of.total)} hrefFor={(page) => `/${lang}${path}?page=${page}`} />
}
