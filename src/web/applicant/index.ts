import type { Download, Page } from '#platform/http/page.ts'
import { caseProgrammePage, caseTaskFileDownload } from '../accreditor/cases/programme-page.tsx'
import { APPLICANT_DESK, editorPages, programmeDownloads } from '../centre/settings/index.ts'
import { ownApplicationPage } from './case.tsx'
import { ownCertificatePage } from './certificate/own-certificate.tsx'
import { ownApplicationsPage } from './list.tsx'

export const pages = [ownApplicationsPage, ownApplicationPage, caseProgrammePage('applicant', ['applicant', 'centre-head']), ...editorPages(APPLICANT_DESK), ownCertificatePage] as unknown as readonly Page<never>[]
export const downloads: readonly Download[] = [...programmeDownloads(APPLICANT_DESK), caseTaskFileDownload('applicant', ['applicant', 'centre-head'])]
