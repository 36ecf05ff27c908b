import type { ApiRoute } from '#platform/http/api.ts'
import { routes as accreditation } from '#modules/accreditation/api.ts'
import { routes as applications } from '#modules/applications/api.ts'
import { routes as mandatoryOutcomes } from '#modules/mandatory-outcomes/api.ts'
import { routes as billing } from '#modules/billing/api.ts'
import { routes as documents } from '#modules/recognition-documents/api.ts'
import { routes as register } from '#modules/register/api.ts'
import { routes as standards } from '#modules/standards/api.ts'
import { routes as statistics } from '#modules/statistics/api.ts'

/** Every JSON route under /api/v1. */
export const apiRoutes: readonly ApiRoute[] = [...register, ...documents, ...applications, ...accreditation, ...mandatoryOutcomes, ...standards, ...billing, ...statistics]
