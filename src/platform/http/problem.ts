import { Denial } from '#kernel/denial.ts'
import { ApiProblem } from './api.ts'

/** The one table of refusal codes whose status is not 422. */
const STATUS: Record<string, number> = {
  'not-found': 404,
  'request-key.still-running': 409,
  'case.changed-meanwhile': 409,
  'mandatory-outcome.changed-meanwhile': 409,
  'mandatory-outcome.number-taken': 409,
  'procedure.changed-meanwhile': 409,
  'rate.too-many': 429,
  'sign-in.required': 401,
  'payment.notice-not-signed': 401,
  'csrf.wrong': 403,
  'input.wrong': 400,
  'filter.wrong': 400,
  'statistics.filter-wrong': 400,
  'statistics.day-wrong': 400,
  'method.unknown': 405,
  'body.too-large': 413,
  'proctoring.chunk-order': 409,
  'proctoring.chunk-differs': 409,
  'proctoring.second-computer': 409,
  'proctoring.chunk-too-large': 413,
  'proctoring.ended': 410,
  'proctoring.store-full': 507,
}

/** HTTP status of a refusal. */
export function statusOfDenial(denial: Denial): number {
  return STATUS[denial.code] ?? 422
}

/** RFC 9457 problem details with a stable `code`; never a stack, never personal data. */
export function problemOf(error: unknown, requestId: string): { status: number; body: Record<string, unknown> } {
  if (error instanceof ApiProblem) {
    return { status: error.status, body: { type: 'about:blank', title: error.code, status: error.status, code: error.code, ...error.members } }
  }
  if (error instanceof Denial) {
    const status = statusOfDenial(error)
    const blockers = error.blockers.length > 0 ? { blockers: error.blockers } : {}
    return { status, body: { type: 'about:blank', title: error.code, status, code: error.code, ...blockers } }
  }
  const status = httpStatusOf(error)
  if (status && status < 500) {
    const code = status === 413 ? 'body.too-large' : status === 415 ? 'body.wrong-type' : 'input.wrong'
    return { status, body: { type: 'about:blank', title: code, status, code } }
  }
  return { status: 500, body: { type: 'about:blank', title: 'fault', status: 500, code: 'fault', reference: requestId } }
}

/** The 4xx status that the HTTP library gave an error of its own, if any; an address beyond measure is a wrong request like any other. */
export function httpStatusOf(error: unknown): number | undefined {
  const status = (error as { statusCode?: unknown } | null)?.statusCode
  return typeof status === 'number' && status >= 400 && status < 500 ? (status === 414 ? 400 : status) : undefined
}
