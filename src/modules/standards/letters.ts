import { Denial } from '#kernel/denial.ts'
import type { Language } from '#kernel/localized.ts'
import { accountOf } from '#platform/acts/actor.ts'
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
          const about = { title: titleOf(version, lang), no: version.versionNo, day: formatDay(day, lang) }
          const lines = own.map(({ programme, redo }) => fill(words.line, { code: programme.professionCode, level: programme.level, version: programme.versionNo, reason: words.reasons[redo.reason] }))
          return { subject: fill(words.subject, about), body: [fill(words.lead, about), '', words.programmes, ...lines, '', fill(words.end, { link: `${t.publicUrl}/${lang}/centre/programmes` })].join('\n') }
        },
      })
      written++
    }
  }
  return written
}

/** To those who may approve a version: its body and the authorised body, but whoever wrote or sent it. */
export async function writeToApprovers(t: Tx, version: BasisVersion, { organisationId, wrote }: { organisationId: string | undefined; wrote: readonly string[] }): Promise<void> {
  const ofAuthority = [...(await people.listHoldersOfRole(t.sql, 'ministry', t.today)), ...(await people.listHoldersOfRole(t.sql, 'national-body', t.today))]
  const ofBody = organisationId === undefined ? [] : await people.listHolders(t.sql, organisationId, t.today, 'sector-officer')
  const desks = new Map([...ofAuthority.map((each) => [each.accountId, 'ministry'] as const), ...ofBody.map((each) => [each.accountId, 'sector'] as const)])
  for (const [accountId, desk] of desks) {
    if (wrote.includes(accountId) || accountId === accountOf(t.actor)) continue
    await people.sendLetter(t, { accountId }, {
      kind: 'basis-awaits-approval',
      write(lang) {
        const words = messages[lang].approvalLetter
        const values = { title: titleOf(version, lang), no: version.versionNo, link: `${t.publicUrl}/${lang}/${desk}/standards/${version.id}` }
        return { subject: fill(words.subject, values), body: fill(words.body, values) }
      },
    })
  }
}

function titleOf(version: BasisVersion, lang: Language): string {
  return version.title[lang] || version.title[lang === 'kk' ? 'kk' : 'ru']
}
