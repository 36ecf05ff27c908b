import { deny } from '#kernel/denial.ts'
import type { Cipher } from '#platform/acts/ctx.ts'
import type { Ticket } from './domain/ticket.ts'

/** Bound to its purpose: nothing else that the server seals opens as a ticket. */
const PURPOSE = 'proctoring.ticket'
const MOST_CHARACTERS = 2_000

/** Seals what the server knows of a piece, to be carried by the browser: it is neither read nor changed on the way. */
export function sealTicket(cipher: Cipher, ticket: Ticket): string {
  return Buffer.from(cipher.seal(JSON.stringify(ticket), PURPOSE)).toString('base64url')
}
/** Refuses what was not sealed here for this purpose. */
export function openTicket(cipher: Cipher, text: string): Ticket {
  if (text.length > MOST_CHARACTERS) deny('proctoring.ticket-wrong')
  try {
    return JSON.parse(cipher.open(Buffer.from(text, 'base64url'), PURPOSE)) as Ticket
  } catch {
    return deny('proctoring.ticket-wrong')
  }
}
