import type { Download, Page } from '#platform/http/page.ts'
import { deskHomePage } from './home.tsx'
import { mandatoryDownloads, mandatoryPages } from './mandatory/index.ts'

export const pages = [
  deskHomePage,
  ...mandatoryPages,
] as unknown as readonly Page<never>[]
export const downloads: readonly Download[] = [
  ...mandatoryDownloads,
]
