import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { randomUUID } from 'node:crypto'
import { Denial, type Blocker } from '#kernel/denial.ts'
import type { Language } from '#kernel/localized.ts'
import { pickLanguage } from '#platform/i18n/format.ts'
import { answerBrokenHttp } from './broken-http.ts'
import { cookieName, parseCookies } from './cookies.ts'
import { problemOf } from './problem.ts'

export interface AppOptions {
  secure: boolean
  trustProxy: boolean | string
  ready(): Promise<boolean>
  /** Draws a refusal as a page, in the language of the address; machines get a problem document. */
  refusePage?(lang: Language, request: FastifyRequest, reply: FastifyReply, error: unknown): Promise<unknown>
  /** A reason in words, for machines that ask below /api. */
  words?(lang: Language, reason: Blocker): string | undefined
  log(entry: { method: string; path: string; status: number; milliseconds: number; requestId: string }): void
  /** Told of every address that is given a handler, whoever gives it. */
  onRoute?(method: string, url: string): void
}

const MB = 1024 * 1024

/** Whether what an address has encoded is text at all; a percent sign that encodes nothing is one. The parser of queries would put a sign of its own for what is none, and search for that. */
function isUtf8(url: string): boolean {
  if (!url.includes('%')) return true
  try {
    for (const [run] of url.matchAll(/(?:%[\da-f]{2})+/gi)) decodeURIComponent(run)
    return true
  } catch {
    return false
  }
}

/** The language of a page's address; undefined for anything else, and for what islands ask, which read JSON. */
function languageOfPage(request: FastifyRequest): Language | undefined {
  if ((request.routeOptions?.config as { island?: boolean } | undefined)?.island) return undefined
  return /^\/(kk|ru|en)(?=[/?#]|$)/.exec(request.url)?.[1] as Language | undefined
}

/** The bare application: limits, security headers, health, language of the front door. Pages and API are mounted by the entry. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  async function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const lang = languageOfPage(request)
    if (lang && options.refusePage) {
      try {
        return await options.refusePage(lang, request, reply, error)
      } catch {
        // Without a database there is no page either; the document below needs none.
      }
    }
    const wished = options.words && request.url.startsWith('/api/') ? pickLanguage(request.headers['accept-language'], undefined) : undefined
    const { status, body } = problemOf(error, request.id, wished && ((reason) => options.words?.(wished, reason)))
    if (wished) void reply.header('content-language', wished).header('vary', 'accept-language')
    if (status >= 500) options.log({ method: request.method, path: `fault ${(error as Error).message}`, status, milliseconds: 0, requestId: request.id })
    return reply.code(status).type('application/problem+json; charset=utf-8').send(JSON.stringify(body))
  }
  const safety = safetyHeaders(options.secure)
  const app = fastify({
    logger: false, trustProxy: options.trustProxy, bodyLimit: 1 * MB, requestTimeout: 120_000, connectionTimeout: 120_000, keepAliveTimeout: 30_000,
    genReqId: () => randomUUID().slice(0, 13), routerOptions: { maxParamLength: 300, caseSensitive: true, ignoreTrailingSlash: false },
    http: { connectionsCheckingInterval: 1_000, headersTimeout: 15_000 } as never,
    // A malformed address is answered like any other wrong request, never by a stack.
    frameworkErrors: (error, request, reply) => {
      (reply as FastifyReply).headers(safety)
      void refuse(error, request, reply as FastifyReply).then((answer) => answer === reply || reply.send(answer as never), () => (reply as FastifyReply).code(400).send())
    },
    clientErrorHandler: answerBrokenHttp,
  })
  app.addHook('onRoute', (route) => { for (const method of [route.method].flat()) options.onRoute?.(method, route.url) })
  await app.register(formbody, { bodyLimit: 1 * MB })
  // A file beyond the limit is cut off, and files beyond their number are thrown away, by the form, which comes back with what was typed.
  await app.register(multipart, { throwFileSizeLimit: false, limits: { fileSize: 12 * MB, files: 200, fields: 200, fieldSize: 200_000, parts: 400 } })

  app.addHook('onRequest', async (request, reply) => {
    reply.headers(safety)
    // Pieces of a recording are put; nothing else of the site is.
    const isPut = request.method === 'PUT' && (request.routeOptions?.config as { bytes?: boolean } | undefined)?.bytes === true
    if (!isPut && !['GET', 'HEAD', 'POST'].includes(request.method)) {
      return reply.code(405).header('allow', 'GET, HEAD, POST').type('application/problem+json')
        .send({ type: 'about:blank', title: 'method.unknown', status: 405, code: 'method.unknown' })
    }
    // PostgreSQL has no text with NUL in it, so no address of ours ever holds one.
    if (request.url.includes('%00') || !isUtf8(request.url)) throw new Denial('input.wrong')
  })
  // Addresses may hold case numbers but never names or IINs, so the path alone is logged, without its query.
  app.addHook('onResponse', async (request, reply) => {
    options.log({ method: request.method, path: request.routeOptions.url ?? 'unknown', status: reply.statusCode, milliseconds: Math.round(reply.elapsedTime), requestId: request.id })
  })
  app.setErrorHandler((error, request, reply) => refuse(error, request, reply))
  app.setNotFoundHandler((request, reply) => refuse(new Denial('not-found'), request, reply))

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

const safetyHeaders = (secure: boolean): Readonly<Record<string, string>> => ({
  'content-security-policy': contentPolicy(secure),
  'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(self), geolocation=(), payment=()',
  ...(secure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
})

/** What a page may load and call; beside the own origin only the store, where the page brings files to it. */
export function contentPolicy(secure: boolean, store?: string): string {
  const rules = ["default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'", `connect-src 'self'${store ? ` ${store}` : ''}`,
    "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'", "manifest-src 'self'", "worker-src 'self'", "media-src 'self' blob:"]
  if (secure) rules.push('upgrade-insecure-requests')
  return rules.join('; ')
}
