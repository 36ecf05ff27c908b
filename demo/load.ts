import { addDays, legalDay, momentAt, type Day } from '#kernel/day.ts'
import { closePdf } from '#platform/pdf/render-pdf.ts'
import { tx } from '#platform/acts/tx.ts'
import { entriesOf, record } from '#platform/journal/journal.ts'
import type { World } from '../src/entry/world.ts'
import { loadHistory } from './history/load-history.ts'
import { keepOwnDesks } from './own-desk.ts'
import { loadPeople } from './people.ts'
import { loadProgrammes } from './programmes.ts'
import { loadRegisters } from './registers.ts'
import { loadStandards, tellOfStandards } from './standards.ts'
import { importVouchersOf2025 } from './vouchers-2025.ts'
import { tellStory } from './story/story.ts'
import { openTeller } from './story/teller.ts'

/** The chain that says how far the loading came. */
const CHAIN = 'register:demonstration'
/** Days before the first start on which the story begins. */
const STORY_DAYS = 260
/** Whatever the demonstration's people do comes after the day of the slides, whose figures are those of the history. */
const AFTER_THE_SLIDES = '2026-04-01' as Day

export interface LoadOptions {
  say(text: string): void
  /** Gives an empty database with its reference data; absent where nothing can have been broken off. */
  startOver?(): Promise<void>
  /** Whether the documents from before Tanu are loaded too: 36,533 of them, which most tests do without. */
  history?: boolean
}

/**
 * Loads the demonstration once, into an empty database: registers, people, programmes, and cases in every state of the road.
 * A loading that was killed half-way has been served to nobody yet, so it is thrown away and told anew.
 */
export async function loadDemonstration(world: World, { say, startOver, history = false }: LoadOptions): Promise<void> {
  // Held as long as this process lives and loads: a second start on the same database waits for the end of the story.
  await world.db.begin(async (sql) => {
    await sql.one("select pg_advisory_xact_lock(hashtext('tanu demonstration'))::text as held")
    const standing = await findStanding(world)
    if (standing === 'loaded') {
      if (history && !(await hasNote(world, 'history-loaded'))) await tellHistory(world, say)
      return
    }
    if (standing === 'broken-off') {
      if (!startOver) throw new Error('the demonstration was broken off while it was loading')
      say('The demonstration was broken off while it was loading, so it is loaded anew …')
      await startOver()
    } else say('Loading the demonstration …')
    await note(world, 'demonstration-begun')
    await load(world)
    await note(world, 'demonstration-loaded')
    if (history) await tellHistory(world, say)
  }, { lock_timeout: '10min' })
}

async function tellHistory(world: World, say: LoadOptions['say']): Promise<void> {
  say('Loading the documents from before Tanu …')
  await loadHistory(world)
  await note(world, 'history-loaded')
}

async function hasNote(world: World, kind: string): Promise<boolean> {
  return tx(world.system(), 'reference.load', async (t) => {
    t.authorised = 'reference.load'
    return (await entriesOf(t.sql, CHAIN)).some((entry) => entry.kind === kind)
  })
}

async function findStanding(world: World): Promise<'empty' | 'broken-off' | 'loaded'> {
  return tx(world.system(), 'reference.load', async (t) => {
    t.authorised = 'reference.load'
    const entries = await t.sql.many<{ kind: string }>('select kind from journal_entry where chain = $1', [CHAIN])
    const { count } = await t.sql.one<{ count: number }>('select count(*) as count from account')
    const has = (kind: string): boolean => entries.some((entry) => entry.kind === kind)
    if (has('demonstration-begun')) return has('demonstration-loaded') ? 'loaded' : 'broken-off'
    return count > 0 ? 'loaded' : 'empty'
  })
}

async function note(world: World, kind: 'demonstration-begun' | 'demonstration-loaded' | 'history-loaded'): Promise<void> {
  await tx(world.system(), 'reference.load', async (t) => {
    t.authorised = 'reference.load'
    await record(t, CHAIN, kind)
  })
}

async function load(world: World): Promise<void> {
  const registers = await loadRegisters(world)
  const ago = addDays(legalDay(world.clock.now()), -STORY_DAYS)
  const begins = momentAt(ago < AFTER_THE_SLIDES ? AFTER_THE_SLIDES : ago, '09:00')
  const cast = await loadPeople(world, registers, begins)
  await importVouchersOf2025(world)
  await loadStandards(world)
  await loadProgrammes(world)
  await tellOfStandards(world, cast)
  await keepOwnDesks(world, cast, registers, begins)
  await tellStory(await openTeller(world, cast, registers.centres), world)
  await closePdf()
}
