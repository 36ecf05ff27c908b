import type { FastifyInstance } from 'fastify'
import { createLog } from '#platform/log/log.ts'
import { buildServer } from '../../src/entry/build-server.ts'
import type { TestWorld } from './world.ts'

/** The whole web server over a test world, asked in process; pages are drawn, assets are only named. */
export async function openTestServer(world: TestWorld, options: { streamTimes?: { beatMs: number; recheckMs: number } } = {}): Promise<{ app: FastifyInstance; lines: string[] }> {
  const lines: string[] = []
  const { app } = await buildServer(world, {
    config: { publicUrl: world.publicUrl, trustProxy: false, isLoopback: true } as never, log: createLog({ level: 'info', write: (line) => lines.push(line) }),
    assets: { css: ['/assets/tanu.css'], islands: new Proxy({}, { get: () => ({ script: '/assets/island.js', css: [] }) }) as never }, secret: world.secret, ...options,
  })
  return { app, lines }
}
