import type { Download, Page } from '#platform/http/page.ts'
import { demandPage } from './demand.tsx'
import { nationPage } from './nation.tsx'
import { outcomesPage } from './outcomes.tsx'
import { overviewPage } from './overview.tsx'
import { pictureDownloads } from './pictures.ts'
import { recognisedPage } from './recognised.tsx'
import { registerPage } from './register.tsx'
import { roadPage } from './road.tsx'
import { rowDownloads, rowPages } from './rows.tsx'
import { vouchersPage } from './vouchers.tsx'

export const pages = [overviewPage, registerPage, recognisedPage, vouchersPage, roadPage, outcomesPage, demandPage, nationPage, ...rowPages] as unknown as readonly Page<never>[]
export const downloads: readonly Download[] = [...pictureDownloads, ...rowDownloads]
