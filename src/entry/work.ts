import type { Log } from '#platform/log/log.ts'
import type { World } from './world.ts'

/** One thing the worker does again and again: answers how many rows it moved. */
export interface Chore {
  name: string
  everyMs: number
  run(world: World): Promise<number>
}

/** Runs the chores; one failure never stops the loop, and each is safe to run twice. */
export function startWork(world: World, { chores, log }: { chores: readonly Chore[]; log: Log }): { stop(): Promise<void>; runOnce(): Promise<void> } {
  let stopped = false
  const wake = new Set<() => void>()
  const loops = chores.map(async (chore) => {
    while (!stopped) {
      let moved = 0
      try {
        moved = await chore.run(world)
      } catch (error) {
        if (!stopped) log.error({ chore: chore.name, error }, 'chore failed')
      }
      if (moved === 0 && !stopped) {
        await new Promise<void>((resolve) => {
          const done = () => { clearTimeout(timer); wake.delete(done); resolve() }
          const timer = setTimeout(done, chore.everyMs)
          wake.add(done)
        })
      }
    }
  })
  return {
    async stop() {
      stopped = true
      for (const each of wake) each()
      await Promise.allSettled(loops)
    },
    async runOnce() {
      for (const chore of chores) while ((await chore.run(world)) > 0);
    },
  }
}
