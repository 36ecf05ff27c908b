import { calendarPage } from './calendar-page.tsx'
import { changeStaffPage } from './change-staff-page.tsx'
import { centreDemandDownloads, centreDemandPage } from './demand-page.tsx'
import { excusePage } from './excuse-page.tsx'
import { interestsPage } from './interests-page.tsx'
import { packDownload, packPage } from '../pack/pack-page.tsx'
import { callOffPage, centrePostponePage } from './postpone-page.tsx'
import { staffCalendarPage } from './staff-page.tsx'

/** Pages on which a centre plans: who and what is taken when. */
export const planningPages = [
  calendarPage,
  staffCalendarPage,
  interestsPage,
  changeStaffPage,
  centrePostponePage,
  callOffPage,
  centreDemandPage,
  packPage,
  excusePage,
]
export const planningDownloads = [...centreDemandDownloads, packDownload]
