import type { Download, Page } from '#platform/http/page.ts'
import { changeEmailPage, confirmEmailPage } from './change-email.tsx'
import { contactsPage } from './contacts.tsx'
import { lettersPage } from './letters.tsx'
import { registeredPage, registerPage } from './register.tsx'
import { resetPage, resetRequestPage, resetSentPage } from './reset-password.tsx'
import { secondFactorPage } from './second-factor.tsx'
import { securityPage } from './security.tsx'
import { signInCodePage } from './sign-in-code.tsx'
import { signInPage } from './sign-in.tsx'
import { signOutPage } from './sign-out.tsx'

export const pages = [
  signInPage, signInCodePage, signOutPage, registerPage, registeredPage, resetRequestPage, resetSentPage, resetPage, securityPage, changeEmailPage, confirmEmailPage, secondFactorPage, lettersPage, contactsPage,
] as unknown as readonly Page<never>[]
export const downloads: readonly Download[] = []
