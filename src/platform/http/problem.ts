import { Denial, type Blocker } from '#kernel/denial.ts'
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

/** A reason as a sentence in the language of who asked; undefined where it has none. */
export type Words = (reason: Blocker) => string | undefined
const NO_WORDS: Words = () => undefined

/** RFC 9457 problem details with a stable `code`, and a `detail` in words where there are any; never a stack, never personal data. */
export function problemOf(error: unknown, requestId: string, words: Words = NO_WORDS): { status: number; body: Record<string, unknown> } {
  const said = (detail: string | undefined) => (detail === undefined ? {} : { detail })
  if (error instanceof ApiProblem) {
    return { status: error.status, body: { type: 'about:blank', title: error.code, status: error.status, code: error.code, ...said(words(error.reason)), ...error.members } }
  }
  if (error instanceof Denial) {
    const status = statusOfDenial(error)
    const blockers = error.blockers.map((blocker) => ({ ...blocker, ...said(words(blocker)) }))
    const detail = blockers.length > 0 ? blockers.flatMap((blocker) => blocker.detail ?? []).join(' ') || undefined : words({ code: error.code, data: error.data })
    return { status, body: { type: 'about:blank', title: error.code, status, code: error.code, ...said(detail), ...(blockers.length > 0 ? { blockers } : {}) } }
  }
  const status = httpStatusOf(error)
  if (status && status < 500) {
    const code = status === 413 ? 'body.too-large' : status === 415 ? 'body.wrong-type' : 'input.wrong'
    return { status, body: { type: 'about:blank', title: code, status, code, ...said(words({ code })) } }
  }
  return { status: 500, body: { type: 'about:blank', title: 'fault', status: 500, code: 'fault', ...said(words({ code: 'fault', data: { reference: requestId } })), reference: requestId } }
}

/** The 4xx status that the HTTP library gave an error of its own, if any; an address beyond measure is a wrong request like any other. */
export function httpStatusOf(error: unknown): number | undefined {
  const status = (error as { statusCode?: unknown } | null)?.statusCode
  return typeof status === 'number' && status >= 400 && status < 500 ? (status === 414 ? 400 : status) : undefined
}
