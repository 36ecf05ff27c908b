import type { ByteRoute, Download, IslandRoute, Page } from '#platform/http/page.ts'
import { ownAppealsPage, ownAppealVotePage } from './appeals/appeals.tsx'
import { markingListPage } from './marking/list.tsx'
import { recordingPage } from './marking/recording.tsx'
import { markingPage } from './marking/sheet.tsx'
import { tabletPage } from './marking/tablet.tsx'
import { marksRoute, photoDownload, photoRoute, videoRoute } from './marking/tablet-routes.ts'
import { ownPanelPage, ownPanelsPage } from './panels/panels.tsx'

export const pages = [markingListPage, markingPage, recordingPage, tabletPage, ownPanelsPage, ownPanelPage, ownAppealsPage, ownAppealVotePage] as unknown as readonly Page<never>[]
export const downloads: readonly Download[] = [photoDownload]
export const byteRoutes: readonly ByteRoute[] = [photoRoute, videoRoute]
export const islandRoutes: readonly IslandRoute[] = [marksRoute]
