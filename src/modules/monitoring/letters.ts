import { inLanguage } from '#kernel/localized.ts'
import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import * as centres from '#modules/centres/index.ts'
import * as people from '#modules/people/index.ts'
import { messages } from './messages/index.ts'

type LetterKind = keyof (typeof messages)['kk']['letters']

/** Writes to every head of the centre; to its address where it has no head. */
export async function writeToCentre(t: Tx, centreId: string, kind: LetterKind, values: { no: number; day?: Day; text?: string }): Promise<void> {
  const centre = await centres.getCentre(t.sql, centreId)
  const heads = await people.listHolders(t.sql, centreId, t.today, 'centre-head')
  const receivers = heads.length > 0 ? heads.map((head) => ({ accountId: head.accountId })) : [{ accountId: null, email: centre.email, lang: 'kk' as const }]
  for (const to of receivers) {
    await people.sendLetter(t, to, {
      kind: `monitoring-${kind}`,
      write(lang) {
        const words = messages[lang].letters[kind]
        const known = { centre: inLanguage(centre.name, lang), no: String(values.no), day: values.day ? formatDay(values.day, lang) : '', text: values.text ?? '', link: `${t.publicUrl}/${lang}/centre/monitoring` }
        return { subject: fill(words.subject, known), body: fill(words.body, known) }
      },
    })
  }
}
