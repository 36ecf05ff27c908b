import type { Download, Page } from '#platform/http/page.ts'
import { galleryPage } from './gallery.tsx'
import { mailboxPage } from './mailbox.tsx'
import { demonstrationPage } from './people.tsx'

export const pages = [demonstrationPage, mailboxPage, galleryPage] as unknown as readonly Page<never>[]
export const downloads: readonly Download[] = []
