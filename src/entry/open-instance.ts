import { join } from 'node:path'
import type { Config } from '#platform/config/config.ts'
import { loadSecret } from '#platform/config/config.ts'
import { startEmbedded } from '#platform/db/embedded/embedded.ts'
import { migrate } from '#platform/db/migrate.ts'
import { assertUsableDatabase } from '#platform/lifecycle/database-check.ts'
import { fatal } from '#platform/lifecycle/fatal.ts'
import { onShutdown } from '#platform/lifecycle/shutdown.ts'
import { firstStart } from './first-start.ts'
import { assertInstanceKind } from './instance.ts'
import { openWorld, type World } from './world.ts'

/** Opens the instance that the environment names for one piece of work: its database, migrated, with its reference data. */
export async function openInstance(config: Config, { say }: { say(text: string): void }): Promise<World> {
  let urls: { ownerUrl: string; appUrl: string }
  if (config.database.kind === 'embedded') {
    const embedded = await startEmbedded({ dataDir: config.dataDir, address: 'the command line', log: () => {}, onLost: (reason) => fatal(new Error(reason)) })
    onShutdown(() => embedded.stop())
    urls = embedded
  } else {
    await assertUsableDatabase(config.database.appUrl)
    urls = { ownerUrl: config.database.ownerUrl, appUrl: config.database.appUrl }
  }
  const appRole = urls.ownerUrl === urls.appUrl ? undefined : decodeURIComponent(new URL(urls.appUrl).username)
  await migrate(urls.ownerUrl, appRole ? { appRole } : {})
  const world = openWorld({ databaseUrl: urls.appUrl, filesFolder: join(config.dataDir, 'files'), secret: loadSecret(config), demo: config.isDemonstration, publicUrl: config.publicUrl, connections: 3 })
  onShutdown(() => world.close())
  await assertInstanceKind(world)
  // Only the reference data: the story of a demonstration belongs to its first start.
  await firstStart(world, { say, bare: true })
  return world
}
