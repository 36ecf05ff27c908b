import type { Download, Page } from '#platform/http/page.ts'
import { MINISTRY, SECTOR } from './desk.ts'
import { documentDownloads, documentPage, documentPreviewPage } from './document.tsx'
import { editBasisPage } from './edit.tsx'
import { listPageFor } from './list.tsx'
import { newBasisPage } from './new.tsx'
import { redoPageFor } from './redo.tsx'
import { nodePage, passportPage, treePage } from './tree/index.ts'
import { versionPageFor } from './version.tsx'

const pagesFor = (desk: typeof SECTOR) => [listPageFor(desk), redoPageFor(desk), versionPageFor(desk)]

export const pages: readonly Page<never>[] = [...pagesFor(SECTOR), newBasisPage, editBasisPage, documentPage, documentPreviewPage, treePage, nodePage, passportPage] as unknown as Page<never>[]
export const downloads: readonly Download[] = documentDownloads
/** The same documents at the desk of the authorised body, which may be the second person. */
export const ministryPages: readonly Page<never>[] = pagesFor(MINISTRY) as unknown as Page<never>[]
