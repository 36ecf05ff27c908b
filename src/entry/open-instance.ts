import { join } from 'node:path'
import type { Config } from '#platform/config/config.ts'
import { loadSecret } from '#platform/config/config.ts'
import { startEmbedded } from '#platform/db/embedded/embedded.ts'
import { migrate } from '#platform/db/migrate.ts'
import { assertUsableDatabase } from '#platform/lifecycle/database-check.ts'
import { fatal } from '#platform/lifecycle/fatal.ts'
import { onShutdown } from '#platform/lifecycle/shutdown.ts'
import { mailboxMail, smtpMail } from '#platform/mail/mail.ts'
import { openTechnicalSeal } from '#platform/signing/technical-seal.ts'
import type { ChorePorts } from './chores.ts'
import { firstStart } from './first-start.ts'
import { assertInstanceKind } from './instance.ts'
import { openWorld, type World } from './world.ts'

export interface OpenOptions {
  say(text: string): void
  /** Who holds the data folder, as a second start is told. */
  address?: string
  /** Tells the demonstration's story at the first start; else only the reference data are loaded. */
  story?: boolean
  connections?: number
  debug?(line: string): void
}

export interface Instance {
  world: World
  secret: string
  ports: ChorePorts
}

/** Opens the instance that the environment names: its database, migrated, with its reference data, its seal and its post. */
export async function openInstance(config: Config, { say, address = 'the command line', story = false, connections = 3, debug = () => {} }: OpenOptions): Promise<Instance> {
  const secret = loadSecret(config)
  let urls: { ownerUrl: string; appUrl: string }
  if (config.database.kind === 'embedded') {
    const embedded = await startEmbedded({ dataDir: config.dataDir, address, log: debug, onLost: (reason) => fatal(new Error(reason)) })
    onShutdown(() => embedded.stop())
    urls = embedded
  } else {
    await assertUsableDatabase(config.database.appUrl)
    urls = { ownerUrl: config.database.ownerUrl, appUrl: config.database.appUrl }
  }
  const appRole = urls.ownerUrl === urls.appUrl ? undefined : decodeURIComponent(new URL(urls.appUrl).username)
  await migrate(urls.ownerUrl, appRole ? { appRole } : {})
  const seal = await openTechnicalSeal(config.dataDir, new Date().toISOString())
  const mail = config.smtpUrl ? smtpMail(config.smtpUrl, `Tanu <no-reply@${new URL(config.publicUrl).hostname}>`) : mailboxMail()
  onShutdown(() => mail.close())
  const world = openWorld({ databaseUrl: urls.appUrl, filesFolder: join(config.dataDir, 'files'), secret, demo: config.isDemonstration, publicUrl: config.publicUrl, connections, seal })
  onShutdown(() => world.close())
  await assertInstanceKind(world)
  await firstStart(world, { say, bare: !story })
  return { world, secret, ports: { seal, mail } }
}
