import type { Download, IslandRoute, Page } from '#platform/http/page.ts'
import { answersRoute } from './answers-route.ts'
import { handInPage } from './hand-in.tsx'
import { roomPage } from './room.tsx'
import { seatPage } from './seat.tsx'

export const pages = [seatPage, roomPage, handInPage] as unknown as readonly Page<never>[]
export const downloads: readonly Download[] = []
export const islandRoutes: readonly IslandRoute[] = [answersRoute]
