import type { Download, Page } from '#platform/http/page.ts'
import { centreFileFor, checkFor } from './centre.tsx'
import { mattersFor, planFor } from './list.tsx'
import { monitoringPaperDownload, orderFor } from './order.tsx'
import { WATCHERS, type Watcher } from './parts.tsx'

const readingPages = (watcher: Watcher): readonly Page<never>[] => [mattersFor(watcher), centreFileFor(watcher), checkFor(watcher), orderFor(watcher)]

export const pages: readonly Page<never>[] = [...readingPages(WATCHERS.accreditor), planFor(WATCHERS.accreditor)]
export const ministryPages: readonly Page<never>[] = readingPages(WATCHERS.ministry)
export const downloads: readonly Download[] = [monitoringPaperDownload]
