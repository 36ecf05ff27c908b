import { formatMoment } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { sendLetter } from './letters.ts'
import { messages } from './messages/index.ts'
import type { PeopleText } from './messages/kk.ts'

/** Tells the owner of an account what happened to it, in the language of his letters. */
export async function tellOwner(t: Tx, accountId: string, kind: keyof PeopleText['letters'], path = '/sign-in'): Promise<void> {
  await sendLetter(t, { accountId }, {
    kind,
    write: (lang) => {
      const text = messages[lang].letters[kind]
      const values = { address: `${t.publicUrl}/${lang}${path}`, reset: `${t.publicUrl}/${lang}/reset-password`, at: formatMoment(t.now, lang) }
      return { subject: text.subject, body: fill(text.body, values) }
    },
  })
}
