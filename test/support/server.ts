import type { FastifyInstance } from 'fastify'
import { afterAll } from 'vitest'
import { createLog } from '#platform/log/log.ts'
import { buildServer } from '../../src/entry/build-server.ts'
import { openTestWorld, type TestWorld } from './world.ts'

/** The whole web server over a test world, asked in process; pages are drawn, assets are only named. */
export async function openTestServer(world: TestWorld, options: { streamTimes?: { beatMs: number; recheckMs: number } } = {}): Promise<{ app: FastifyInstance; lines: string[] }> {
  const lines: string[] = []
  const { app } = await buildServer(world, {
    config: { publicUrl: world.publicUrl, trustProxy: false, isLoopback: true } as never, log: createLog({ level: 'info', write: (line) => lines.push(line) }),
    assets: { css: ['/assets/tanu.css'], islands: new Proxy({}, { get: () => ({ script: '/assets/island.js', css: [] }) }) as never }, secret: world.secret, ...options,
  })
  return { app, lines }
}

/** A world of one's own behind a web server for the tests of one file, closed after the last of them. */
export async function servedWorld(options: Parameters<typeof openTestServer>[1] = {}): Promise<{ world: TestWorld; app: FastifyInstance }> {
  const world = await openTestWorld()
  const { app } = await openTestServer(world, options)
  afterAll(async () => {
    await app.close()
    await world.drop()
  })
  return { world, app }
}
