import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '#kernel/localized.ts'
import { assertUsableDatabase } from '#platform/lifecycle/database-check.ts'
import { fatal } from '#platform/lifecycle/fatal.ts'
import { onShutdown } from '#platform/lifecycle/shutdown.ts'
import { loadSecret, readConfig } from '#platform/config/config.ts'
import { startEmbedded } from '#platform/db/embedded/embedded.ts'
import { migrate, projectRoot } from '#platform/db/migrate.ts'
import { createLog } from '#platform/log/log.ts'
import { readAssetNames } from '#web/assets.ts'
import { buildServer } from './build-server.ts'
import { chores } from './chores.ts'
import { firstStart } from './first-start.ts'
import { assertInstanceKind } from './instance.ts'
import { startWork } from './work.ts'
import { openWorld } from './world.ts'

async function main(): Promise<void> {
  const config = readConfig()
  const log = createLog({ level: config.logLevel })
  const say = (text: string): void => void process.stdout.write(`${text}\n`)
  const secret = loadSecret(config)

  let urls: { ownerUrl: string; appUrl: string }
  if (config.database.kind === 'embedded') {
    const embedded = await startEmbedded({ dataDir: config.dataDir, address: config.publicUrl, log: (line: string) => log.debug(line), onLost: (reason) => fatal(new Error(reason)) })
    onShutdown(() => embedded.stop())
    urls = embedded
  } else {
    await assertUsableDatabase(config.database.appUrl)
    urls = { ownerUrl: config.database.ownerUrl, appUrl: config.database.appUrl }
  }
  const appRole = urls.ownerUrl === urls.appUrl ? undefined : decodeURIComponent(new URL(urls.appUrl).username)
  await migrate(urls.ownerUrl, appRole ? { appRole } : {})

  const world = openWorld({ databaseUrl: urls.appUrl, filesFolder: join(config.dataDir, 'files'), secret, demo: config.isDemonstration, publicUrl: config.publicUrl })
  onShutdown(() => world.close())
  await assertInstanceKind(world)
  await firstStart(world, { say })

  const root = projectRoot()
  const manifest = join(root, 'dist/assets/manifest.json')
  if (!existsSync(manifest)) throw new Error('the assets were not built')
  const { app } = await buildServer(world, { config, log, assets: readAssetNames(manifest), assetsFolder: join(root, 'dist/assets'), secret })

  await app.listen({ host: config.host, port: config.port })
  onShutdown(() => app.close())
  if (config.worker === 'inline') {
    const work = startWork(world, { chores, log })
    onShutdown(() => work.stop())
  }
  const lang: Language = 'kk'
  say(`Tanu: ${config.publicUrl}`)
  if (world.demo) say(`Sign in as a demonstration person: ${config.publicUrl}/${lang}/demo`)
}

main().catch(fatal)
