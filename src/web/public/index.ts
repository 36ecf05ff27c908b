import type { Download, Page } from '#platform/http/page.ts'
import { homePage } from './home.tsx'

export const pages: readonly Page<never>[] = [homePage] as unknown as Page<never>[]
export const downloads: readonly Download[] = []
