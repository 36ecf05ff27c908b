import type { Blocker } from '#kernel/denial.ts'

/** What a centre does on the platform before anybody sees it [S: registers, publishes prices, develops programmes, creates conditions]. */
export const REGISTRATION_ITEMS = ['staff', 'prices', 'programme', 'accessibility'] as const
export type RegistrationItem = (typeof REGISTRATION_ITEMS)[number]

/** Roles without which no case could be led to its end [D]. */
export const ROLES_NEEDED = ['centre-operator', 'assessor', 'panel-member'] as const

export interface RegistrationFacts {
  roles: readonly string[]
  priceLists: number
  approvedProgrammes: number
  /** Features of the accessibility passport that were answered, yes or no, and how many it has. */
  answered: number
  features: number
}

export function isDone(item: RegistrationItem, facts: RegistrationFacts): boolean {
  if (item === 'staff') return ROLES_NEEDED.every((role) => facts.roles.includes(role))
  if (item === 'prices') return facts.priceLists > 0
  if (item === 'programme') return facts.approvedProgrammes > 0
  return facts.answered >= facts.features
}

const CODES: Readonly<Record<RegistrationItem, string>> = { staff: 'registration.staff-missing', prices: 'registration.prices-missing', programme: 'registration.programme-missing', accessibility: 'registration.accessibility-missing' }

/** Why the centre is not shown to the public yet; empty when all four are there. */
export function registrationBlockers(facts: RegistrationFacts): Blocker[] {
  return REGISTRATION_ITEMS.filter((item) => !isDone(item, facts)).map((item) => ({ code: CODES[item] }))
}
