import type { World } from '../src/entry/world.ts'

/** Loads the demonstration story once. */
export async function loadDemonstration(_world: World, _options: { say(text: string): void }): Promise<void> {}
