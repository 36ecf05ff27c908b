import { peoplePage } from './people-page.tsx'
import { pricesPage } from './prices-page.tsx'
import { programmeDownloads, programmeImportPage } from './programme-import-page.tsx'
import { programmeItemPage, programmeItemsPage } from './programme-items-page.tsx'
import { programmeMapPage, programmeStepPage } from './programme-map-page.tsx'
import { programmePage } from './programme-page.tsx'
import { programmePreviewPage, programmeWholePage } from './programme-preview-page.tsx'
import { programmesPage } from './programmes-page.tsx'
import { programmeTextsPage, programmeTopicsPage } from './programme-texts-page.tsx'
import { accessibilityPage, roomsPage } from './rooms-page.tsx'

/** Pages by which a centre runs itself: programmes, prices, rooms, accessibility, people. */
export const settingsPages = [
  programmesPage, programmePage, programmeTextsPage, programmeTopicsPage, programmeMapPage, programmeStepPage, programmeItemsPage, programmeItemPage, programmeImportPage,
  programmePreviewPage, programmeWholePage, pricesPage, roomsPage, accessibilityPage, peoplePage,
]
export const settingsDownloads = programmeDownloads
