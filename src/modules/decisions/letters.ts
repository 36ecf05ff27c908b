import type { Language } from '#kernel/localized.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { fill } from '#platform/i18n/message.ts'
import type { CaseFile } from '#modules/casework/index.ts'
import * as people from '#modules/people/index.ts'
import { messages } from './messages/index.ts'

type Kind = keyof (typeof messages)['kk']['letters']

/** A letter of this module about a case. */
export function letterOf(kind: Kind, kase: Pick<CaseFile, 'id' | 'number'>, { publicUrl = '', decision = '' } = {}) {
  return {
    kind, caseId: kase.id,
    write: (lang: Language) => {
      const words = messages[lang].letters[kind]
      const values = { number: kase.number, decision, link: `${publicUrl}/${lang}${kind === 'decided' ? `/cases/${kase.number}` : '/examiner/panels'}` }
      return { subject: fill(words.subject, values), body: fill(words.body, values) }
    },
  }
}

/** To the candidate whose theory was credited with a faulty question: how many answers count now, and what follows. */
export async function writeCredit(t: Tx, kase: CaseFile, consequence: keyof (typeof messages)['kk']['credits'], credited: { total: number; after: { correct: number } }): Promise<void> {
  await people.sendLetter(t, { accountId: kase.accountId }, {
    kind: 'theory-credited', caseId: kase.id,
    write: (lang: Language) => {
      const words = messages[lang]
      const values = { number: kase.number, correct: credited.after.correct, total: credited.total, what: words.credits[consequence], link: `${t.publicUrl}/${lang}/cases/${kase.number}` }
      return { subject: fill(words.letters['theory-credited'].subject, values), body: fill(words.letters['theory-credited'].body, values) }
    },
  })
}

export async function writeToCandidate(t: Tx, kase: CaseFile, kind: Kind, decision: string): Promise<void> {
  await people.sendLetter(t, { accountId: kase.accountId }, letterOf(kind, kase, { publicUrl: t.publicUrl, decision }))
}
