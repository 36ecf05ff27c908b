import type { Day } from '#kernel/day.ts'
import { inLanguage, type Language } from '#kernel/localized.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import type { CaseFile } from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as people from '#modules/people/index.ts'
import { messages } from './messages/index.ts'

export type LetterKind = keyof (typeof messages)['kk']['letters']

export interface LetterFacts {
  due?: Day | null
  /** A key of the catalogue `outcomes`, `findings` or `rules`, put into words in the language of the reader. */
  outcome?: keyof (typeof messages)['kk']['outcomes']
  finding?: keyof (typeof messages)['kk']['findings']
  rule?: string
  parent?: string
  ground?: string
}

function letterOf(t: Tx, kase: CaseFile, kind: LetterKind, path: string, facts: LetterFacts, centre: centres.Centre): Parameters<typeof people.sendLetter>[2] {
  return {
    kind, caseId: kase.id,
    write(lang: Language) {
      const text = messages[lang].letters[kind]
      const words = messages[lang]
      const values = {
        number: kase.number, parent: facts.parent ?? '', ground: facts.ground ?? '', link: `${t.publicUrl}/${lang}${path}`, centre: inLanguage(centre.name, lang),
        due: facts.due ? formatDay(facts.due, lang) : words.notSet, outcome: facts.outcome ? words.outcomes[facts.outcome] : '', finding: facts.finding ? words.findings[facts.finding] : '',
        rule: facts.rule ? (words.rules as Record<string, string>)[facts.rule] ?? facts.rule : '',
      }
      return { subject: fill(text.subject, values), body: fill(text.body, values) }
    },
  }
}

/** To the person whose case it is. */
export async function writeToPerson(t: Tx, kase: CaseFile, kind: LetterKind, path: string, facts: LetterFacts = {}): Promise<void> {
  const centre = await centres.getCentre(t.sql, kase.centreId)
  await people.sendLetter(t, { accountId: kase.accountId }, letterOf(t, kase, kind, path, facts, centre))
}

/** To the address of the centre. */
export async function writeToCentre(t: Tx, kase: CaseFile, kind: LetterKind, path: string, facts: LetterFacts = {}): Promise<void> {
  const centre = await centres.getCentre(t.sql, kase.centreId)
  await people.sendLetter(t, { accountId: null, email: centre.email, lang: 'kk' }, letterOf(t, kase, kind, path, facts, centre))
}

/** To each of these people. */
export async function writeToAccounts(t: Tx, kase: CaseFile, accountIds: readonly string[], kind: LetterKind, path: string, facts: LetterFacts = {}): Promise<void> {
  const centre = await centres.getCentre(t.sql, kase.centreId)
  for (const accountId of accountIds) await people.sendLetter(t, { accountId }, letterOf(t, kase, kind, path, facts, centre))
}
