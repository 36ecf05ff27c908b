import type { Download, IslandRoute, Page } from '#platform/http/page.ts'
import { complaintPagesFor } from '../appeals/all-complaints.tsx'
import { accreditationCasePage, accreditationPaperDownload } from './cases/case.tsx'
import { caseProgrammePage, caseTaskFileDownload } from './cases/programme-page.tsx'
import { CHAMBER_DESK, editorPages, programmeDownloads } from '../centre/settings/index.ts'
import { ACCREDITATION_ROLES } from '#platform/acts/actor.ts'
import { accreditationCasesPage } from './cases/list.tsx'
import { paperApplicationPage } from './cases/paper.tsx'
import { certificatePage, certificatesPage } from './certificates/certificates.tsx'
import { decisionPage, decisionsPage } from './decision/decisions.tsx'
import * as monitoring from './monitoring/index.ts'
import * as potential from './potential/index.ts'
import * as signals from './signals/index.ts'
import { reissuePaperDownload } from './reissues/paper.ts'
import { reissuePage, reissuesPage } from './reissues/reissues.tsx'
import * as survey from './survey/index.ts'

export const pages: readonly Page<never>[] = [
  ...complaintPagesFor({ desk: 'accreditor', access: ['accreditor'], list: '/accreditor', one: '/accreditor/complaints', seesCases: false }),
  ...([accreditationCasesPage, paperApplicationPage, accreditationCasePage, decisionsPage, decisionPage, certificatesPage, certificatePage] as unknown as readonly Page<never>[]),
  ...([reissuesPage, reissuePage] as unknown as readonly Page<never>[]),
  ...([caseProgrammePage('accreditor', [...ACCREDITATION_ROLES, 'ministry', 'national-body', 'auditor'])] as unknown as readonly Page<never>[]),
  ...editorPages(CHAMBER_DESK),
  ...survey.pages,
  ...potential.pages,
  ...monitoring.pages,
  ...signals.pages,
]
export const downloads: readonly Download[] = [
  accreditationPaperDownload,
  reissuePaperDownload,
  ...programmeDownloads(CHAMBER_DESK),
  caseTaskFileDownload('accreditor', ACCREDITATION_ROLES),
  ...survey.downloads,
  ...potential.downloads,
  ...monitoring.downloads,
]
export const islandRoutes: readonly IslandRoute[] = [
  ...survey.islandRoutes,
]
