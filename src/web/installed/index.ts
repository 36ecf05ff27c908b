import type { FastifyInstance } from 'fastify'
import { LANGUAGES } from '#kernel/localized.ts'
import { appIconPng, appIconSvg } from './app-icon.tsx'
import { APP_ICON, APP_ICONS, appManifest, manifestAddress } from './app-manifest.ts'

/** A day: whoever installed it hears of a new mark or name then. */
const KEPT = 'public, max-age=86400'

/** The manifest of each language and the icons, at addresses that stay. They say nothing of anybody and are open to all. */
export async function mountInstalledApp(app: FastifyInstance): Promise<void> {
  for (const lang of LANGUAGES) {
    const text = JSON.stringify(appManifest(lang))
    app.get(manifestAddress(lang), (_request, reply) => reply.header('cache-control', KEPT).type('application/manifest+json').send(text))
  }
  const svg = appIconSvg()
  app.get(APP_ICON, (_request, reply) => reply.header('cache-control', KEPT).type('image/svg+xml').send(svg))
  for (const [address, { size, part }] of Object.entries(APP_ICONS)) {
    // Drawn when it is first asked for: a server that starts has better things to do.
    let drawn: Promise<Uint8Array> | undefined
    app.get(address, async (_request, reply) => reply.header('cache-control', KEPT).type('image/png').send(Buffer.from(await (drawn ??= appIconPng(size, part)))))
  }
}
