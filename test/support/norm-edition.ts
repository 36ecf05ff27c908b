import { randomUUID } from 'node:crypto'
import type { Day } from '#kernel/day.ts'
import { parseNormEdition } from '#kernel/norm-edition.ts'
import type { NormEdition, NormValue } from '#kernel/norms.ts'
import type { TestWorld } from './world.ts'

/** In force on no day of a test: an edition that only pinned cases have. */
const NEVER = '2099-01-01' as Day

/** Another edition of the norms, the newest with other values, as two people of the ministry would have set it: in force from the day, or on none. Answers its name. */
export async function aNormEdition(world: TestWorld, values: Readonly<Record<string, NormValue>>, from: Day = NEVER): Promise<string> {
  const { norms: newest } = await world.db.one<{ norms: NormEdition }>('select norms from norm_edition where valid_from < $1 order by valid_from desc, created_at desc limit 1', [NEVER])
  const unknown = Object.keys(values).filter((key) => !newest.norms.some((norm) => norm.key === key))
  if (unknown.length > 0) throw new Error(`no norm is called ${unknown.join(', ')}`)
  const edition = `test-${randomUUID().slice(0, 8)}`
  const next = { ...newest, edition, validFrom: from, norms: newest.norms.map((norm) => (norm.key in values ? { ...norm, value: values[norm.key]! } : norm)) }
  await world.db.run("insert into norm_edition (edition, valid_from, norms, ground, created_at) values ($1, $2, $3, 'test', now())", [edition, from, JSON.stringify(parseNormEdition(next))])
  world.law.forget()
  return edition
}

/** Norms are pinned to a case: with other values it is kept by another edition. */
export async function pinNorms(world: TestWorld, caseId: string, values: Readonly<Record<string, NormValue>>): Promise<void> {
  const edition = await aNormEdition(world, values)
  await world.db.begin((sql) => sql.run('update case_file set norm_edition = $2 where id = $1', [caseId, edition]), { 'tanu.scope': 'system' })
}
