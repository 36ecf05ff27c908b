import type { Page } from '#platform/http/page.ts'
import { ownApplicationPage } from './case.tsx'
import { ownCertificatePage } from './certificate/own-certificate.tsx'
import { ownApplicationsPage } from './list.tsx'

export const pages = [ownApplicationsPage, ownApplicationPage, ownCertificatePage] as unknown as readonly Page<never>[]
