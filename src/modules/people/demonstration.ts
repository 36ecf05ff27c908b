import { legalDay } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Role } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { beginSession } from './sign-in.ts'
import { selectDemonstrationPeople } from './store/demonstration-store.ts'
import * as store from './store/people-store.ts'

export interface DemonstrationPerson {
  demoKey: string
  accountId: Uuid
  surname: string
  givenName: string
  roles: { role: Role; organisationKk: string; organisationRu: string; organisationEn: string }[]
}

/** The people a visitor may become with one click; in a demonstration only. */
export async function demonstrationPeople(ctx: Ctx, { loopback }: { loopback: boolean }): Promise<DemonstrationPerson[]> {
  if (!ctx.demo) throw new Denial('not-found')
  const rows = await selectDemonstrationPeople(ctx.db, legalDay(ctx.clock.now()))
  const people = new Map<string, DemonstrationPerson>()
  for (const row of rows) {
    const person = people.get(row.demoKey) ?? { demoKey: row.demoKey, accountId: row.accountId, surname: row.surname, givenName: row.givenName, roles: [] }
    if (row.role) person.roles.push({ role: row.role, organisationKk: row.organisationKk ?? '', organisationRu: row.organisationRu ?? '', organisationEn: row.organisationEn ?? '' })
    people.set(row.demoKey, person)
  }
  return [...people.values()].filter((person) => loopback || !person.roles.some((held) => held.role === 'administrator'))
}

/** One-click sign-in; the administrator only where nobody else can reach the instance. */
export async function signInAsDemonstration(ctx: Ctx, demoKey: string, { loopback, device }: { loopback: boolean; device: string }): Promise<{ token: string; accountId: Uuid }> {
  if (!ctx.demo) throw new Denial('not-found')
  const account = await store.selectAccountByDemoKey(ctx.db, demoKey)
  if (!account) throw new Denial('not-found')
  const roles = await store.rolesOf(ctx.db, account.id, legalDay(ctx.clock.now()))
  if (!loopback && roles.some((held) => held.role === 'administrator')) throw new Denial('not-found')
  return { token: await beginSession(ctx, account.id, { device }, 'demonstration'), accountId: account.id }
}
