import { join } from 'node:path'
import type { Config } from '#platform/config/config.ts'
import { loadSecret } from '#platform/config/config.ts'
import { startEmbedded } from '#platform/db/embedded/embedded.ts'
import { isConnectionLost } from '#platform/db/database.ts'
import { emptyDemonstration } from '#platform/db/empty.ts'
import { migrate } from '#platform/db/migrate.ts'
import { assertUsableDatabase } from '#platform/lifecycle/database-check.ts'
import { fatal } from '#platform/lifecycle/fatal.ts'
import { makeOwnRoles, type RoleUrls } from '#platform/lifecycle/own-roles.ts'
import { onShutdown } from '#platform/lifecycle/shutdown.ts'
import { mailboxMail, smtpMail } from '#platform/mail/mail.ts'
import { openCheckpointKey } from '#platform/signing/checkpoint-key.ts'
import { openTechnicalSeal } from '#platform/signing/technical-seal.ts'
import type { ChorePorts } from './chores.ts'
import { firstStart } from './first-start.ts'
import { assertInstanceKind } from './instance.ts'
import { openWorld, type World } from './world.ts'

/** How long a falling database may take to say why. */
const LAST_WORD_MS = 5_000

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
  let isOpen = false
  const urls = await openDatabases(config, secret, { say, address, debug, isOpen: () => isOpen })
  try {
    const appRole = urls.ownerUrl === urls.appUrl ? undefined : decodeURIComponent(new URL(urls.appUrl).username)
    await migrate(urls.ownerUrl, appRole ? { appRole } : {})
    const seal = await openTechnicalSeal(config.dataDir, new Date().toISOString())
    const checkpointKey = await openCheckpointKey(config.dataDir)
    const mail = config.smtpUrl ? smtpMail(config.smtpUrl, `Tanu <no-reply@${new URL(config.publicUrl).hostname}>`) : mailboxMail()
    onShutdown(() => mail.close())
    // Read only where it is wanted: the client of such a store is large.
    const files = config.s3 ? (await import('#platform/files/s3-store.ts')).s3Store(config.s3) : undefined
    const world = openWorld({ files, databaseUrl: urls.appUrl, filesFolder: join(config.dataDir, 'files'), secret, demo: config.isDemonstration, publicUrl: config.publicUrl, connections, seal })
    onShutdown(() => world.close())
    await assertInstanceKind(world)
    await firstStart(world, { say, bare: !story, history: true, empty: () => emptyDemonstration(urls.ownerUrl) })
    isOpen = true
    return { world, secret, ports: { seal, mail, checkpointKey, requestKeyDays: config.requestKeyDays } }
  } catch (error) {
    // A database that falls breaks off its connections first and says a moment later why, which ends the start.
    if (config.database.kind === 'embedded' && isConnectionLost(error)) await new Promise((resolve) => setTimeout(resolve, LAST_WORD_MS))
    throw error
  }
}

async function openDatabases(config: Config, secret: string, { say, address, debug, isOpen }: { say(text: string): void; address: string; debug(line: string): void; isOpen(): boolean }): Promise<RoleUrls> {
  if (config.database.kind === 'server') return serverUrls(config.database, secret, say)
  const complain = (text: string): void => void process.stderr.write(`${text}\n`)
  const embedded = await startEmbedded({
    dataDir: config.dataDir, address, log: debug,
    onLost(reason) {
      // A start that has nothing to show yet ends; what is already served waits and goes on with its database.
      if (!isOpen()) fatal(reason)
      complain(reason.code === 'disk-full' ? 'The disk with the data folder is full: the database comes back as soon as there is space.' : `${reason.message} It is started again.`)
    },
    onFound: () => complain('The database is back, with everything it had confirmed.'),
  })
  onShutdown(() => embedded.stop())
  return embedded
}

/** The addresses of a server somebody else runs. Whoever names two roles has decided; a lone superuser gets two ordinary ones below it. */
async function serverUrls(given: RoleUrls, secret: string, say: (text: string) => void): Promise<RoleUrls> {
  const own = given.ownerUrl === given.appUrl ? await makeOwnRoles(given.appUrl, secret) : undefined
  const urls = own ?? given
  await assertUsableDatabase(urls.appUrl)
  if (own) say(`DATABASE_URL is a superuser: Tanu works as ${own.app} instead, its tables belong to ${own.owner}. Better give it these roles alone.`)
  return urls
}
