import type { Download, IslandRoute, Page } from '#platform/http/page.ts'
import * as account from './account/index.ts'
import * as admin from './admin/index.ts'
import * as candidate from './candidate/index.ts'
import * as centre from './centre/index.ts'
import * as demo from './demo/index.ts'
import * as publicDesk from './public/index.ts'

/** Every page of every desk. A page that is not here does not exist. */
export const pages: readonly Page<never>[] = [...publicDesk.pages, ...candidate.pages, ...centre.pages, ...account.pages, ...demo.pages, ...admin.pages]
export const downloads: readonly Download[] = [...publicDesk.downloads, ...candidate.downloads, ...centre.downloads, ...account.downloads, ...demo.downloads, ...admin.downloads]
export const islandRoutes: readonly IslandRoute[] = []
