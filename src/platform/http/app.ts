import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import { randomUUID } from 'node:crypto'
import { pickLanguage } from '#platform/i18n/format.ts'
import { cookieName, parseCookies } from './cookies.ts'
import { problemOf } from './problem.ts'

export interface AppOptions {
  secure: boolean
  trustProxy: boolean | string
  ready(): Promise<boolean>
  log(entry: { method: string; path: string; status: number; milliseconds: number; requestId: string }): void
}

const MB = 1024 * 1024

/** The bare application: limits, security headers, health, language of the front door. Pages and API are mounted by the entry. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    logger: false, trustProxy: options.trustProxy, bodyLimit: 1 * MB, requestTimeout: 120_000, connectionTimeout: 120_000, keepAliveTimeout: 30_000,
    genReqId: () => randomUUID().slice(0, 13), routerOptions: { maxParamLength: 300, caseSensitive: true, ignoreTrailingSlash: false },
    http: { connectionsCheckingInterval: 1_000, headersTimeout: 15_000 } as never,
    // A malformed address is answered like any other wrong request, never by a stack.
    frameworkErrors: (error, request, reply) => { const { status, body } = problemOf(error, request.id); void (reply as FastifyReply).code(status === 500 ? 400 : status).type('application/problem+json').send(body) },
  })
  await app.register(formbody, { bodyLimit: 1 * MB })
  await app.register(multipart, { limits: { fileSize: 12 * MB, files: 10, fields: 200, fieldSize: 200_000, parts: 220 } })

  app.addHook('onRequest', async (request, reply) => {
    reply.header('content-security-policy', contentPolicy(options.secure))
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'same-origin').header('x-frame-options', 'DENY')
    reply.header('cross-origin-opener-policy', 'same-origin').header('cross-origin-resource-policy', 'same-origin')
    reply.header('permissions-policy', 'camera=(self), microphone=(self), geolocation=(), payment=()')
    if (options.secure) reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains')
    if (!['GET', 'HEAD', 'POST'].includes(request.method)) {
      return reply.code(405).header('allow', 'GET, HEAD, POST').type('application/problem+json')
        .send({ type: 'about:blank', title: 'method.unknown', status: 405, code: 'method.unknown' })
    }
  })
  // Addresses may hold case numbers but never names or IINs, so the path alone is logged, without its query.
  app.addHook('onResponse', async (request, reply) => {
    options.log({ method: request.method, path: request.routeOptions.url ?? 'unknown', status: reply.statusCode, milliseconds: Math.round(reply.elapsedTime), requestId: request.id })
  })
  app.setErrorHandler((error, request, reply) => {
    const { status, body } = problemOf(error, request.id)
    if (status >= 500) options.log({ method: request.method, path: `fault ${(error as Error).message}`, status, milliseconds: 0, requestId: request.id })
    return reply.code(status).type('application/problem+json').send(body)
  })
  app.setNotFoundHandler((_request, reply) => reply.code(404).type('application/problem+json').send({ type: 'about:blank', title: 'not-found', status: 404, code: 'not-found' }))

  app.get('/healthz', (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => {
    const ready = await options.ready().catch(() => false)
    return reply.code(ready ? 200 : 503).header('cache-control', 'no-store').send({ status: ready ? 'ready' : 'not-ready' })
  })
  app.get('/', (request, reply) => {
    const chosen = parseCookies(request.headers.cookie)[cookieName('lang', options.secure)]
    return reply.header('vary', 'accept-language, cookie').redirect(`/${pickLanguage(request.headers['accept-language'], chosen)}`, 302)
  })
  app.get('/robots.txt', (_request, reply) => reply.type('text/plain').send('User-agent: *\nAllow: /kk\nAllow: /ru\nAllow: /en\nDisallow: /api/\n'))
  return app
}

function contentPolicy(secure: boolean): string {
  const rules = ["default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'", "connect-src 'self'",
    "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'", "manifest-src 'self'", "worker-src 'self'", "media-src 'self' blob:"]
  if (secure) rules.push('upgrade-insecure-requests')
  return rules.join('; ')
}
