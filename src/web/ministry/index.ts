import type { Download, IslandRoute, Page } from '#platform/http/page.ts'
import { complaintPagesFor } from '../appeals/all-complaints.tsx'
import { ministryPages as monitoringPages } from '../accreditor/monitoring/index.ts'
import { ministryPages as signalPages } from '../accreditor/signals/index.ts'
import { ministryDownloads as potentialDownloads, ministryPages as potentialPages } from '../accreditor/potential/index.ts'
import { nationalQualityPage } from '../centre/quality/quality.tsx'
import { deletionsPageFor } from '../auditor/deletions.tsx'
import { agreementPage, agreementsPage } from './agreements.tsx'
import { annulmentsPage } from './annulments.tsx'
import { calendarDeskPage } from './calendar.tsx'
import { classificationsPage, classificationTemplates } from './classifications/classifications.tsx'
import { importPage, importTemplates } from './import.tsx'
import { importWorkPage } from './import-work.tsx'
import { changeNormPage, normsDeskPage } from './norms/norms.tsx'
import { allDaysDownloads, allDaysPage, oneDayPage } from './money.tsx'
import { registerEntryPage, registerPage } from './register.tsx'
import * as registerProposals from './register-proposals/index.ts'
import * as vouchers from './vouchers/index.ts'
import { demandDownloads, demandPage } from './demand/demand.tsx'
import { careerCentresPageFor } from '../vouchers/career-centres.tsx'
import { waitingCasesPage, waitingEventPage } from './waiting.tsx'
import { ministryPages as standardPages } from '../sector/standards/index.ts'

const complaintPages = complaintPagesFor({ desk: 'ministry', access: ['ministry', 'national-body'], list: '/ministry/complaints', one: '/ministry/complaints', seesCases: true })

export const pages: readonly Page<never>[] = [...registerProposals.pages,
  ...standardPages,
  ...potentialPages,
  ...monitoringPages,
  ...signalPages,
  nationalQualityPage,
  demandPage,
  ...vouchers.pages,
  careerCentresPageFor({ desk: 'ministry', path: '/ministry/career-centres', access: ['ministry', 'national-body', 'auditor'] }),
  classificationsPage,
  allDaysPage, oneDayPage,
  deletionsPageFor({ desk: 'ministry', path: '/ministry/deletions', access: ['ministry', 'national-body'] }),
  waitingCasesPage, waitingEventPage, ...complaintPages, annulmentsPage, importPage, importWorkPage, registerPage, registerEntryPage, normsDeskPage, changeNormPage, calendarDeskPage, agreementsPage, agreementPage] as unknown as Page<never>[]
export const downloads: readonly Download[] = [
  ...importTemplates,
  ...classificationTemplates,
  ...demandDownloads,
  ...potentialDownloads,
  ...allDaysDownloads,
  ...vouchers.downloads,
]
export const islandRoutes: readonly IslandRoute[] = []
