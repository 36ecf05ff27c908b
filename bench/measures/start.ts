import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startOwn, stop } from '../instance.ts'

/** From nothing to the first page, with the demonstration; and again on the same data. */
export async function start(): Promise<string[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tanu-bench-start-'))
  try {
    const cold = await startOwn({ DATA_DIR: dataDir })
    await stop(cold.child)
    const warm = await startOwn({ DATA_DIR: dataDir })
    await stop(warm.child)
    return [`cold start to the first page, built, empty folder, demonstration told: ${Math.round(cold.milliseconds)} ms`, `warm start to the first page: ${Math.round(warm.milliseconds)} ms`]
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}
