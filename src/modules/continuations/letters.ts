import type { Day } from '#kernel/day.ts'
import { inLanguage, type Language } from '#kernel/localized.ts'
import type { NormEdition } from '#kernel/norms.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { formatDay, formatTenge } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import * as applications from '#modules/applications/index.ts'
import type { CaseFile } from '#modules/casework/index.ts'
import type { Centre } from '#modules/centres/index.ts'
import * as people from '#modules/people/index.ts'
import { messages } from './messages/index.ts'

type Words = (typeof messages)['kk']['letters']
export type CandidateLetter = Exclude<keyof Words, `centre-${string}`>
export type CentreLetter = Extract<keyof Words, `centre-${string}`>

export interface LetterFacts {
  /** The centre that has the case, or had it. */
  centre: Centre
  to?: Centre | undefined
  due?: Day | null
  ground?: string
  /** What is owed to the candidate; 0: nothing was paid. */
  owed?: number
  /** A price already agreed stays as it was. */
  priceKept?: boolean
  /** The theory passed before is credited. */
  credited?: boolean
  /** By whose norms the price of a retake comes from the list. */
  norms?: NormEdition
  /** The exam that was paid for was held. */
  examined?: boolean
}

/** To the candidate: into his account, or to the e-mail of his application when he has none. */
export async function writeToCandidate(t: Tx, kase: CaseFile, kind: CandidateLetter, facts: LetterFacts): Promise<void> {
  const contact = kase.accountId ? {} : await applications.contactOf(t, kase.id)
  await people.sendLetter(t, { accountId: kase.accountId, ...contact }, {
    kind, caseId: kase.id,
    write(lang: Language) {
      const words = messages[lang]
      const values = {
        number: kase.number, link: `${t.publicUrl}/${lang}/cases/${kase.number}`, apply: `${t.publicUrl}/${lang}/apply/${kase.professionCode}`, centre: inLanguage(facts.centre.name, lang),
        to: facts.to ? inLanguage(facts.to.name, lang) : '', contact: facts.to ? [facts.to.phone, facts.to.email].filter(Boolean).join(', ') : '',
        due: facts.due ? formatDay(facts.due, lang) : words.notSet, ground: facts.ground ?? '',
        money: facts.examined ? words.examHeld : !facts.owed ? words.nothingPaid : fill(words.refund, { amount: formatTenge(facts.owed, lang), centre: inLanguage(facts.centre.name, lang) }),
        price: facts.priceKept ? words.priceKept : words.priceNew, credit: facts.credited ? words.credited : '', rule: (facts.norms && applications.retakeRuleIn(facts.norms, lang)) ?? '',
      }
      const body = fill(words.letters[kind].body, values).replace(/\n{3,}/g, '\n\n').trim()
      return { subject: fill(words.letters[kind].subject, values), body }
    },
  })
}

/** To the address of a centre: one letter for all its cases. */
export async function writeToCentre(t: Tx, centre: Centre, kind: CentreLetter, facts: { numbers: readonly string[]; ground?: string; path: string; caseId?: string | undefined }): Promise<void> {
  if (facts.numbers.length === 0) return
  await people.sendLetter(t, { accountId: null, email: centre.email, lang: 'kk' }, {
    kind, ...(facts.caseId ? { caseId: facts.caseId } : {}),
    write(lang: Language) {
      const values = { count: facts.numbers.length, numbers: facts.numbers.join(', '), ground: facts.ground ?? '', link: `${t.publicUrl}/${lang}${facts.path}` }
      return { subject: fill(messages[lang].letters[kind].subject, values), body: fill(messages[lang].letters[kind].body, values) }
    },
  })
}
