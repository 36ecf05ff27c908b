import type { Tx } from '#platform/acts/ctx.ts'
import { fill } from '#platform/i18n/message.ts'
import * as people from '#modules/people/index.ts'
import { messages } from '../messages/index.ts'

export type ReissueLetter = keyof (typeof messages)['kk']['reissue']['letters']

/** A letter about a certificate that is written anew; the path is without the language. */
export async function writeAboutReissue(t: Tx, accountIds: readonly string[], kind: ReissueLetter, values: Readonly<Record<string, string>>, path: string): Promise<void> {
  for (const accountId of accountIds) {
    await people.sendLetter(t, { accountId }, {
      kind,
      write(lang) {
        const { subject, body } = messages[lang].reissue.letters[kind]
        const all = { ...values, link: `${t.publicUrl}/${lang}${path}` }
        return { subject: fill(subject, all), body: fill(body, all) }
      },
    })
  }
}
