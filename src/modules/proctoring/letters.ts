import type { Language } from '#kernel/localized.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { fill } from '#platform/i18n/message.ts'
import type { CaseFile } from '#modules/casework/index.ts'
import * as people from '#modules/people/index.ts'
import { messages } from './messages/index.ts'

/** Writes to the candidate what became of his watched exam, with the way to everything that concerns him. */
export async function writeToCandidate(t: Tx, kase: CaseFile, kind: keyof (typeof messages)['kk']['letters'], values: Record<string, string> | ((lang: Language) => Record<string, string>) = {}, page = `/cases/${kase.number}/watch`): Promise<void> {
  await people.sendLetter(t, { accountId: kase.accountId }, {
    kind: `proctoring-${kind}`, caseId: kase.id,
    write: (lang: Language) => {
      const words = messages[lang].letters[kind]
      const all = { number: kase.number, link: `${t.publicUrl}/${lang}${page}`, ...(typeof values === 'function' ? values(lang) : values) }
      return { subject: fill(words.subject, all), body: fill(words.body, all) }
    },
  })
}
