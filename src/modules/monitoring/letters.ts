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
  for (const to of receivers) await write(t, to, centre, kind, values, '/centre/monitoring')
}

/** Writes to everybody of the accrediting body who watches over the centre: who belongs to it does not. */
export async function writeToWatchers(t: Tx, centreId: string, kind: LetterKind, values: { no: number; day?: Day; text?: string }, path: string): Promise<void> {
  const centre = await centres.getCentre(t.sql, centreId)
  const own = new Set((await people.listHolders(t.sql, centreId, t.today, undefined)).map((holder) => holder.accountId))
  for (const { accountId } of await people.listHoldersOfRole(t.sql, 'accreditor', t.today)) if (!own.has(accountId)) await write(t, { accountId }, centre, kind, values, path)
}

async function write(t: Tx, to: Parameters<typeof people.sendLetter>[1], centre: centres.Centre, kind: LetterKind, values: { no: number; day?: Day; text?: string }, path: string): Promise<void> {
  await people.sendLetter(t, to, {
    kind: `monitoring-${kind}`,
    write(lang) {
      const words = messages[lang].letters[kind]
      const known = { centre: inLanguage(centre.name, lang), no: String(values.no), day: values.day ? formatDay(values.day, lang) : '', text: values.text ?? '', link: `${t.publicUrl}/${lang}${path}` }
      return { subject: fill(words.subject, known), body: fill(words.body, known) }
    },
  })
}
