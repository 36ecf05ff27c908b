import type { Download, IslandRoute, Page } from '#platform/http/page.ts'
import { complaintPagesFor } from '../appeals/all-complaints.tsx'
import { certificatePage, certificatesPage } from './certificates/certificates.tsx'

const complaintPages = complaintPagesFor({ desk: 'accreditor', access: ['accreditor'], list: '/accreditor', one: '/accreditor/complaints', seesCases: false })

export const pages: readonly Page<never>[] = [...complaintPages, certificatesPage, certificatePage] as unknown as Page<never>[]
export const downloads: readonly Download[] = []
export const islandRoutes: readonly IslandRoute[] = []
