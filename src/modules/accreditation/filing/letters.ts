import { inLanguage } from '#kernel/localized.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import * as people from '#modules/people/index.ts'
import type { AccreditationCase } from '../cases.ts'
import { writeToAccounts, writeToActing, type CaseLetter } from '../letters.ts'
import { messages } from '../messages/index.ts'
import { selectChamberOfRegion } from './store/receipt-store.ts'

export type LetterKind = keyof (typeof messages)['kk']['letters']

/** To everybody who represents the applicant on the platform. */
export async function writeToApplicant(t: Tx, kase: AccreditationCase, kind: LetterKind, { grounds = '' }: { grounds?: string } = {}): Promise<void> {
  await writeToActing(t, kase, await letterOf(t, kase, kind, `/applicant/cases/${kase.id}`, grounds))
}

/** To the officers of the regional chamber that receives the case. */
export async function writeToChamber(t: Tx, kase: AccreditationCase, kind: LetterKind): Promise<void> {
  const chamber = await selectChamberOfRegion(t.sql, kase.regionKato)
  const officers = chamber ? await people.listHolders(t.sql, chamber.organisationId, t.today, 'chamber-officer') : []
  await writeToAccounts(t, kase, officers.map((each) => each.accountId), await letterOf(t, kase, kind, `/accreditor/cases/${kase.id}`))
}

/** To one person of the accrediting body. */
export async function writeToAccount(t: Tx, kase: AccreditationCase, accountId: string, kind: LetterKind): Promise<void> {
  await writeToAccounts(t, kase, [accountId], await letterOf(t, kase, kind, `/accreditor/cases/${kase.id}`))
}

async function letterOf(t: Tx, kase: AccreditationCase, kind: LetterKind, path: string, grounds = ''): Promise<CaseLetter> {
  const { name } = await people.getOrganisation(t.sql, kase.organisationId)
  return { kind, path, words: (lang) => messages[lang].letters[kind], values: (lang) => ({ organisation: inLanguage(name, lang), grounds }) }
}
