import type { Download, IslandRoute, Page } from '#platform/http/page.ts'
import { complaintPagesFor } from '../appeals/all-complaints.tsx'

export const pages: readonly Page<never>[] = complaintPagesFor({ desk: 'accreditor', access: ['accreditor'], list: '/accreditor', one: '/accreditor/complaints', seesCases: false })
export const downloads: readonly Download[] = []
export const islandRoutes: readonly IslandRoute[] = []
