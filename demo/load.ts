import { addDays, legalDay, momentAt } from '#kernel/day.ts'
import { closePdf } from '#platform/pdf/render-pdf.ts'
import type { World } from '../src/entry/world.ts'
import { loadPeople } from './people.ts'
import { loadProgrammes } from './programmes.ts'
import { loadRegisters } from './registers.ts'
import { tellStory } from './story/story.ts'
import { openTeller } from './story/teller.ts'

/** Days before the first start on which the story begins. */
const STORY_DAYS = 120

/** Loads the demonstration once, into an empty database: registers, people, programmes, and cases in every state of the road. */
export async function loadDemonstration(world: World, { say }: { say(text: string): void }): Promise<void> {
  const { count } = await world.db.one<{ count: number }>('select count(*) as count from account')
  if (count > 0) return
  say('Loading the demonstration …')
  const registers = await loadRegisters(world)
  const begins = momentAt(addDays(legalDay(world.clock.now()), -STORY_DAYS), '09:00')
  const cast = await loadPeople(world, registers, begins)
  await loadProgrammes(world)
  await tellStory(await openTeller(world, cast, registers.centres), world)
  await closePdf()
}
