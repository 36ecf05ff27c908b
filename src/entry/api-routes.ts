import type { ApiRoute } from '#platform/http/api.ts'

/** Every JSON route under /api/v1. */
export const apiRoutes: readonly ApiRoute[] = []
