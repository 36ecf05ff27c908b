import { findNormText, type NormEdition } from '#kernel/norms.ts'

/** What ties a candidate to the organisation of the centre: a role there on the day, or a referral by which it names him its worker. */
export const OWN_TIES = ['staff', 'referred'] as const
export type OwnTie = (typeof OWN_TIES)[number]

/** Whether a centre examines people of its own organisation [D]: not at all, with a note of a second person, besides only with examiners who come from other centres, or without conditions. */
export const OWN_PEOPLE_RULES = ['refuse', 'with-note', 'with-other-examiners', 'allowed'] as const
export type OwnPeopleRule = (typeof OWN_PEOPLE_RULES)[number]

/** What the norm `employer.ownCentre` says; what it does not say in so many words is a refusal. */
export function ownPeopleRule(norms: NormEdition): OwnPeopleRule {
  const said = findNormText(norms, 'employer.ownCentre')
  return OWN_PEOPLE_RULES.find((each) => each === said) ?? 'refuse'
}

/** Whether the tie must be written down by one and the contract sent by another. */
export function asksForNote(rule: OwnPeopleRule): boolean {
  return rule === 'with-note' || rule === 'with-other-examiners'
}
