import type { Download, EventStream, Page } from '#platform/http/page.ts'
import { centreAppealPage } from './appeals/appeal.tsx'
import { answerDeliveryPage, appealDeliveryPage } from './appeals/delivery.tsx'
import { centreAppealsPage } from './appeals/list.tsx'
import { paperAppealPage } from './appeals/paper-appeal.tsx'
import { centreComputersPage } from '../computers/common-computers.tsx'
import { chooseCentrePage } from './choose-centre.tsx'
import { centreComplaintPage, centreComplaintsPage } from './complaints/complaints.tsx'
import { paperComplaintPage } from './complaints/paper-complaint.tsx'
import { strangersComplaintPage } from './complaints/strangers-complaint.tsx'
import { centreBriefingPage } from './conduct/briefing.tsx'
import { consolePage } from './conduct/console.tsx'
import { wallStream } from './conduct/wall-stream.tsx'
import { notifyPage } from './conduct/notify.tsx'
import { decisionsPage } from './decisions/list.tsx'
import { panelPage } from './decisions/panel.tsx'
import { annulPage } from './documents/annul.tsx'
import { documentsCsv, documentsPage, documentsXlsx } from './documents/list.tsx'
import { deliverPage, failNoticePage, issuePage } from './documents/result.tsx'
import { folderPage } from './folder.tsx'
import { handedOverPage } from './handed-over.tsx'
import { inboxPage } from './inbox.tsx'
import { moneyDownloads, moneyPages } from './money/index.ts'
import { ownMonitoringPages } from './monitoring/own-monitoring.tsx'
import { centreQualityPage } from './quality/quality.tsx'
import { ownDeskPages } from './own-desk/index.ts'
import { planningDownloads, planningPages } from './planning/index.ts'
import { paperLetterPage, paperLettersPage } from './paper-letters.tsx'
import { settingsDownloads, settingsPages } from './settings/index.ts'
import { newSittingPage } from './sittings/new-sitting-page.tsx'
import { sittingsPage } from './sittings/sittings-page.tsx'
import { stageOnePages } from './stage-one/index.ts'

export const pages = [
  chooseCentrePage, inboxPage, folderPage, decisionsPage, panelPage, documentsPage, issuePage, failNoticePage, deliverPage, annulPage, ...stageOnePages, ...settingsPages, sittingsPage, newSittingPage, notifyPage, centreBriefingPage, consolePage,
  ...ownDeskPages,
  ...ownMonitoringPages,
  ...moneyPages,
  handedOverPage,
  ...planningPages,
  centreQualityPage,
  centreComputersPage,
  paperLettersPage, paperLetterPage,
  centreAppealsPage, centreAppealPage, paperAppealPage, appealDeliveryPage, centreComplaintsPage, centreComplaintPage, answerDeliveryPage, paperComplaintPage, strangersComplaintPage,
] as unknown as readonly Page<never>[]
export const downloads: readonly Download[] = [...settingsDownloads, documentsCsv, documentsXlsx,
  ...moneyDownloads,
  ...planningDownloads,
]
export const eventStreams: readonly EventStream[] = [wallStream]
