import type { ByteRoute, Download, EventStream, IslandRoute, Page } from '#platform/http/page.ts'
import { answersRoute } from './answers-route.ts'
import { handInPage } from './hand-in.tsx'
import { practicePage } from './practice/practice-page.tsx'
import { caseTaskFileDownload, practiceStateRoute, workFileDownload } from './practice/practice-routes.ts'
import { roomPage } from './room.tsx'
import { seatPage } from './seat.tsx'
import { chunkRoutes, confirmRoutes, ownChatStreams, ownPictureDownloads, pictureRoutes, placeRoutes, signalsRoutes, stateRoutes } from './watch/watch-routes.ts'
import { trialPage } from './watch/trial-page.tsx'
import { watchPage } from './watch/watch-page.tsx'

export const pages = [seatPage, roomPage, handInPage, watchPage, trialPage, practicePage] as unknown as readonly Page<never>[]
export const downloads: readonly Download[] = [...ownPictureDownloads, workFileDownload, caseTaskFileDownload]
export const islandRoutes: readonly IslandRoute[] = [answersRoute, ...stateRoutes, ...signalsRoutes, ...placeRoutes, ...confirmRoutes, practiceStateRoute]
export const byteRoutes: readonly ByteRoute[] = [...chunkRoutes, ...pictureRoutes]
export const eventStreams: readonly EventStream[] = [...ownChatStreams]
