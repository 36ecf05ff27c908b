import type { Download, Page } from '#platform/http/page.ts'
import * as proposals from './proposals/index.ts'

export const pages: readonly Page<never>[] = [
  ...proposals.pages,
]
export const downloads: readonly Download[] = [
  ...proposals.downloads,
]
