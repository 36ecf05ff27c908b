import type { Uuid } from '#kernel/id.ts'
import type { Moment } from '#kernel/day.ts'
import type { PersonActor } from './actor.ts'

/**
 * A sign-in as the process last saw it alive (ADR 0020). Nothing rests on it: the statement that acts asks the database to confirm all
 * of it, and what is not confirmed goes the ordinary way. The person has no roles here, since roles are not confirmed.
 */
export interface BelievedSignIn {
  tokenHash: Uint8Array
  sessionId: Uuid
  actor: PersonActor
  /** Real time of the request. */
  at: Moment
  /** The sign-in must have been seen since, and its token made since: else it is due to be touched or rotated, which the ordinary way does. */
  seenSince: Moment
  rotatedSince: Moment
}
