import type { Language } from '#kernel/localized.ts'
import { inLanguage } from '#kernel/localized.ts'
import type { Role } from '#platform/acts/actor.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { fill } from '#platform/i18n/message.ts'
import * as people from '#modules/people/index.ts'
import type { AccreditationCase } from '../cases.ts'
import { messages } from '../messages/index.ts'
import { selectChamberOfRegion } from './store/receipt-store.ts'

export type LetterKind = keyof (typeof messages)['kk']['letters']

/** To everybody who represents the applicant on the platform. */
export async function writeToApplicant(t: Tx, kase: AccreditationCase, kind: LetterKind, facts: { grounds?: string } = {}): Promise<void> {
  await writeToHolders(t, kase, kase.organisationId, ['applicant', 'centre-head'], kind, `/applicant/cases/${kase.id}`, facts)
}

/** To the officers of the regional chamber that receives the case. */
export async function writeToChamber(t: Tx, kase: AccreditationCase, kind: LetterKind): Promise<void> {
  const chamber = await selectChamberOfRegion(t.sql, kase.regionKato)
  if (chamber) await writeToHolders(t, kase, chamber.organisationId, ['chamber-officer'], kind, `/accreditor/cases/${kase.id}`, {})
}

/** To one person of the accrediting body. */
export async function writeToAccount(t: Tx, kase: AccreditationCase, accountId: string, kind: LetterKind): Promise<void> {
  await people.sendLetter(t, { accountId }, await letterOf(t, kase, kind, `/accreditor/cases/${kase.id}`, {}))
}

async function writeToHolders(t: Tx, kase: AccreditationCase, organisationId: string, roles: readonly Role[], kind: LetterKind, path: string, facts: { grounds?: string }): Promise<void> {
  const letter = await letterOf(t, kase, kind, path, facts)
  for (const holder of await people.listHolders(t.sql, organisationId, t.today, undefined)) {
    if (holder.roles.some((role) => roles.includes(role))) await people.sendLetter(t, { accountId: holder.accountId }, letter)
  }
}

async function letterOf(t: Tx, kase: AccreditationCase, kind: LetterKind, path: string, { grounds = '' }: { grounds?: string }): Promise<people.LetterToSend> {
  const organisation = await people.getOrganisation(t.sql, kase.organisationId)
  return {
    kind: `accreditation-${kind}`,
    write(lang: Language) {
      const text = messages[lang].letters[kind]
      const values = { number: kase.number ?? '', organisation: inLanguage(organisation.name, lang), grounds, link: `${t.publicUrl}/${lang}${path}` }
      return { subject: fill(text.subject, values), body: fill(text.body, values) }
    },
  }
}
