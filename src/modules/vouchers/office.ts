import { Denial } from '#kernel/denial.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { selectCareerCentres } from './store/career-centre-store.ts'

/** The journal of a voucher and of the request it comes from. */
export const chainOfRequest = (id: string): string => `voucher-request:${id}`
/** The journal of the places of a year. */
export const chainOfPlaces = (year: number): string => `voucher-places:${year}`

/** The career centres that serve a region: whom the policy asks for. */
export async function facesOf(t: Tx, regionKato: string): Promise<{ careerCentres: string[] }> {
  return { careerCentres: (await selectCareerCentres(t.sql, t.today)).filter((each) => each.regionKato === regionKato).map((each) => each.organisationId) }
}

/** The regions whose unemployed the actor's career centres serve; whoever works at none is told that nothing is here. */
export async function ownRegions(t: Tx): Promise<string[]> {
  const held = t.actor.kind === 'person' ? t.actor.roles.filter((each) => each.role === 'career-centre-specialist').map((each) => each.organisationId as string) : []
  const regions = (await selectCareerCentres(t.sql, t.today)).filter((each) => held.includes(each.organisationId)).map((each) => each.regionKato)
  if (held.length === 0) throw new Denial('not-found')
  return [...new Set(regions)]
}
