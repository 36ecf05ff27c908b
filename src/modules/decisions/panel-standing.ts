import type { Blocker } from '#kernel/denial.ts'
import { personName } from '#platform/i18n/format.ts'
import type { Language } from '#kernel/localized.ts'
import { outcomeOf, type VoteState } from '#kernel/panel-vote.ts'
import type { Outcome } from './domain/ground.ts'
import { memberBlockers, panelBlockers } from './domain/panel.ts'
import type { HeldCase } from './panel-facts.ts'
import type { Member } from './panel-members.ts'

/** A called panel by the rules of the day on which it is looked at. */
export interface PanelStanding {
  votes: VoteState<Outcome>
  decides: boolean
  /** Who sits and may not any more: whoever left the centre, or turns out to have assessed, does not decide. */
  unlawful: string[]
  lawful: boolean
  /** Why this panel does not decide today, by name; empty when nothing but votes is missing. */
  blockers: Blocker[]
}

/** Asks of a panel that was called what was asked when it was called. */
export function standingOf(members: readonly Member[], held: HeldCase, lang: Language): PanelStanding {
  const sitting = members.map((member) => held.people.find((person) => person.accountId === member.accountId) ?? { accountId: member.accountId, name: personName(member, lang, 'initials'), roles: [] })
  const votes = outcomeOf(members.flatMap((member) => (member.choice === 'pass' || member.choice === 'fail' ? [member.choice] : [])), members.length, held.norms.quorum, held.norms.majority)
  const blockers = panelBlockers(sitting, members.find((member) => member.chair)?.accountId, held.panel, held.norms)
  const unlawful = sitting.filter((person) => memberBlockers(person, held.panel, held.norms).length > 0)
  return {
    votes, decides: votes.state === 'decided', unlawful: unlawful.map((person) => person.accountId), lawful: blockers.length === 0,
    blockers: unlawful.length > 0 ? [...blockers, { code: 'panel.replace-first', data: { names: unlawful.map((person) => person.name).join(', ') } }] : blockers,
  }
}
