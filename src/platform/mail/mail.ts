import { createTransport } from 'nodemailer'

export interface OutgoingMail {
  to: string
  subject: string
  text: string
  /** Makes a repeated sending recognisable. */
  letterId: string
}
/** The border to the post: SMTP when it is configured, else a mailbox that lives in the letters table and says so. */
export interface MailPort {
  kind: 'smtp' | 'mailbox'
  send(mail: OutgoingMail): Promise<void>
  close(): void
}

export function smtpMail(url: string, from: string): MailPort {
  const transport = createTransport(url, { disableFileAccess: true, disableUrlAccess: true } as never)
  return {
    kind: 'smtp',
    async send({ to, subject, text, letterId }) {
      await transport.sendMail({ from, to: oneLine(to), subject: oneLine(subject), text, messageId: `<${letterId}@tanu>` })
    },
    close: () => transport.close(),
  }
}
export function mailboxMail(): MailPort {
  return { kind: 'mailbox', send: async () => {}, close: () => {} }
}

/** A header is one line: nobody adds another through a name or a subject. */
export function oneLine(text: string): string {
  return text.replace(/[\r\n\u0000-\u001f\u007f]+/g, ' ').trim()
}
