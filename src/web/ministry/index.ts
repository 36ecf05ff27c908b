import type { Download, IslandRoute, Page } from '#platform/http/page.ts'

export const pages: readonly Page<never>[] = []
export const downloads: readonly Download[] = []
export const islandRoutes: readonly IslandRoute[] = []
