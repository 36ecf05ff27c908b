import type { Language } from '#kernel/localized.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { fill } from '#platform/i18n/message.ts'
import * as people from '#modules/people/index.ts'
import { messages } from '../messages/index.ts'

type LetterKind = keyof (typeof messages)['kk']['letters']

/** A letter about a voucher; `values` are written in the language of the reader. */
export function letterToHolder(t: Pick<Tx, 'publicUrl'>, kind: LetterKind, values: (lang: Language) => Record<string, string | number>): people.Letter {
  return {
    kind: `voucher-${kind}`,
    write(lang) {
      const words = messages[lang].letters[kind]
      const said = { ...values(lang), link: `${t.publicUrl}/${lang}/account/vouchers` }
      return { subject: fill(words.subject, said), body: fill(words.body, said) }
    },
  }
}
export async function writeToHolder(t: Tx, accountId: string, kind: LetterKind, values: (lang: Language) => Record<string, string | number>): Promise<void> {
  await people.sendLetter(t, { accountId }, letterToHolder(t, kind, values))
}
