import type { Download, IslandRoute, Page } from '#platform/http/page.ts'
import { complaintPagesFor } from '../appeals/all-complaints.tsx'
import * as survey from './survey/index.ts'

export const pages: readonly Page<never>[] = [
  ...complaintPagesFor({ desk: 'accreditor', access: ['accreditor'], list: '/accreditor', one: '/accreditor/complaints', seesCases: false }),
  ...survey.pages,
]
export const downloads: readonly Download[] = [
  ...survey.downloads,
]
export const islandRoutes: readonly IslandRoute[] = [
  ...survey.islandRoutes,
]
