import { readConfig } from '#platform/config/config.ts'
import { StartRefusal } from '#platform/lifecycle/start-refusal.ts'
import { endFailedStart, onShutdown } from '#platform/lifecycle/shutdown.ts'
import { createLog } from '#platform/log/log.ts'
import { closePdf } from '#platform/pdf/render-pdf.ts'
import { choresOf } from './chores.ts'
import { openInstance } from './open-instance.ts'
import { startWork } from './work.ts'

/** The worker apart from the web process (WORKER=separate): the same chores on the same database. */
async function main(): Promise<void> {
  const config = readConfig()
  if (config.database.kind === 'embedded') throw new StartRefusal('config', 'A separate worker needs DATABASE_URL: the embedded database belongs to the one process that holds its folder.')
  const log = createLog({ level: config.logLevel })
  onShutdown(() => closePdf())
  const { world, ports } = await openInstance(config, { say: (text) => log.info(text) })
  const work = startWork(world, { chores: choresOf(ports), log })
  onShutdown(() => work.stop())
  log.info('worker started')
}

main().catch(endFailedStart)
