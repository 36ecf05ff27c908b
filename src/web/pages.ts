import { hasRole, type Actor } from '#platform/acts/actor.ts'
import type { ByteRoute, Download, EventStream, IslandRoute, Page } from '#platform/http/page.ts'
import * as account from './account/index.ts'
import * as accreditor from './accreditor/index.ts'
import * as admin from './admin/index.ts'
import * as applicant from './applicant/index.ts'
import * as applicantContract from './applicant-contract/index.ts'
import * as auditor from './auditor/index.ts'
import * as candidate from './candidate/index.ts'
import * as careerCentre from './career-centre/index.ts'
import * as centre from './centre/index.ts'
import * as demo from './demo/index.ts'
import * as employer from './employer/index.ts'
import * as examRoom from './exam-room/index.ts'
import * as examiner from './examiner/index.ts'
import * as ministry from './ministry/index.ts'
import * as payer from './payer/index.ts'
import * as proctor from './proctor/index.ts'
import * as publicDesk from './public/index.ts'
import * as sector from './sector/index.ts'

interface DeskPages {
  pages: readonly Page<never>[]
  downloads?: readonly Download[]
  islandRoutes?: readonly IslandRoute[]
  byteRoutes?: readonly ByteRoute[]
  eventStreams?: readonly EventStream[]
}

const DESKS: readonly DeskPages[] = [publicDesk, account, demo, candidate, examRoom, centre, examiner, applicant, accreditor, ministry, auditor, admin, applicantContract,
  sector,
  payer,
  employer,
  careerCentre,
  proctor,
]

/** Every page of every desk. A page that is not here does not exist. */
export const pages: readonly Page<never>[] = DESKS.flatMap((desk) => desk.pages)
const accessAt = new Map(pages.map((page) => [page.path, page.access]))
/** Whether the page at a path opens to the actor; what it then shows and does, its own acts ask. */
export function mayOpen(path: string, actor: Actor): boolean {
  const access = accessAt.get(path)
  return access === 'public' || (access === 'signed-in' ? actor.kind === 'person' : access !== undefined && hasRole(actor, access))
}
export const downloads: readonly Download[] = DESKS.flatMap((desk) => desk.downloads ?? [])
export const islandRoutes: readonly IslandRoute[] = DESKS.flatMap((desk) => desk.islandRoutes ?? [])
export const byteRoutes: readonly ByteRoute[] = DESKS.flatMap((desk) => desk.byteRoutes ?? [])
export const eventStreams: readonly EventStream[] = DESKS.flatMap((desk) => desk.eventStreams ?? [])
