import type { Download, Page } from '#platform/http/page.ts'
import { deskHomePage } from './home.tsx'
import { mandatoryDownloads, mandatoryPages } from './mandatory/index.ts'
import * as proposals from './proposals/index.ts'

export const pages = [
  deskHomePage,
  ...mandatoryPages,
  ...proposals.pages,
] as unknown as readonly Page<never>[]
export const downloads: readonly Download[] = [
  ...mandatoryDownloads,
  ...proposals.downloads,
]
