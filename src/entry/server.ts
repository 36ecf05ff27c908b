import { existsSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { closePdf } from '#platform/pdf/render-pdf.ts'
import { readConfig } from '#platform/config/config.ts'
import { projectRoot } from '#platform/db/migrate.ts'
import { assertPortFree } from '#platform/lifecycle/free-port.ts'
import { endFailedStart, onShutdown } from '#platform/lifecycle/shutdown.ts'
import { createLog } from '#platform/log/log.ts'
import { readAssetNames } from '#web/assets.ts'
import { buildServer } from './build-server.ts'
import { choresOf } from './chores.ts'
import { openInstance } from './open-instance.ts'
import { startWork } from './work.ts'

async function main(): Promise<void> {
  const config = readConfig()
  const log = createLog({ level: config.logLevel })
  const say = (text: string): void => void process.stdout.write(`${text}\n`)
  onShutdown(() => closePdf())
  await assertPortFree(config.host, config.port)
  const { world, secret, ports } = await openInstance(config, { say, address: config.publicUrl, story: true, connections: 12, debug: (line) => log.debug(line) })

  const root = projectRoot()
  const manifest = join(root, 'dist/assets/manifest.json')
  if (!existsSync(manifest)) throw new Error('the assets were not built')
  const { app } = await buildServer(world, { config, log, assets: readAssetNames(manifest), assetsFolder: join(root, 'dist/assets'), secret })

  await app.listen({ host: config.host, port: config.port })
  onShutdown(() => app.close())
  if (config.worker === 'inline') {
    const work = startWork(world, { chores: choresOf(ports), log })
    onShutdown(() => work.stop())
  }
  say(`Tanu: ${config.publicUrl}`)
  // A server that is killed writes nothing at its end: the next start should find the compiled code all the same.
  flushCompileCache()
  if (world.demo) say(`Sign in as a demonstration person: ${config.publicUrl}/kk/demo`)
}

main().catch(endFailedStart)
