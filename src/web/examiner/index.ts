import type { Download, IslandRoute, Page } from '#platform/http/page.ts'
import { ownPanelPage, ownPanelsPage } from './panels/panels.tsx'

export const pages = [ownPanelsPage, ownPanelPage] as unknown as readonly Page<never>[]
export const downloads: readonly Download[] = []
export const islandRoutes: readonly IslandRoute[] = []
