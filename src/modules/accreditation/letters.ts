import type { Language } from '#kernel/localized.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { fill } from '#platform/i18n/message.ts'
import * as people from '#modules/people/index.ts'
import { decisionMessages } from './messages/decision/index.ts'

export type DecisionLetter = keyof (typeof decisionMessages)['kk']['letters']

/** A letter about the case to one person, in his language; `refusals` is written in each language. */
export async function writeTo(t: Tx, accountId: string, kind: DecisionLetter, facts: { number: string; link: string; refusals?: Readonly<Record<Language, string>>; certificate?: string }): Promise<void> {
  await people.sendLetter(t, { accountId }, {
    kind: `accreditation-${kind}`,
    write: (lang) => {
      const words = decisionMessages[lang].letters[kind]
      const values = { number: facts.number, link: `${t.publicUrl}/${lang}${facts.link}`, refusals: facts.refusals?.[lang] ?? '', certificate: facts.certificate ?? '' }
      return { subject: fill(words.subject, values), body: fill(words.body, values) }
    },
  })
}
