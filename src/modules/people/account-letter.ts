import type { Language } from '#kernel/localized.ts'
import { formatMoment } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { sendLetter, type Letter } from './letters.ts'
import { messages } from './messages/index.ts'
import type { PeopleText } from './messages/kk.ts'

/** Tells the owner of an account what happened to it, in the language of his letters. */
export async function tellOwner(t: Tx, accountId: string, kind: keyof PeopleText['letters'], path = '/sign-in'): Promise<void> {
  await sendLetter(t, { accountId }, accountLetter(t, kind, path))
}

/** Writes to an address that is not yet that of the account; such a letter does not stand among its letters. */
export async function tellAddress(t: Tx, to: { email: string; lang: Language }, kind: keyof PeopleText['letters'], path: string): Promise<void> {
  await sendLetter(t, { accountId: null, ...to }, accountLetter(t, kind, path))
}

function accountLetter(t: Tx, kind: keyof PeopleText['letters'], path: string): Letter {
  return {
    kind,
    write: (lang) => {
      const text = messages[lang].letters[kind]
      const values = { address: `${t.publicUrl}/${lang}${path}`, reset: `${t.publicUrl}/${lang}/reset-password`, at: formatMoment(t.now, lang) }
      return { subject: text.subject, body: fill(text.body, values) }
    },
  }
}
