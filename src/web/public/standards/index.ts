import type { Download, Page } from '#platform/http/page.ts'
import { frameworksPage } from './frameworks.tsx'
import { documentRoutes, requirementsPage, standardPage } from './standard.tsx'
import { requirementsHistoryPage, standardHistoryPage } from './standard-history.tsx'
import { standardsPage } from './standards.tsx'

export const pages: readonly Page<never>[] = [standardsPage, standardPage, standardHistoryPage, requirementsPage, requirementsHistoryPage, frameworksPage] as unknown as Page<never>[]
export const downloads: readonly Download[] = documentRoutes
