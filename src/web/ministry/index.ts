import type { Download, IslandRoute, Page } from '#platform/http/page.ts'
import { importPage } from './import.tsx'
import { importWorkPage } from './import-work.tsx'
import { registerEntryPage, registerPage } from './register.tsx'

export const pages: readonly Page<never>[] = [importPage, importWorkPage, registerPage, registerEntryPage] as unknown as Page<never>[]
export const downloads: readonly Download[] = []
export const islandRoutes: readonly IslandRoute[] = []
