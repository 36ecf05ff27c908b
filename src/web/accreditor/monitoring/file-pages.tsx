import type { Language } from '#kernel/localized.ts'
import type { PageRequest } from '#platform/http/page.ts'
import type { CentreFile } from '#modules/monitoring/index.ts'
import { Pages, paged, type Paged } from '../../paged.tsx'

/** The lists of a centre's file, each turned by itself under its own name in the address. */
const LISTS = ['checks', 'orders', 'reports', 'findings', 'history'] as const
type List = (typeof LISTS)[number]
const ROWS = 20

export type FilePages = { [Name in List]: Paged<CentreFile[Name][number]> } & {
  path: string
  /** At which page the lists stand, so that turning one leaves the others. */
  kept: Record<string, string | undefined>
}

/** The file page by page; of one check only its own findings are shown. */
export function filePages(file: CentreFile, { query }: Pick<PageRequest, 'query'>, path: string, findings: CentreFile['findings'] = file.findings): FilePages {
  const of = <Row,>(rows: readonly Row[], name: List) => paged(rows, { query }, { name, size: ROWS })
  return {
    checks: of(file.checks, 'checks'), orders: of(file.orders, 'orders'), reports: of(file.reports, 'reports'), findings: of(findings, 'findings'), history: of(file.history, 'history'),
    path, kept: Object.fromEntries(LISTS.map((name) => [name, query.get(name) ?? undefined])),
  }
}

/** The way through one of the lists; it leads back to the list. */
export function ListPages({ pages, list, label, lang }: { pages: FilePages; list: List; label: string; lang: Language }) {
  return <Pages of={pages[list]} lang={lang} path={pages.path} kept={pages.kept} label={label} at={list} />
}
