import type { Download, Page } from '#platform/http/page.ts'
import { examCalendarDownload } from '../case/exam-calendar.ts'
import { paperDownload } from '../case/paper-download.ts'
import { ownAppealPage } from './appeals/appeal.tsx'
import { ownComplaintPage } from './appeals/complaint.tsx'
import { applyDownloads, applyPages } from './apply/index.ts'
import { ownBriefingPage } from './exam/briefing.tsx'
import { ownInterestsPage } from './exam/interests.tsx'
import { noticePage } from './exam/notice.tsx'
import { ownCasePage } from './case.tsx'
import { ownPaymentPage } from './payment.tsx'
import { ownReferralsPage } from './referrals/list.tsx'
import { ownReferralPage } from './referrals/referral.tsx'
import { askVoucherPage, changeChoicePage } from './vouchers/ask.tsx'
import { ownVouchersPage } from './vouchers/own.tsx'
import { myCasesPage } from './my-cases.tsx'

export const pages = [myCasesPage, ownCasePage, ownPaymentPage, noticePage, ownBriefingPage, ownInterestsPage, ownAppealPage, ownComplaintPage, ownReferralsPage, ownReferralPage, ownVouchersPage, askVoucherPage, changeChoicePage, ...applyPages] as unknown as readonly Page<never>[]
export const downloads: readonly Download[] = [examCalendarDownload, paperDownload, ...applyDownloads]
