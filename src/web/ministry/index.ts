import type { Download, IslandRoute, Page } from '#platform/http/page.ts'
import { complaintPagesFor } from '../appeals/all-complaints.tsx'
import { agreementPage, agreementsPage } from './agreements.tsx'
import { annulmentsPage } from './annulments.tsx'
import { calendarDeskPage } from './calendar.tsx'
import { importPage, importTemplates } from './import.tsx'
import { importWorkPage } from './import-work.tsx'
import { changeNormPage, normsDeskPage } from './norms/norms.tsx'
import { registerEntryPage, registerPage } from './register.tsx'
import * as registerProposals from './register-proposals/index.ts'
import { waitingCasesPage, waitingEventPage } from './waiting.tsx'

const complaintPages = complaintPagesFor({ desk: 'ministry', access: ['ministry', 'national-body'], list: '/ministry/complaints', one: '/ministry/complaints', seesCases: true })

export const pages: readonly Page<never>[] = [...registerProposals.pages,
  waitingCasesPage, waitingEventPage, ...complaintPages, annulmentsPage, importPage, importWorkPage, registerPage, registerEntryPage, normsDeskPage, changeNormPage, calendarDeskPage, agreementsPage, agreementPage] as unknown as Page<never>[]
export const downloads: readonly Download[] = importTemplates
export const islandRoutes: readonly IslandRoute[] = []
