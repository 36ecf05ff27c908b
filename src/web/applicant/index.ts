import type { Page } from '#platform/http/page.ts'
import { ownApplicationPage } from './case.tsx'
import { ownApplicationsPage } from './list.tsx'

export const pages = [ownApplicationsPage, ownApplicationPage] as unknown as readonly Page<never>[]
