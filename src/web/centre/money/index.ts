import { actPage, actsPage } from './acts.tsx'
import { centreDayDownloads, centreDayPage } from './day.tsx'
import { refundPage, refundsPage } from './refunds.tsx'
import { statementPage } from './statement.tsx'
import { statementsPage, statementTemplate } from './statements.tsx'

export const moneyPages = [centreDayPage, statementsPage, statementPage, refundsPage, refundPage, actsPage, actPage]
export const moneyDownloads = [...centreDayDownloads, statementTemplate]
