import type { Download, Page } from '#platform/http/page.ts'
import { aboutPage } from './about.tsx'
import { accreditationClocksPage } from './accreditation/clocks.tsx'
import { calendarPage } from './calendar.tsx'
import { certificatePage } from './certificate/certificate.tsx'
import { centrePage } from './centre.tsx'
import { centresPage } from './centres.tsx'
import { publicComplaintPage } from './complaint.tsx'
import { editionPage, editionsPage, editionTable } from './editions/editions.tsx'
import { displayPage } from './display.tsx'
import { helpPage } from './help.tsx'
import { homePage } from './home.tsx'
import { interestPage } from './interest.tsx'
import { listDownloads } from './list-tables.ts'
import { normsPage } from './norms.tsx'
import { openDataPage } from './open-data.tsx'
import { privacyPage } from './privacy/privacy.tsx'
import { simulatorPage } from './pay.tsx'
import { proctoringDownloads, proctoringPage } from './proctoring/proctoring.tsx'
import { professionHistoryPage } from './profession-history.tsx'
import { professionPage } from './profession.tsx'
import { professionsPage } from './professions.tsx'
import { termsPage } from './terms.tsx'
import { verifyFormPage, verifyPage } from './verify/verify.tsx'
import * as standards from './standards/index.ts'
import * as statistics from './statistics/index.ts'

export const pages: readonly Page<never>[] = [
  homePage,
  professionsPage, professionPage, interestPage,
  professionHistoryPage,
  ...standards.pages,
  ...statistics.pages,
  editionsPage, editionPage,
  centresPage, centrePage,
  certificatePage,
  accreditationClocksPage,
  simulatorPage,
  verifyFormPage, verifyPage, publicComplaintPage,
  termsPage,
  normsPage, calendarPage, aboutPage, helpPage, openDataPage, displayPage,
  proctoringPage,
  privacyPage,
] as unknown as Page<never>[]
export const downloads: readonly Download[] = [
  ...standards.downloads,
  ...statistics.downloads,
  editionTable,
  ...listDownloads,
  ...proctoringDownloads,
]
