import type { Download, Page } from '#platform/http/page.ts'
import { potentialCsvFor, potentialListFor, type Overseer } from './list.tsx'
import { newPotentialFor, potentialPageFor } from './one.tsx'

const ACCREDITOR: Overseer = { desk: 'accreditor', access: ['accreditor'], base: '/accreditor/potential-centres' }
const MINISTRY: Overseer = { desk: 'ministry', access: ['ministry', 'national-body', 'auditor'], base: '/ministry/potential-centres' }

const pagesOf = (overseer: Overseer): readonly Page<never>[] => [potentialListFor(overseer), newPotentialFor({ ...overseer, access: overseer.access.filter((role) => role === 'accreditor' || role === 'ministry') }), potentialPageFor(overseer)]

export const pages: readonly Page<never>[] = pagesOf(ACCREDITOR)
export const ministryPages: readonly Page<never>[] = pagesOf(MINISTRY)
export const downloads: readonly Download[] = [potentialCsvFor(ACCREDITOR)]
export const ministryDownloads: readonly Download[] = [potentialCsvFor(MINISTRY)]
