import type { Download, Page } from '#platform/http/page.ts'
import { signInCodePage } from './sign-in-code.tsx'
import { signInPage } from './sign-in.tsx'
import { signOutPage } from './sign-out.tsx'

export const pages = [signInPage, signInCodePage, signOutPage] as unknown as readonly Page<never>[]
export const downloads: readonly Download[] = []
