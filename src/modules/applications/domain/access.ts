import { addDays, type Day } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'
import { normNumberOr, type NormEdition } from '#kernel/norms.ts'

export interface AccountFacts {
  /** The candidate of the case has an account. */
  hasAccount: boolean
  /** Its identity was confirmed before: a claimed account is nobody's yet, and is not given to anybody by this road. */
  verified: boolean
  /** It holds a role of an organisation, today or from a day to come: nobody comes to a desk by this road. */
  holdsRole: boolean
  /** Another account has the address asked for. */
  emailTaken: boolean
}

/** Why access to this account is not given back at a centre, whoever asks. */
export function accountBlockers(facts: AccountFacts): Blocker[] {
  if (!facts.hasAccount) return [{ code: 'access.no-account' }]
  return [
    ...(facts.verified ? [] : [{ code: 'access.not-verified' }]),
    ...(facts.holdsRole ? [{ code: 'access.holds-role' }] : []),
    ...(facts.emailTaken ? [{ code: 'access.email-taken', data: { field: 'email' } }] : []),
  ]
}

export interface AskingFacts extends AccountFacts {
  /** The number on the document is that of the account; undefined when what was typed is no IIN. */
  sameIin: boolean | undefined
  seen: boolean
  email: string | undefined
  askedAlready: boolean
}

/** Why a clerk cannot ask for it: he held the document, whose number he typed, and saw the face. */
export function askingBlockers(facts: AskingFacts): Blocker[] {
  const ofAccount = accountBlockers(facts)
  if (!facts.hasAccount) return ofAccount
  return [
    ...ofAccount,
    ...(facts.sameIin === undefined ? [{ code: 'identity.iin-wrong', data: { field: 'iin' } }] : facts.sameIin ? [] : [{ code: 'access.iin-differs', data: { field: 'iin' } }]),
    ...(facts.email === undefined ? [{ code: 'access.email-wrong', data: { field: 'email' } }] : []),
    ...(facts.seen ? [] : [{ code: 'identity.not-seen', data: { field: 'seen' } }]),
    ...(facts.askedAlready ? [{ code: 'access.asked-already' }] : []),
  ]
}

/** How many days after the one on which it was asked for a second person may decide, where an older edition does not say [D]. */
const REQUEST_DAYS = 14

/** The last day on which a second person may decide: what he is to see was seen by the first not long ago, and the address asked for is kept no longer. */
export function lastDayOfRequest(askedOn: Day, norms: NormEdition): Day {
  return addDays(askedOn, normNumberOr(norms, 'access.requestDays', REQUEST_DAYS))
}

/** Why the second person cannot give it back: he is another one, and saw the document himself, and who asked is of the centre still (`askerGone`: left it, or the case did). */
export function givingBlockers(facts: AccountFacts & { own: boolean; askerGone: boolean; seen: boolean }): Blocker[] {
  return [
    ...(facts.own ? [{ code: 'access.own-request' }] : facts.askerGone ? [{ code: 'access.asker-gone' }] : []), ...accountBlockers(facts), ...(facts.seen ? [] : [{ code: 'identity.not-seen', data: { field: 'seen' } }]),
  ]
}
