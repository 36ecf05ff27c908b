import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { createHash } from 'node:crypto'
import { legalDay } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'
import type { Language } from '#kernel/localized.ts'
import { ANONYMOUS, type Actor } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { pickLanguage } from '#platform/i18n/format.ts'
import { contentDisposition } from '#platform/files/content-disposition.ts'
import { ApiProblem, type ApiFile, type ApiRoute } from './api.ts'
import { keptPages } from './kept-pages.ts'
import { problemOf } from './problem.ts'

export interface ApiPorts {
  routes: readonly ApiRoute[]
  publicUrl: string
  resolveKey(secret: string): Promise<Extract<Actor, { kind: 'partner' }> | undefined>
  context(actor: Actor, requestId: string): Ctx
  report(error: unknown, requestId: string): void
  /** A reason in words; undefined where it has none. */
  words?(lang: Language, reason: Blocker): string | undefined
}

/** Mounts /api/v1 and the OpenAPI document made from the same schemas. */
export function mountApi(app: FastifyInstance, ports: ApiPorts): void {
  const kept = keptPages()
  for (const route of ports.routes) {
    const keepable = route.method === 'GET' && route.access === 'public' && route.keepSeconds !== undefined
    app.route({
      method: route.method,
      ...(route.bodyLimit ? { bodyLimit: route.bodyLimit } : {}),
      url: `/api/v1${route.path.replace(/\{(\w+)\}/g, ':$1')}`,
      handler: async (request, reply) => {
        const day = legalDay(ports.context(ANONYMOUS, request.id).clock.now())
        const known = keepable ? kept.find(request.url, day) : undefined
        if (known) return kept.answer(request, reply, known)
        try {
          const actor = await actorOf(route, request, ports)
          const parsed = parseRequest(route, request)
          const ctx = ports.context(actor, request.id)
          const answer = await route.handle(route.method === 'POST' ? { ...ctx, requestKey: requestKeyOf(request) } : ctx, parsed as never)
          if (route.files) return sendFile(reply, answer as ApiFile, route.keepSeconds)
          const type = `${route.mediaType ?? 'application/json'}; charset=utf-8`
          if (keepable) return kept.answer(request, reply, kept.keep(request.url, JSON.stringify(answer), { seconds: route.keepSeconds!, day, type }))
          reply.header('cache-control', 'no-store')
          return reply.type(type).send(JSON.stringify(answer))
        } catch (error) {
          const lang = pickLanguage(request.headers['accept-language'], undefined)
          const { status, body } = problemOf(error, request.id, (reason) => ports.words?.(lang, reason))
          if (status >= 500) ports.report(error, request.id)
          return reply.code(status).header('content-language', lang).header('vary', 'accept-language').type('application/problem+json; charset=utf-8').send(JSON.stringify(body))
        }
      },
    })
  }
  const document = JSON.stringify(openApiOf(ports.routes, ports.publicUrl))
  app.get('/api/openapi.json', (_request, reply) => reply.type('application/json; charset=utf-8').header('cache-control', 'public, max-age=60').send(document))
}

function sendFile(reply: FastifyReply, file: ApiFile, keepSeconds = 0): FastifyReply {
  return reply.header('cache-control', keepSeconds > 0 ? `public, max-age=${keepSeconds}` : 'no-store').header('content-disposition', contentDisposition(file.filename, { inline: false })).type(file.mediaType).send(file.body)
}

async function actorOf(route: ApiRoute, request: FastifyRequest, ports: ApiPorts): Promise<Actor> {
  if (route.access === 'public') return ANONYMOUS
  const header = request.headers.authorization ?? ''
  const secret = /^Bearer ([A-Za-z0-9_-]{20,200})$/.exec(header)?.[1]
  const partner = secret ? await ports.resolveKey(secret) : undefined
  if (!partner) throw new ApiProblem(401, 'api-key.required')
  if (!partner.scopes.includes(route.access.scope)) throw new ApiProblem(403, 'api-key.scope-missing')
  return partner
}

function parseRequest(route: ApiRoute, request: FastifyRequest): { params: unknown; query: unknown; body: unknown } {
  const query: Record<string, string | string[]> = {}
  for (const [name, value] of new URL(request.url, 'http://local').searchParams) {
    if (name in query) throw new ApiProblem(400, 'input.wrong', { errors: [{ path: name, message: 'given twice' }] })
    if (name !== '__proto__') query[name] = value
  }
  const parse = (schema: z.ZodType | undefined, value: unknown, place: string) => {
    if (!schema) return undefined
    const result = schema.safeParse(value)
    if (!result.success) {
      throw new ApiProblem(400, 'input.wrong', {
        errors: result.error.issues.slice(0, 50).map((issue) => ({ path: [place, ...issue.path].join('.'), message: issue.message })),
      })
    }
    return result.data
  }
  return { params: parse(route.params, request.params, 'params'), query: parse(route.query, query, 'query'), body: parse(route.body, request.body, 'body') }
}

function requestKeyOf(request: FastifyRequest): NonNullable<Ctx['requestKey']> {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || key.length < 8 || key.length > 255) throw new ApiProblem(400, 'idempotency-key.required')
  return { key, hash: createHash('sha256').update(request.url).update(JSON.stringify(request.body ?? null)).digest() }
}

const PROBLEM = {
  type: 'object', required: ['type', 'title', 'status', 'code'],
  properties: { type: { type: 'string' }, title: { type: 'string' }, status: { type: ['integer', 'string'] }, code: { type: 'string' }, detail: { type: 'string', description: 'In words, in the language of Accept-Language: kk, ru or en.' } },
  additionalProperties: true,
}

function contentOf(route: ApiRoute, schema: Record<string, unknown>): Record<string, unknown> {
  if (!route.files) return { [route.mediaType ?? 'application/json']: { schema } }
  return Object.fromEntries(route.files.map((type) => [type, { schema: type === 'application/json' ? schema : { type: 'string' } }]))
}

/** OpenAPI 3.1 from the routes' own schemas. */
export function openApiOf(routes: readonly ApiRoute[], publicUrl: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => {
    const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<string, unknown>
    return rest
  }
  for (const route of routes) {
    const parameters: unknown[] = []
    for (const [place, schema] of [['path', route.params], ['query', route.query]] as const) {
      const json = schema ? (schemaOf(schema, 'input') as { properties?: Record<string, unknown>; required?: string[] }) : undefined
      for (const [name, property] of Object.entries(json?.properties ?? {})) {
        parameters.push({ name, in: place, required: place === 'path' || (json?.required ?? []).includes(name), schema: property })
      }
    }
    if (route.method === 'POST') parameters.push({ name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', minLength: 8, maxLength: 255 } })
    const problems = [400, 500, ...(route.access === 'public' ? [] : [401, 403]), ...(route.method === 'POST' ? [409, 413, 415, 422] : []), ...(route.statuses ?? [])]
    const responses: Record<string, unknown> = { 200: { description: 'OK', content: contentOf(route, schemaOf(route.response, 'output')) } }
    for (const status of new Set(problems)) responses[status] = { description: 'Problem details (RFC 9457)', content: { 'application/problem+json': { schema: PROBLEM } } }
    paths[`/api/v1${route.path}`] = {
      ...paths[`/api/v1${route.path}`],
      [route.method.toLowerCase()]: {
        operationId: route.action.replaceAll('.', '-') + (route.method === 'POST' ? '' : '-read') + '-' + route.path.replace(/[^a-z]+/gi, '-').replace(/^-|-$/g, ''),
        summary: route.summary, parameters,
        ...(route.access === 'public' ? { security: [] } : { security: [{ apiKey: [] }] }),
        ...(route.body ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body, 'input') } } } } : {}),
        responses,
      },
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Tanu', version: '1', description: 'Recognition of professional qualifications. Errors are RFC 9457 problem details with a stable code, and a detail in words in the language of Accept-Language (kk, ru, en; else kk).' },
    servers: [{ url: publicUrl }],
    components: { securitySchemes: { apiKey: { type: 'http', scheme: 'bearer' } } },
    paths,
  }
}

