import { Denial } from '#kernel/denial.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import * as people from '#modules/people/index.ts'
import { messages } from './messages/index.ts'
import type { ProgrammeToRedo } from './programmes-to-redo.ts'
import type { BasisVersion } from './store/basis-store.ts'

/** Tells the heads of centres which of their programmes have to be redone because of a version that was approved. */
export async function writeToHeads(t: Tx, version: BasisVersion, redos: readonly ProgrammeToRedo[]): Promise<number> {
  if (version.validFrom === null) throw new Denial('standards.first-day-missing')
  const day = version.validFrom
  let written = 0
  for (const centreId of new Set(redos.map(({ programme }) => programme.centreId))) {
    const own = redos.filter(({ programme }) => programme.centreId === centreId)
    for (const head of await people.listHolders(t.sql, centreId, t.today, 'centre-head')) {
      await people.sendLetter(t, { accountId: head.accountId }, {
        kind: 'basis-changed',
        write(lang) {
          const words = messages[lang].letter
          const about = { title: version.title[lang] || version.title[lang === 'kk' ? 'kk' : 'ru'], no: version.versionNo, day: formatDay(day, lang) }
          const lines = own.map(({ programme, redo }) => fill(words.line, { code: programme.professionCode, level: programme.level, version: programme.versionNo, reason: words.reasons[redo.reason] }))
          return { subject: fill(words.subject, about), body: [fill(words.lead, about), '', words.programmes, ...lines, '', fill(words.end, { link: `${t.publicUrl}/${lang}/centre/programmes` })].join('\n') }
        },
      })
      written++
    }
  }
  return written
}
