import type { Language } from '#kernel/localized.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { fill } from '#platform/i18n/message.ts'
import * as casework from '#modules/casework/index.ts'
import * as people from '#modules/people/index.ts'
import { messages } from '../messages/index.ts'
import { releaseChoices } from './store/choice-store.ts'

/** The sitting that a candidate chose is called off: his seats are free, and he is told that he may choose again. The case must be locked and the caller has asked its own policy. */
export async function releaseChosenDay(t: Tx, kase: casework.CaseFile): Promise<void> {
  if ((await releaseChoices(t.sql, kase.id, 'called-off', t.now)) === 0 || kase.step !== 'contract-signed') return
  await casework.touchCase(t, kase, {})
  await casework.record(t, kase.id, 'chosen-day-called-off', {})
  await people.sendLetter(t, { accountId: kase.accountId }, {
    kind: 'chosen-day-off', caseId: kase.id,
    write: (lang: Language) => {
      const words = messages[lang].letters.chosenDayOff
      const values = { number: kase.number, link: `${t.publicUrl}/${lang}/cases/${kase.number}/day` }
      return { subject: fill(words.subject, values), body: fill(words.body, values) }
    },
  })
}
