import fastifyStatic, { type FastifyStaticOptions } from '@fastify/static'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Denial } from '#kernel/denial.ts'
import type { Language } from '#kernel/localized.ts'
import type { Config } from '#platform/config/config.ts'
import { isAnswering } from '#platform/db/database.ts'
import { createApp } from '#platform/http/app.ts'
import { mountApi } from '#platform/http/api-server.ts'
import { mountSite } from '#platform/http/site.ts'
import type { Log } from '#platform/log/log.ts'
import { ANONYMOUS } from '#platform/acts/actor.ts'
import * as people from '#modules/people/index.ts'
import { mountInstalledApp } from '#web/installed/index.ts'
import { drawDocument } from '#web/document.tsx'
import type { AssetNames } from '#web/assets.ts'
import { denialText, findWords } from '#web/denials.ts'
import { messagePage } from '#web/message-page.tsx'
import { byteRoutes, downloads, eventStreams, islandRoutes, mayOpen, pages } from '#web/pages.ts'
import { apiRoutes } from './api-routes.ts'
import type { World } from './world.ts'

const ASSET_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; frame-ancestors 'none'"

export interface ServerOptions {
  config: Pick<Config, 'publicUrl' | 'trustProxy'>
  log: Log
  assets: AssetNames
  /** Where the built assets lie; absent in tests that draw pages only. */
  assetsFolder?: string
  secret: string
  /** Told of every address that is given a handler; a test compares them with the lists that name their action. */
  onRoute?(method: string, url: string): void
  /** Shorter in tests. */
  streamTimes?: { beatMs: number; recheckMs: number }
}

/** The whole web server over a world: pages, downloads, API. Does not listen yet. */
export async function buildServer(world: World, { config, log, assets, assetsFolder, secret, streamTimes, onRoute }: ServerOptions) {
  const secure = config.publicUrl.startsWith('https:')
  const report = (error: unknown, requestId: string) => log.error({ requestId, error }, 'fault')
  let site: ReturnType<typeof mountSite> | undefined
  const app = await createApp({
    refusePage: (...refused) => site!.refusePage(...refused),
    secure, trustProxy: config.trustProxy as never, words: findWords,
    ready: () => isAnswering(world.db),
    log: (entry) => log.info(entry, 'request'), ...(onRoute ? { onRoute } : {}),
  })
  site = mountSite(app, {
    pages: pages as never, downloads, islandRoutes, byteRoutes, eventStreams, ...(streamTimes ? { streamTimes } : {}), secret, secure, origin: config.publicUrl, storeOrigin: world.files.direct?.origin,
    resolveSession: (token) => people.resolveSession(world.context(ANONYMOUS, 'kk'), token),
    believeSession: (token) => people.believeSession(world.context(ANONYMOUS, 'kk'), token),
    sessionNow: (sessionId, present) => people.actorOfSession(world.context(ANONYMOUS, 'kk'), sessionId, present),
    context: (actor, lang, requestId) => ({ ...world.context(actor, lang, requestId), warn: (what, facts) => log.warn({ requestId, ...facts }, what) }),
    document: (frame) => drawDocument(frame, { assets, mayOpen }),
    denialText: (lang: Language, denial: Denial) => denialText(lang, denial),
    messagePage, report,
  })
  mountApi(app, {
    routes: apiRoutes, publicUrl: config.publicUrl, report,
    words: findWords,
    resolveKey: (key) => people.resolveApiKey(world.context(ANONYMOUS, 'kk'), key),
    context: (actor, requestId) => world.context(actor, 'kk', requestId ?? randomUUID()),
  })
  // A worker obeys the policy its own script came with: the models of the watch may be compiled there, and in no page.
  const setHeaders: FastifyStaticOptions['setHeaders'] = (reply) => void reply.header('content-security-policy', ASSET_POLICY)
  if (assetsFolder) await app.register(fastifyStatic, { root: assetsFolder, prefix: '/assets/', preCompressed: true, immutable: true, maxAge: '365d', index: false, list: false, decorateReply: false, setHeaders })
  await mountInstalledApp(app)
  const worker = assets.islands['tablet-worker']?.script
  if (assetsFolder && worker) {
    // Under a name that stays, and at the root: a worker answers only for what lies below its own address.
    const script = await readFile(join(assetsFolder, basename(worker)))
    app.get('/tablet-worker.js', (_request, reply) => reply.header('cache-control', 'no-cache').type('text/javascript').send(script))
  }
  await app.ready()
  return { app }
}
