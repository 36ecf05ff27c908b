import type { Download, Page } from '#platform/http/page.ts'
import { careerCentresPageFor } from '../vouchers/career-centres.tsx'
import { accountPage } from './account.tsx'
import { accountsPage } from './accounts.tsx'
import { apiKeysPage } from './api-keys.tsx'
import { employerDeskPage, employerDesksPage } from './employer-desks.tsx'
import { organisationsPage } from './organisations.tsx'
import { rolesDownload, rolesPage } from './roles.tsx'

export const pages = [accountsPage, accountPage, rolesPage, organisationsPage, apiKeysPage, employerDesksPage, employerDeskPage, careerCentresPageFor({ desk: 'admin', path: '/admin/career-centres', access: ['administrator'] })] as unknown as readonly Page<never>[]
export const downloads: readonly Download[] = [rolesDownload]
