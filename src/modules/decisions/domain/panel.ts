import type { Blocker } from '#kernel/denial.ts'
import { normBoolean, normFraction, normNumber, type NormEdition } from '#kernel/norms.ts'
import { majorityOf, type Majority, type Quorum } from '#kernel/panel-vote.ts'

/** How a panel is composed and votes; every value is a norm [D]. */
export interface PanelNorms {
  size: number
  sizeOneAllowed: boolean
  odd: boolean
  quorum: Quorum
  assessorMaySit: boolean
  majority: Majority
  /** Somebody of another centre, to whom this one gave a role, may sit. */
  mayInvite: boolean
}

export function panelNormsOf(norms: NormEdition): PanelNorms {
  return {
    size: normNumber(norms, 'panel.size'), sizeOneAllowed: normBoolean(norms, 'panel.sizeOneAllowed'), odd: normBoolean(norms, 'panel.oddSize'),
    quorum: normFraction(norms, 'panel.quorum'), assessorMaySit: normBoolean(norms, 'panel.assessorMaySit'), majority: majorityOf(norms), mayInvite: normBoolean(norms, 'panel.mayInviteFromOtherCentre'),
  }
}

/** Roles by which a person may sit on a panel of his centre. */
export const PANEL_ROLES = ['panel-member', 'centre-head'] as const

export interface PanelPerson {
  accountId: string
  name: string
  /** Roles held at the centre on the day. */
  roles: readonly string[]
  /** He comes from another centre, an examiner there before he had a role here: a guest. */
  guest?: boolean
}

export interface PanelFacts {
  /** Everybody who assessed in this attempt or was named to. */
  assessorIds: readonly string[]
  candidateAccountId: string | null
  /** Members of an earlier panel, when it is their decision that is looked at again. */
  tookPartIds: readonly string[]
  /** What binds people to the candidate, by account: each kind keeps them out. */
  ties?: ReadonlyMap<string, readonly string[]>
}

/** Why this person may not sit on this panel; empty when he may. */
export function memberBlockers(person: PanelPerson, facts: PanelFacts, norms: PanelNorms): Blocker[] {
  const found: Blocker[] = []
  const data = { name: person.name }
  if (!person.roles.some((role) => (PANEL_ROLES as readonly string[]).includes(role))) found.push({ code: 'panel.member-without-role', data })
  if (person.guest && !norms.mayInvite) found.push({ code: 'panel.member-of-another-centre', data })
  if (!norms.assessorMaySit && facts.assessorIds.includes(person.accountId)) found.push({ code: 'panel.member-assessed', data })
  if (person.accountId === facts.candidateAccountId) found.push({ code: 'panel.member-is-candidate', data })
  if (facts.tookPartIds.includes(person.accountId)) found.push({ code: 'panel.member-took-part', data })
  for (const kind of facts.ties?.get(person.accountId) ?? []) if (kind !== 'same-person' || person.accountId !== facts.candidateAccountId) found.push({ code: `conflict.${kind}`, data })
  return found
}

/** How many lawful people are missing for a whole panel of the norm; 0 when they suffice. */
export function missingPeople(lawful: number, norms: PanelNorms): number {
  return Math.max(0, norms.size - lawful)
}

/** Why this panel cannot be called; empty when it can. */
export function panelBlockers(members: readonly PanelPerson[], chairId: string | undefined, facts: PanelFacts, norms: PanelNorms): Blocker[] {
  const found: Blocker[] = []
  const ids = new Set(members.map((member) => member.accountId))
  const alone = members.length === 1 && norms.sizeOneAllowed
  if (!alone && members.length < norms.size) found.push({ code: 'panel.too-small', data: { have: members.length, need: norms.size, missing: norms.size - members.length } })
  if (norms.odd && members.length % 2 === 0 && members.length > 0) found.push({ code: 'panel.even', data: { have: members.length } })
  if (ids.size !== members.length) found.push({ code: 'panel.member-twice' })
  if (chairId === undefined || !ids.has(chairId)) found.push({ code: 'panel.chair-missing' })
  for (const member of members) found.push(...memberBlockers(member, facts, norms))
  return found
}
