import type { Download, Page } from '#platform/http/page.ts'
import { actDownload, payerActPage, payerPage, registryDownloads } from './acts.tsx'

export const pages = [payerPage, payerActPage] as unknown as readonly Page<never>[]
export const downloads: readonly Download[] = [...registryDownloads, actDownload]
