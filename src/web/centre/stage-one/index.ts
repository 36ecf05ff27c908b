import { accommodationPage } from './accommodation.tsx'
import { checkPage } from './check.tsx'
import { clerkContractPage } from './contract.tsx'
import { accessPage } from './access.tsx'
import { identityPage } from './identity.tsx'
import { paperRetakePage } from './paper-retake.tsx'
import { paperWithdrawalPage } from './paper-withdrawal.tsx'
import { paperPage } from './paper.tsx'
import { paymentPage } from './payment.tsx'
import { refusePage } from './refuse.tsx'

export const stageOnePages = [checkPage, refusePage, clerkContractPage, paymentPage, accommodationPage, identityPage, accessPage, paperPage, paperRetakePage, paperWithdrawalPage]
