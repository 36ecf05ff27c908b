import type { Download, Page } from '#platform/http/page.ts'
import { codesCsv, codesXlsx } from './codes.ts'
import { checkPage } from './check.tsx'
import { documentsCsv, documentsPage, documentsXlsx } from './documents.tsx'
import { importPage, importTemplate, importWorkPage } from './import.tsx'
import { employerInvoicePage, employerInvoicePdf } from './invoice.tsx'
import { referralsPage } from './list.tsx'
import { paymentsPage } from './payments.tsx'
import { referPage } from './refer.tsx'
import { referralPage } from './referral.tsx'

export const pages = [referralsPage, referPage, importPage, importWorkPage, referralPage, documentsPage, checkPage, paymentsPage, employerInvoicePage] as unknown as readonly Page<never>[]
export const downloads: readonly Download[] = [importTemplate, codesCsv, codesXlsx, documentsCsv, documentsXlsx, employerInvoicePdf]
