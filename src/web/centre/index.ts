import type { Download, Page } from '#platform/http/page.ts'
import { folderPage } from './folder.tsx'
import { inboxPage } from './inbox.tsx'

export const pages = [inboxPage, folderPage] as unknown as readonly Page<never>[]
export const downloads: readonly Download[] = []
