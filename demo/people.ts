import type { Day, Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { PersonActor, Role } from '#platform/acts/actor.ts'
import { settableClock } from '#platform/acts/clock.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import * as people from '#modules/people/index.ts'
import type { World } from '../src/entry/world.ts'
import type { DemonstrationRegisters } from './registers.ts'
import { rowsOf, type Row } from './rows.ts'

/** The demonstration's people by their keys, each as the actor he is. */
export interface Cast {
  person(key: string): PersonActor
  /** The context in which a person acts at a given moment of the story. */
  as(key: string, at: Moment): Ctx
  system(at: Moment): Ctx
}

const ROLES_SINCE = '2024-01-01' as Day

/** Opens the accounts of the demonstration's people and gives them their roles; one-click sign-in, no passwords. */
export async function loadPeople(world: World, registers: DemonstrationRegisters, at: Moment): Promise<Cast> {
  const rows = await rowsOf('people')
  const ctxAt = (ctx: Ctx, moment: Moment): Ctx => ({ ...ctx, clock: settableClock(moment) })
  const actors = new Map<string, PersonActor>()
  for (const row of rows) {
    const system = ctxAt(world.system(), at)
    await people.openAccount(system, accountOf(row))
    const { id } = await world.db.one<{ id: Uuid }>('select id from account where demo_key = $1', [row['key']])
    const organisationId = row['centre'] ? registers.centres.get(row['centre'])?.id : registers.organisations.get(row['organisation'] ?? '')
    for (const role of (row['roles'] ?? '').split(';').filter(Boolean)) {
      if (!organisationId) throw new Error(`no organisation for ${row['key']}`)
      await people.grantRole(system, { accountId: id, role: role as Role, organisationId, validFrom: ROLES_SINCE })
    }
    const actor = await people.personActor(world, id)
    if (!actor) throw new Error(`no account for ${row['key']}`)
    actors.set(row['key']!, actor)
  }
  const person = (key: string): PersonActor => {
    const actor = actors.get(key)
    if (!actor) throw new Error(`nobody is called ${key}`)
    return actor
  }
  return {
    person,
    as: (key, moment) => ctxAt(world.context(person(key), person(key).lang), moment),
    system: (moment) => ctxAt(world.system(), moment),
  }
}

function accountOf(row: Row): people.NewAccount {
  const lang = row['language'] === 'ru' ? 'ru' : 'kk'
  return {
    iin: row['iin']!, surname: row[`surname_${lang}`]!, givenName: row[`given_name_${lang}`]!, patronymic: row[`patronymic_${lang}`] ?? '', birthOn: row['birth_on']!,
    email: row['email']!, phone: row['phone'] ?? '', address: lang === 'kk' ? 'көрсетілім мекенжайы' : 'демонстрационный адрес', password: null, lang, demoKey: row['key']!,
  }
}
