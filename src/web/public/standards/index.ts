import type { Download, Page } from '#platform/http/page.ts'
import { documentRoutes, requirementsPage, standardPage } from './standard.tsx'
import { requirementsHistoryPage, standardHistoryPage } from './standard-history.tsx'
import { standardsPage } from './standards.tsx'

export const pages: readonly Page<never>[] = [standardsPage, standardPage, standardHistoryPage, requirementsPage, requirementsHistoryPage] as unknown as Page<never>[]
export const downloads: readonly Download[] = documentRoutes
