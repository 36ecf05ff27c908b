import { epochMs, type Moment } from '#kernel/day.ts'
import type { Track } from './kinds.ts'

/** For how long a place in the store waits for its piece to be confirmed: a large one on a slow line, and far less than the sweep of orphans waits. */
export const TICKET_MS = 15 * 60_000

/** What the server knows of a piece that a browser brings to the store itself, from the asking for a place to the confirmation. */
export interface Ticket {
  fileKey: string
  sessionId: string
  /** The candidate who asked. */
  person: string
  track: Track
  number: number
  /** Hexadecimal SHA-256 of what was recorded, and of what lies sealed in the store. */
  sha256: string
  sealedSha256: string
  sealedSize: number
  mediaType: string
  clientFrom: number
  ms: number
  endsMs: number
}

/** Whether a ticket is good for whoever shows it; it was sealed by the server, so what it says is what the server had checked. */
export function isTicketGood(ticket: Ticket, of: { sessionId: string; person: string | undefined }, now: Moment): boolean {
  return ticket.sessionId === of.sessionId && ticket.person === of.person && epochMs(now) <= ticket.endsMs
}

/** Whether what lies in the store is what the ticket was given for; a store that counts no digest says only its size. */
export function isWhatWasMeant(ticket: Pick<Ticket, 'sealedSha256' | 'sealedSize'>, found: { size: number; sha256: string | undefined }): boolean {
  return found.size === ticket.sealedSize && (found.sha256 === undefined || found.sha256 === ticket.sealedSha256)
}
