import type { Page } from '#platform/http/page.ts'
import { peoplePage } from './people-page.tsx'
import { pricesPage } from './prices-page.tsx'
import { programmeDownloads, programmeImportPage } from './programme-import-page.tsx'
import { programmeItemPage, programmeItemsPage } from './programme-items-page.tsx'
import { programmeMapPage, programmeStepPage } from './programme-map-page.tsx'
import { programmeModesPage } from './programme-modes-page.tsx'
import { programmePage } from './programme-page.tsx'
import { programmePreviewPage, programmeWholePage } from './programme-preview-page.tsx'
import { CENTRE_DESK, type EditorDesk } from './programme-parts.ts'
import { programmesPage } from './programmes-page.tsx'
import { programmeTextsPage, programmeTopicsPage } from './programme-texts-page.tsx'
import { accessibilityPage, roomsPage } from './rooms-page.tsx'

/** The editor of programmes, for one desk. */
export function editorPages(desk: EditorDesk) {
  return [
    programmePage, programmeTextsPage, programmeTopicsPage, programmeModesPage, programmeMapPage, programmeStepPage, programmeItemsPage, programmeItemPage, programmeImportPage, programmePreviewPage, programmeWholePage,
  ].map((each) => each(desk) as unknown as Page<never>)
}
export { programmeDownloads }
export { APPLICANT_DESK, CHAMBER_DESK } from './programme-parts.ts'

/** Pages by which a centre runs itself: programmes, prices, rooms, accessibility, people. */
export const settingsPages = [
  programmesPage, ...editorPages(CENTRE_DESK), pricesPage, roomsPage, accessibilityPage, peoplePage,
]
export const settingsDownloads = programmeDownloads(CENTRE_DESK)
