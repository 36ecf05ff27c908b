import { createTransport } from 'nodemailer'
import type { Language } from '#kernel/localized.ts'

export interface OutgoingMail {
  to: string
  subject: string
  text: string
  /** So that a screen reader pronounces it rightly. */
  lang?: Language
  /** Makes a repeated sending recognisable. */
  letterId: string
}
/** The border to the post: SMTP when it is configured, else a mailbox that lives in the letters table and says so. */
export interface MailPort {
  kind: 'smtp' | 'mailbox'
  send(mail: OutgoingMail): Promise<void>
  close(): void
}

/** An address that can never be reached by trying again: the letter must not stay in the queue. */
export class AddressError extends Error {
  override readonly name = 'AddressError'
}

// A sender that answers slowly must not hold the outbox for the ten minutes that nodemailer would wait.
const PATIENCE = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000, dnsTimeout: 15_000 }

/** Sends by SMTP, one letter to one address. */
export function smtpMail(url: string, from: string): MailPort {
  const transport = createTransport({ url, ...PATIENCE, disableFileAccess: true, disableUrlAccess: true } as never)
  return {
    kind: 'smtp',
    async send({ to, subject, text, lang, letterId }) {
      await transport.sendMail({
        from, to: { name: '', address: oneAddress(to) }, subject: oneLine(subject), text, messageId: `<${letterId.replace(/[^\w-]/g, '')}@tanu>`,
        headers: { 'Auto-Submitted': 'auto-generated', ...(lang && { 'Content-Language': lang }) },
      })
    },
    close: () => transport.close(),
  }
}

/** The mailbox of a demonstration: the letter already lies where it is read. */
export function mailboxMail(): MailPort {
  return { kind: 'mailbox', send: async () => {}, close: () => {} }
}

/** A header is one line: nobody adds another through a name or a subject. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}

/** One address and nothing beside it: a comma, a bracket or a blank could name a second recipient. */
export function oneAddress(text: string): string {
  const address = text.trim()
  // The address itself stays out of the message, because messages reach the log.
  if (address.length > 254 || !/^[^\s\p{Cc}\p{Cf}@,;:<>()[\]"\\]{1,64}@[^\s\p{Cc}\p{Cf}@,;:<>()[\]"\\]+$/u.test(address)) throw new AddressError('not one address of mail')
  return address
}
