import type { Day } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { formatDay, formatTenge } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { CaseFile } from '#modules/casework/index.ts'
import * as people from '#modules/people/index.ts'
import { messages } from './messages/index.ts'
import { selectApplication } from './store/application-store.ts'

export type LetterKind = keyof (typeof messages)['kk']['letters']

export interface LetterFacts {
  /** The last day of the term that runs; null: not set; or that it is counted from the payment, which has not come. */
  due?: Day | 'after-payment' | null
  price?: number
  reason?: string
  note?: string
  /** Which condition was answered, and how; put into words in the language of the reader. */
  answer?: { kind: string; granted: boolean; percent: number | null }
}

/** Writes to the candidate of a case: into his account, or to the e-mail of his application when he has none. */
export async function writeToCandidate(t: Tx, kase: CaseFile, kind: LetterKind, facts: LetterFacts = {}): Promise<void> {
  const application = await selectApplication(t.sql, kase.id)
  await people.sendLetter(t, { accountId: kase.accountId, email: application?.email ?? null, lang: application?.language ?? 'kk' }, {
    kind, caseId: kase.id,
    write(lang: Language) {
      const text = messages[lang].letters[kind]
      const values = {
        number: kase.number, link: `${t.publicUrl}/${lang}/cases/${kase.number}`,
        due: facts.due === 'after-payment' ? messages[lang].afterPayment : facts.due ? formatDay(facts.due, lang) : messages[lang].notSet, price: facts.price === undefined ? '' : formatTenge(facts.price, lang),
        reason: facts.reason ?? '', note: facts.note ?? '', answer: facts.answer ? answerWords(facts.answer, lang) : '',
      }
      return { subject: fill(text.subject, values), body: fill(text.body, values) }
    },
  })
}

function answerWords({ kind, granted, percent }: NonNullable<LetterFacts['answer']>, lang: Language): string {
  const words = messages[lang]
  const need = words.paper.needs[kind as keyof typeof words.paper.needs]
  return fill(granted ? words.granted : words.notGranted, { need: percent === null ? need : `${need} +${percent} %` })
}
