import type { Download, Page } from '#platform/http/page.ts'
import { careerCentreComputersPage } from '../computers/common-computers.tsx'
import { voucherInboxPage } from './inbox.tsx'
import { voucherPaperDownload } from '../vouchers/paper-download.ts'
import { voucherRequestPage } from './request.tsx'

export const pages = [voucherInboxPage, voucherRequestPage, careerCentreComputersPage] as unknown as readonly Page<never>[]
export const downloads: readonly Download[] = [voucherPaperDownload]
