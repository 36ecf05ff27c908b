import type { Download, Page } from '#platform/http/page.ts'
import { accountPage } from './account.tsx'
import { accountsPage } from './accounts.tsx'
import { apiKeysPage } from './api-keys.tsx'
import { organisationsPage } from './organisations.tsx'
import { rolesDownload, rolesPage } from './roles.tsx'

export const pages = [accountsPage, accountPage, rolesPage, organisationsPage, apiKeysPage] as unknown as readonly Page<never>[]
export const downloads: readonly Download[] = [rolesDownload]
