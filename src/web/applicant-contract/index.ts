import type { Download, Page } from '#platform/http/page.ts'
import { accreditationPaperDownload } from '../accreditor/decision/paper-download.ts'
import { contractPage } from './contract.tsx'

export const pages: readonly Page<never>[] = [contractPage] as unknown as Page<never>[]
export const downloads: readonly Download[] = [accreditationPaperDownload]
