import { Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Localized } from '#kernel/localized.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import * as people from '#modules/people/index.ts'

/** The employer at whose desk the actor works. */
export interface Employer {
  organisationId: Uuid
  name: Localized
  bin: string | null
}

/** The employer of the actor, the one he chose first where he represents several; whoever represents none is told that nothing is here. */
export async function ownEmployer(t: Tx): Promise<Employer> {
  const held = t.actor.kind === 'person' ? t.actor.roles.find((each) => each.role === 'employer-representative') : undefined
  if (!held) throw new Denial('not-found')
  const { name, bin } = await people.getOrganisation(t.sql, held.organisationId)
  return { organisationId: held.organisationId, name, bin }
}

/** The journal of everything an employer does here. */
export const chainOf = (organisationId: string): string => `referrals:${organisationId}`
