import type { Download, Page } from '#platform/http/page.ts'
import { chooseBodyPage } from './choose-body.tsx'
import { deskHomePage } from './home.tsx'
import { mandatoryDownloads, mandatoryPages } from './mandatory/index.ts'
import * as proposals from './proposals/index.ts'
import * as standards from './standards/index.ts'

export const pages = [
  deskHomePage,
  chooseBodyPage,
  ...mandatoryPages,
  ...proposals.pages,
  ...standards.pages,
] as unknown as readonly Page<never>[]
export const downloads: readonly Download[] = [
  ...mandatoryDownloads,
  ...proposals.downloads,
  ...standards.downloads,
]
