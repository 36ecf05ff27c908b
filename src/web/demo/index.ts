import type { Download, Page } from '#platform/http/page.ts'
import { mailboxPage } from './mailbox.tsx'
import { demonstrationPage } from './people.tsx'

export const pages = [demonstrationPage, mailboxPage] as unknown as readonly Page<never>[]
export const downloads: readonly Download[] = []
