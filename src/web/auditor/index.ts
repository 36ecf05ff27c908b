import type { Download, IslandRoute, Page } from '#platform/http/page.ts'
import { journalCsv, journalPage } from './journal.tsx'
import { viewsPage } from './views.tsx'

export const pages = [journalPage, viewsPage] as unknown as readonly Page<never>[]
export const downloads: readonly Download[] = [journalCsv]
export const islandRoutes: readonly IslandRoute[] = []
