import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDay, legalDay } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import type { PersonActor, Role } from '#platform/acts/actor.ts'
import { projectRoot } from '#platform/db/migrate.ts'
import { readTable } from '#platform/tables/read-table.ts'
import * as centres from '#modules/centres/index.ts'
import * as people from '#modules/people/index.ts'
import * as programmes from '#modules/programmes/index.ts'
import type { World } from '../src/entry/world.ts'

type DemoFile = programmes.ProgrammeFile & { key: string; level: number; taskFiles?: { file: string; name: string }[] }

/**
 * Gives every demonstration centre whose scope names a profession with a programme file an approved version of it, written and approved by two
 * people of the centre. Needs the registers and the people; a centre without two such people stays without.
 */
export async function loadProgrammes(world: Pick<World, 'db' | 'clock' | 'context'>): Promise<number> {
  const folder = join(projectRoot(), 'demo/programmes')
  const files = new Map(readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => {
    const file = JSON.parse(readFileSync(join(folder, name), 'utf8')) as DemoFile
    return [file.key, file] as const
  }))
  const keys = new Map((await rowsOf('professions')).map((row) => [row['code']!, row['programme_key'] ?? '']))
  let made = 0
  for (const line of await rowsOf('centre-scope')) {
    const file = files.get(keys.get(line['profession']!) ?? '')
    if (!file || file.level !== Number(line['level'])) continue
    const centre = await centres.findCentreBySerial(world.db, line['centre']!)
    if (!centre) continue
    const author = await staffOf(world, centre.id, 'assessor')
    const approver = await staffOf(world, centre.id, 'centre-head')
    if (!author || !approver || author.accountId === approver.accountId) continue
    if (await makeApproved(world, { centreId: centre.id, professionCode: line['profession']!, level: file.level }, file, author, approver)) made++
  }
  return made
}

async function makeApproved(world: Pick<World, 'db' | 'context'>, key: programmes.ProgrammeKey, json: DemoFile, author: PersonActor, approver: PersonActor): Promise<boolean> {
  const asAuthor = world.context(author, 'kk')
  const versionId = await programmes.importProgramme(asAuthor, { ...key, json }).catch((error: unknown) => {
    if (error instanceof Denial && error.code === 'programme.out-of-scope') return undefined
    throw error
  })
  if (!versionId) return false
  let revision = 1
  for (const { file, name } of json.taskFiles ?? []) {
    await programmes.addTaskFile(asAuthor, { versionId, revision: revision++, file: { name, bytes: readFileSync(join(projectRoot(), 'demo/programmes/files', file)) } })
  }
  await programmes.submitProgramme(asAuthor, { versionId, revision: revision++ })
  await programmes.approveProgramme(world.context(approver, 'kk'), { versionId, revision })
  return true
}

async function staffOf(world: Pick<World, 'db' | 'clock'>, centreId: string, role: Role): Promise<PersonActor | undefined> {
  const today = parseDay(legalDay(world.clock.now()))!
  const [first] = await centres.listStaff(world.db, centreId, today, role)
  return first && people.personActor(world, first.accountId)
}

async function rowsOf(name: string): Promise<Record<string, string>[]> {
  const path = `demo/data/${name}.csv`
  return (await readTable(readFileSync(join(projectRoot(), path)), { filename: path })).rows.map((row) => row.cells)
}
