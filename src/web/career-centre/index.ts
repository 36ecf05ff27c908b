import type { Page } from '#platform/http/page.ts'
import { voucherInboxPage } from './inbox.tsx'
import { voucherRequestPage } from './request.tsx'

export const pages = [voucherInboxPage, voucherRequestPage] as unknown as readonly Page<never>[]
