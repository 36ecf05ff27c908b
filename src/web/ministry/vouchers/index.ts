import type { Download, Page } from '#platform/http/page.ts'
import { voucherOrdersPage } from './orders.tsx'
import { vouchersCsv, vouchersPage, vouchersXlsx } from './report.tsx'

export const pages: readonly Page<never>[] = [vouchersPage, voucherOrdersPage] as unknown as Page<never>[]
export const downloads: readonly Download[] = [vouchersCsv, vouchersXlsx]
