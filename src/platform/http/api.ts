import type { ZodType, z } from 'zod'
import type { Blocker } from '#kernel/denial.ts'
import type { Ctx } from '#platform/acts/ctx.ts'

/** One JSON route under /api/v1. Zod schemas give validation, types and the OpenAPI document. */
export interface ApiRoute<P extends ZodType = ZodType, Q extends ZodType = ZodType, B extends ZodType = ZodType> {
  method: 'GET' | 'POST'
  /** Path below /api/v1, parameters as `{name}`. */
  path: string
  action: string
  summary: string
  /** Open to everybody, or a scope of an API key. */
  access: 'public' | { scope: string }
  params?: P
  query?: Q
  body?: B
  response: ZodType
  /** Of the JSON it answers, when it is not plain JSON. */
  mediaType?: string
  /** Media types of the files it answers instead of JSON; `handle` then gives an ApiFile. */
  files?: readonly string[]
  /** Other statuses this route answers, beside 400 and 500. */
  statuses?: readonly number[]
  keepSeconds?: number
  /** Bytes of the body at most, when the usual megabyte does not do: files come in base64. */
  bodyLimit?: number
  handle(ctx: Ctx, request: { params: z.output<P>; query: z.output<Q>; body: z.output<B> }): Promise<unknown>
}

/** A file of the API, written while it is read. */
export interface ApiFile {
  mediaType: string
  filename: string
  body: NodeJS.ReadableStream
}

export function apiRoute<P extends ZodType, Q extends ZodType, B extends ZodType>(definition: ApiRoute<P, Q, B>): ApiRoute {
  return definition as unknown as ApiRoute
}

/** Thrown by a route that must answer a problem document with members of its own. */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  readonly members: Record<string, unknown>
  /** What is said of it in words. */
  readonly reason: Blocker
  constructor(status: number, code: string, members: Record<string, unknown> = {}, reason: Blocker = { code }) {
    super(code)
    this.status = status
    this.code = code
    this.members = members
    this.reason = reason
  }
}

/** Refuses a page past the last of a list: a reader that turns pages must not take an empty answer for the whole. */
export function assertPageIs({ page, pageSize, total }: { page: number; pageSize: number; total: number }): void {
  const pages = Math.max(1, Math.ceil(total / pageSize))
  if (page > pages) throw new ApiProblem(404, 'page.past-the-end', { errors: [{ path: 'query.page', message: `the last page is ${pages}` }] }, { code: 'page.past-the-end', data: { pages } })
}

/** Refuses a filter of a right form whose value does not exist. */
export function assertKnown(name: string, value: string | undefined, among: readonly string[]): void {
  if (value !== undefined && !among.includes(value)) throw new ApiProblem(400, 'input.wrong', { errors: [{ path: `query.${name}`, message: 'no such value' }] }, { code: 'filter.wrong', data: { filter: name, value: value.slice(0, 60) } })
}
