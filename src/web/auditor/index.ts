import type { Download, IslandRoute, Page } from '#platform/http/page.ts'
import { checkpointFile, checkpointsPage } from './checkpoints.tsx'
import { deletionsPageFor } from './deletions.tsx'
import { journalCsv, journalPage } from './journal.tsx'
import { viewsPage } from './views.tsx'

export const pages = [journalPage, viewsPage, checkpointsPage, deletionsPageFor({ desk: 'auditor', path: '/auditor/deletions', access: ['auditor'] })] as unknown as readonly Page<never>[]
export const downloads: readonly Download[] = [journalCsv, checkpointFile]
export const islandRoutes: readonly IslandRoute[] = []
