import type { Download, IslandRoute, Page } from '#platform/http/page.ts'
import { complaintPagesFor } from '../appeals/all-complaints.tsx'

import { accreditationCasePage, accreditationPaperDownload } from './cases/case.tsx'
import { accreditationCasesPage } from './cases/list.tsx'
import { paperApplicationPage } from './cases/paper.tsx'

export const pages: readonly Page<never>[] = [
  ...complaintPagesFor({ desk: 'accreditor', access: ['accreditor'], list: '/accreditor', one: '/accreditor/complaints', seesCases: false }),
  ...([accreditationCasesPage, paperApplicationPage, accreditationCasePage] as unknown as readonly Page<never>[]),
]
export const downloads: readonly Download[] = [accreditationPaperDownload]
export const islandRoutes: readonly IslandRoute[] = []
