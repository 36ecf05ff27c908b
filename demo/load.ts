import type { World } from '../src/entry/world.ts'
import { loadRegisters } from './registers.ts'

/** Loads the demonstration story once. */
export async function loadDemonstration(world: World, { say }: { say(text: string): void }): Promise<void> {
  const loaded = await world.db.one<{ count: number }>('select count(*) as count from profession')
  if (loaded.count > 0) return
  say('Loading demonstration registers …')
  await loadRegisters(world)
}
