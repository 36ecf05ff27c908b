import type { Blocker } from '#kernel/denial.ts'
import type { Language } from '#kernel/localized.ts'
import { personName } from '#platform/i18n/format.ts'
import type { Outcome } from './domain/ground.ts'
import { outcomeOf, panelBlockers, type VoteState } from './domain/panel.ts'
import type { HeldCase } from './panel-facts.ts'
import type { Member } from './panel-members.ts'

/** A called panel by the rules of the day on which it is looked at. */
export interface PanelStanding {
  votes: VoteState<Outcome>
  /** Why this panel may not decide today: whoever left the centre, or turns out to have assessed, does not; empty when it may. */
  blockers: Blocker[]
}

/** Asks of a panel that was called what was asked when it was called, and counts its votes. */
export function standingOf(members: readonly Member[], held: HeldCase, lang: Language): PanelStanding {
  const sitting = members.map((member) => held.people.find((person) => person.accountId === member.accountId) ?? { accountId: member.accountId, name: personName(member, lang, 'initials'), roles: [] })
  return {
    votes: outcomeOf(members.flatMap((member) => (member.choice === 'pass' || member.choice === 'fail' ? [member.choice] : [])), members.length, held.norms.quorum),
    blockers: panelBlockers(sitting, members.find((member) => member.chair)?.accountId, held.panel, held.norms),
  }
}
