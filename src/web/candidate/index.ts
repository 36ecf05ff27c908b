import type { Download, Page } from '#platform/http/page.ts'

export const pages: readonly Page<never>[] = []
export const downloads: readonly Download[] = []
