import type { Download, Page } from '#platform/http/page.ts'
import { homePage } from './home.tsx'
import { interestPage } from './interest.tsx'
import { professionPage } from './profession.tsx'
import { professionsPage } from './professions.tsx'

export const pages: readonly Page<never>[] = [
  homePage,
  professionsPage, professionPage, interestPage,
] as unknown as Page<never>[]
export const downloads: readonly Download[] = []
