import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { legalDay } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import { LANGUAGES, type Language } from '#kernel/localized.ts'
import { csrfToken, isCsrfValid } from '#platform/auth/tokens.ts'
import { ANONYMOUS, atCentre, hasRole, type Actor } from '#platform/acts/actor.ts'
import type { BelievedSignIn } from '#platform/acts/believed-sign-in.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { contentDisposition } from '#platform/files/content-disposition.ts'
import { contentPolicy } from './app.ts'
import { byteRange } from './byte-range.ts'
import { cookieLine, cookieName, parseCookies } from './cookies.ts'
import { formHash, MAX_FILES, readForm, typedValues } from './form-body.ts'
import { keptPages } from './kept-pages.ts'
import type { Access, ByteRoute, CookieToSet, Download, EventStream, FormBody, FormState, IslandRoute, Page, PageRequest, ViewProps } from './page.ts'
import { httpStatusOf, problemOf, statusOfDenial } from './problem.ts'
import { streamHouse } from './stream.ts'

/** Everything the pages need of the rest of the house; given by the entry. */
export interface SitePorts {
  pages: readonly Page<never>[]
  downloads: readonly Download[]
  islandRoutes: readonly IslandRoute[]
  byteRoutes?: readonly ByteRoute[]
  eventStreams?: readonly EventStream[]
  /** How often streams say that they live, and how often rights are asked again. */
  streamTimes?: { beatMs: number; recheckMs: number }
  secret: string
  secure: boolean
  origin: string
  /** Where browsers bring files past the server; absent where they do not. */
  storeOrigin?: string | undefined
  /** Real people behind a session cookie; `token` is a new one when it was rotated. */
  resolveSession(token: string, request: PageRequest): Promise<{ actor: Actor; sessionId: string; token?: string; maxAgeSeconds: number } | undefined>
  /** What is believed of a session cookie without asking; the act confirms it. */
  believeSession?(token: string): BelievedSignIn | undefined
  /** The person of a session as he is now; undefined when it has ended. `present`: he counts as being there. Nothing is rotated. */
  sessionNow?(sessionId: string, present: boolean): Promise<Actor | undefined>
  context(actor: Actor, lang: Language, requestId: string): Ctx
  document(frame: DocumentFrame): string
  denialText(lang: Language, denial: Denial): string
  messagePage(lang: Language, kind: 'not-found' | 'fault' | 'refused' | 'too-many' | 'stale-form' | 'wrong-filter', detail: { reference?: string; text?: string; whole?: string }): { title: string; body: VNode }
  report(error: unknown, requestId: string): void
}

export interface DocumentFrame {
  lang: Language
  title: string
  desk: Page['desk']
  body: VNode
  actor: Actor
  path: string
  query: string
  demo: boolean
  /** Of the clock in a demonstration, else 0. */
  clockOffsetMs: number
  now: string
  flash: string | undefined
  failed: boolean
  theme: string | undefined
  print: string | undefined
  csrf: string
  islands: readonly string[]
  sessionId: string | undefined
  layout: Readonly<Record<string, unknown>>
}

/** An address as a header can carry it: letters beyond ASCII and control characters percent-encoded, what is encoded already left alone. */
function headerSafe(address: string): string {
  return address.toWellFormed().replace(/[^\x21-\x7e]/gu, encodeURIComponent)
}

const EMPTY_FORM: FormState = { values: {}, errors: [] }

/** Draws a refusal that came before any page was reached: a wrong address, a body that cannot be read. */
export type RefusePage = (lang: Language, request: FastifyRequest, reply: FastifyReply, error: unknown) => Promise<unknown>

/** Mounts pages, downloads and island routes under /kk, /ru and /en. */
export function mountSite(app: FastifyInstance, ports: SitePorts): { refusePage: RefusePage } {
  const kept = keptPages()
  const streams = streamHouse(ports.streamTimes)
  app.addHook('preClose', async () => streams.endAll())
  const names = Object.fromEntries((['session', 'visit', 'flash', 'lang', 'theme', 'print', 'centre', 'body', 'device'] as const).map((name) => [name, cookieName(name, ports.secure)])) as Record<string, string>

  async function visitorOf(request: FastifyRequest, reply: FastifyReply, lang: Language) {
    const cookies = parseCookies(request.headers.cookie)
    const url = new URL(request.url, 'http://local')
    const page: PageRequest = {
      lang, cookies, query: url.searchParams, address: request.ip, userAgent: request.headers['user-agent'] ?? '',
      params: request.params as Record<string, string>, path: url.pathname.slice(3) || '/',
    }
    const token = cookies[names['session']!]
    const session = token ? await ports.resolveSession(token, page) : undefined
    if (session?.token) setCookie(reply, names['session']!, session.token, session.maxAgeSeconds)
    const actor: Actor = session ? atCentre(atCentre(session.actor, cookies[names['body']!]), cookies[names['centre']!]) : { kind: 'anonymous' }
    let visit = cookies[names['visit']!]
    const binding = () => {
      if (session) return session.sessionId
      if (!visit || !/^[A-Za-z0-9_-]{20,}$/.test(visit)) {
        visit = randomBytes(18).toString('base64url')
        setCookie(reply, names['visit']!, visit, 86_400)
      }
      return visit
    }
    return { page, actor, session, binding, ctx: ports.context(actor, lang, request.id) }
  }
  type Visitor = Awaited<ReturnType<typeof visitorOf>>

  function setCookie(reply: FastifyReply, name: string, value: string, maxAgeSeconds: number): void {
    reply.header('set-cookie', cookieLine(name, value, { maxAgeSeconds, secure: ports.secure }))
  }

  function assertAccess(access: Access, actor: Actor): void {
    if (access === 'public') return
    if (actor.kind !== 'person') throw new Denial('sign-in.required')
    if (access !== 'signed-in' && !hasRole(actor, access)) throw new Denial('not-found')
  }

  function assertSameOrigin(request: FastifyRequest): void {
    const origin = request.headers.origin
    const site = request.headers['sec-fetch-site']
    if (site && site !== 'same-origin' && site !== 'none') throw new Denial('csrf.wrong')
    if (origin && origin !== ports.origin && origin !== `${request.protocol}://${request.headers.host}`) throw new Denial('csrf.wrong')
  }

  function send(reply: FastifyReply, visitor: Visitor, status: number, frame: Pick<DocumentFrame, 'title' | 'desk' | 'body' | 'failed' | 'islands' | 'csrf'> & { layout?: Readonly<Record<string, unknown>>; bringsToStore?: boolean }): string {
    const cookies = visitor.page.cookies
    const flashText = status < 400 ? cookies[names['flash']!] : undefined
    if (flashText) setCookie(reply, names['flash']!, '', 0)
    reply.code(status).type('text/html; charset=utf-8')
    const { bringsToStore, ...drawn } = frame
    if (bringsToStore && ports.storeOrigin) reply.header('content-security-policy', contentPolicy(ports.secure, ports.storeOrigin))
    return ports.document({
      layout: {}, ...drawn, lang: visitor.page.lang, actor: visitor.actor, path: visitor.page.path, query: visitor.page.query.toString(),
      demo: visitor.ctx.demo, clockOffsetMs: visitor.ctx.clock.offsetMs(), now: visitor.ctx.clock.now(), flash: flashText,
      theme: cookies[names['theme']!], print: cookies[names['print']!], sessionId: visitor.session?.sessionId,
    })
  }

  async function draw(visitor: Visitor, page: Page<never>, form: FormState) {
    const data = await page.load(visitor.ctx, visitor.page)
    const csrf = page.post || page.islands || visitor.session ? csrfToken(ports.secret, visitor.binding()) : ''
    const props: ViewProps<never> = {
      lang: visitor.page.lang, data, form, csrf, requestKey: page.post ? randomBytes(12).toString('base64url') : '', path: visitor.page.path,
      ctx: { actor: visitor.actor, demo: visitor.ctx.demo, publicUrl: visitor.ctx.publicUrl },
    }
    const title = page.title(data, visitor.page.lang)
    return { title, desk: page.desk, body: page.view(props), csrf, islands: page.islands ?? [], failed: form.errors.length > 0, layout: page.layout?.(props) ?? {}, bringsToStore: page.bringsToStore?.(data) ?? false, misread: page.isMisread?.(data) ?? false }
  }

  async function refuse(request: FastifyRequest, reply: FastifyReply, visitor: Visitor, error: unknown) {
    const lang = visitor.page.lang
    const frame = (kind: Parameters<SitePorts['messagePage']>[1], detail: Parameters<SitePorts['messagePage']>[2], status: number) => {
      const { title, body } = ports.messagePage(lang, kind, detail)
      return send(reply, visitor, status, { title, body, desk: 'public', failed: true, islands: [], csrf: '' })
    }
    if (error instanceof Denial) {
      if (error.code === 'sign-in.required') {
        const next = request.method === 'GET' ? `?next=${encodeURIComponent(request.url)}` : ''
        return reply.redirect(`/${lang}/sign-in${next}`, 303)
      }
      if (error.code === 'not-found') return frame('not-found', {}, 404)
      if (error.code === 'csrf.wrong') return frame('stale-form', {}, 403)
      if (error.code === 'rate.too-many') return frame('too-many', {}, 429)
      if (error.code === 'filter.wrong') return frame('wrong-filter', { text: ports.denialText(lang, error), whole: `/${lang}${visitor.page.path}` }, 400)
      return frame('refused', { text: ports.denialText(lang, error) }, statusOfDenial(error))
    }
    const status = httpStatusOf(error)
    if (status) return frame('refused', { text: ports.denialText(lang, new Denial(status === 413 ? 'body.too-large' : 'input.wrong')) }, status)
    ports.report(error, request.id)
    return frame('fault', { reference: request.id }, 500)
  }

  /** A refusal with several reasons is a list of them, each at its field. */
  function errorsOf(lang: Language, denial: Denial) {
    const fieldOf = (data: Readonly<Record<string, unknown>> | undefined) => data?.['field'] as string | undefined
    if (denial.blockers.length === 0) return [{ field: fieldOf(denial.data), message: ports.denialText(lang, denial) }]
    return denial.blockers.map((blocker) => ({ field: fieldOf(blocker.data) ?? fieldOf(denial.data), message: ports.denialText(lang, new Denial(denial.code, { blockers: [blocker] })) }))
  }

  /** Files of which not everything was kept, each at its field: nothing is done with half of what was sent. */
  function unreadFiles(lang: Language, form: FormBody) {
    return [
      ...form.tooLarge.map((field) => ({ field, message: ports.denialText(lang, new Denial('file.too-large')) })),
      ...form.tooMany.map((field) => ({ field, message: ports.denialText(lang, new Denial('file.too-many', { data: { count: MAX_FILES } })) })),
    ]
  }

  async function showPage(page: Page<never>, lang: Language, request: FastifyRequest, reply: FastifyReply) {
    const keepable = page.keepSeconds !== undefined && !request.headers.cookie
    const day = legalDay(ports.context(ANONYMOUS, lang, request.id).clock.now())
    if (keepable) {
      const found = kept.find(request.url, day)
      if (found) return kept.answer(request, reply, found)
    }
    const visitor = await visitorOf(request, reply, lang)
    try {
      assertAccess(page.access, visitor.actor)
      const { misread, ...drawn } = await draw(visitor, page, EMPTY_FORM)
      const html = send(reply, visitor, misread ? 400 : 200, drawn)
      if (keepable && !misread && !reply.getHeader('set-cookie')) return kept.answer(request, reply, kept.keep(request.url, html, { seconds: page.keepSeconds!, day }))
      reply.header('cache-control', 'no-store')
      return html
    } catch (error) {
      return refuse(request, reply, visitor, error)
    }
  }

  async function postPage(page: Page<never>, lang: Language, request: FastifyRequest, reply: FastifyReply) {
    const visitor = await visitorOf(request, reply, lang)
    try {
      assertSameOrigin(request)
      // Whom the desk is closed to sends no megabytes either; somebody whose session ended is told that his page is stale.
      if (page.access !== 'public' && visitor.actor.kind !== 'person') throw new Denial('csrf.wrong')
      assertAccess(page.access, visitor.actor)
      const form = await readForm(request, page)
      if (!isCsrfValid(ports.secret, visitor.binding(), form.text('csrf'))) throw new Denial('csrf.wrong')
      const key = form.text('requestKey')
      const ctx: Ctx = key && key.length <= 100 ? { ...visitor.ctx, requestKey: { key, hash: formHash(request.url, form) } } : visitor.ctx
      let result
      try {
        const unread = unreadFiles(lang, form)
        result = unread.length > 0
          ? { errors: unread }
          : await page.post!(ctx, { ...visitor.page, form })
      } catch (error) {
        if (!(error instanceof Denial) || ['not-found', 'sign-in.required', 'rate.too-many'].includes(error.code)) throw error
        result = { errors: errorsOf(lang, error), status: statusOfDenial(error) }
      }
      if ('to' in result) {
        for (const cookie of result.cookies ?? []) setCookie(reply, names[cookie.name] ?? cookie.name, cookie.value, cookie.maxAgeSeconds)
        if (result.flash) setCookie(reply, names['flash']!, result.flash, 60)
        return reply.redirect(result.to.startsWith('/') ? headerSafe(result.to) : `/${lang}/`, 303)
      }
      const { misread: _, ...drawn } = await draw(visitor, page, { values: result.values ?? typedValues(form), errors: result.errors as FormState['errors'] })
      reply.header('cache-control', 'no-store')
      return send(reply, visitor, result.status ?? 422, drawn)
    } catch (error) {
      return refuse(request, reply, visitor, error)
    }
  }

  /** The quick way of an island's POST, where there is one and all is as it should be; undefined sends it the ordinary way, which says why not. */
  async function atOnce(route: IslandRoute, lang: Language, request: FastifyRequest): Promise<unknown> {
    if (!route.atOnce || Array.isArray(route.access)) return undefined
    const cookies = parseCookies(request.headers.cookie)
    const token = cookies[names['session']!]
    const signIn = token ? ports.believeSession?.(token) : undefined
    if (!signIn || !isCsrfValid(ports.secret, signIn.sessionId, String(request.headers['x-csrf-token'] ?? ''))) return undefined
    assertSameOrigin(request)
    return route.atOnce(ports.context(signIn.actor, lang, request.id), { cookies, body: request.body }, signIn)
  }

  for (const lang of LANGUAGES) {
    for (const page of ports.pages) {
      const url = `/${lang}${page.path === '/' ? '' : page.path}`
      app.get(url, (request, reply) => showPage(page, lang, request, reply))
      if (page.path === '/') app.get(`/${lang}/`, (request, reply) => showPage(page, lang, request, reply))
      if (page.post) app.post(url, (request, reply) => postPage(page, lang, request, reply))
    }
    for (const each of ports.downloads) {
      app.get(`/${lang}${each.path}`, async (request, reply) => {
        const visitor = await visitorOf(request, reply, lang)
        try {
          assertAccess(each.access, visitor.actor)
          const answer = await each.handle(visitor.ctx, visitor.page)
          reply.type(answer.mediaType).header('content-disposition', contentDisposition(answer.filename, { inline: answer.inline ?? false }))
          reply.header('cache-control', 'private, no-store')
          // A film is asked for in parts, and some browsers play no other.
          if (answer.body instanceof Uint8Array && answer.mediaType.startsWith('video/')) {
            const [size, part] = [answer.body.length, byteRange(request.headers.range, answer.body.length)]
            reply.header('accept-ranges', 'bytes')
            if (part === 'none') return reply.code(416).header('content-range', `bytes */${size}`).send()
            if (part) return reply.code(206).header('content-range', `bytes ${part.first}-${part.last}/${size}`).send(Buffer.from(answer.body.subarray(part.first, part.last + 1)))
          }
          return reply.send(answer.body instanceof Uint8Array ? Buffer.from(answer.body) : answer.body)
        } catch (error) {
          return refuse(request, reply, visitor, error)
        }
      })
    }
    for (const each of ports.islandRoutes) {
      app.route({
        method: each.method, url: `/${lang}${each.path}`, config: { island: true } as never,
        handler: async (request, reply) => {
          try {
            reply.header('cache-control', 'no-store')
            const done = await atOnce(each, lang, request)
            if (done !== undefined) return done
            const visitor = await visitorOf(request, reply, lang)
            if (each.method === 'POST') {
              assertSameOrigin(request)
              if (!isCsrfValid(ports.secret, visitor.binding(), String(request.headers['x-csrf-token'] ?? ''))) throw new Denial('csrf.wrong')
            }
            assertAccess(each.access, visitor.actor)
            return await each.handle(visitor.ctx, { ...visitor.page, body: request.body, sessionId: visitor.session?.sessionId })
          } catch (error) {
            const { status, body } = problemOf(error, request.id)
            if (status >= 500) ports.report(error, request.id)
            return reply.code(status).type('application/problem+json').send(body)
          }
        },
      })
    }
    for (const each of ports.byteRoutes ?? []) {
      app.register(async (scope) => {
        scope.removeAllContentTypeParsers()
        for (const type of each.mediaTypes) scope.addContentTypeParser(type, { parseAs: 'buffer', bodyLimit: each.most }, (_request, body, done) => done(null, body))
        scope.route({
          method: each.method, url: `/${lang}${each.path}`, bodyLimit: each.most, config: { island: true, bytes: true } as never,
          // Whom the door is closed to sends no megabytes either.
          onRequest: async (request) => assertSameOrigin(request),
          handler: async (request, reply) => {
            try {
              const visitor = await visitorOf(request, reply, lang)
              if (!isCsrfValid(ports.secret, visitor.binding(), String(request.headers['x-csrf-token'] ?? ''))) throw new Denial('csrf.wrong')
              assertAccess(each.access, visitor.actor)
              if (!Buffer.isBuffer(request.body)) throw new Denial('input.wrong')
              const { status, body } = await each.handle(visitor.ctx, {
                ...visitor.page, bytes: request.body, mediaType: String(request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase(), header: (name) => String(request.headers[name] ?? ''),
              })
              return reply.code(status).header('cache-control', 'no-store').send(body)
            } catch (error) {
              const { status, body } = problemOf(error, request.id)
              if (status >= 500 && !(error instanceof Denial)) ports.report(error, request.id)
              return reply.code(status).type('application/problem+json').send(error instanceof Denial ? { ...error.data, ...body, text: ports.denialText(lang, error) } : body)
            }
          },
        })
      })
    }
    for (const each of ports.eventStreams ?? []) {
      app.get(`/${lang}${each.path}`, { config: { island: true } as never }, async (request, reply) => {
        try {
          const visitor = await visitorOf(request, reply, lang)
          assertAccess(each.access, visitor.actor)
          const owner = visitor.session?.sessionId ?? request.ip
          if (!streams.hasRoom(owner)) throw new Denial('rate.too-many')
          const lastEventId = String(request.headers['last-event-id'] ?? visitor.page.query.get('after') ?? '').slice(0, 100) || undefined
          let present = false
          await streams.run(reply, owner, {
            async recheck(stream) {
              const actor = visitor.session ? await ports.sessionNow?.(visitor.session.sessionId, present) : visitor.actor
              if (!actor) throw new Denial('sign-in.required')
              const now = atCentre(atCentre(actor, visitor.page.cookies[names['body']!]), visitor.page.cookies[names['centre']!])
              assertAccess(each.access, now)
              present = (await stream.recheck(ports.context(now, lang, request.id))).present
            },
          }, (send) => each.open(visitor.ctx, { ...visitor.page, lastEventId, csrf: csrfToken(ports.secret, visitor.binding()), newRequestKey: () => randomBytes(12).toString('base64url'), send }))
          return reply
        } catch (error) {
          const { status, body } = problemOf(error, request.id)
          if (status >= 500) ports.report(error, request.id)
          return reply.code(status).type('application/problem+json').send(body)
        }
      })
    }
    app.get(`/${lang}/*`, async (request, reply) => {
      const visitor = await visitorOf(request, reply, lang)
      return refuse(request, reply, visitor, new Denial('not-found'))
    })
  }
  return { refusePage: async (lang, request, reply, error) => refuse(request, reply, await visitorOf(request, reply, lang), error) }
}

export type { CookieToSet }
