import type { Language } from '#kernel/localized.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import { ownAccount } from './passwords.ts'
import { policy } from './policy.ts'
import * as store from './store/people-store.ts'

export interface OwnContacts {
  name: { surname: string; givenName: string; patronymic: string | null }
  iinLastFour: string
  verified: boolean
  email: string
  phone: string
  address: string
  lang: Language
}

/** What the platform knows of oneself, the IIN masked. */
export async function ownContacts(ctx: Ctx): Promise<OwnContacts> {
  const account = await ownAccount(ctx)
  const person = (await store.selectPerson(ctx.db, account.personId))!
  return {
    name: person, iinLastFour: person.iinLastFour, verified: person.verifiedAt !== null, email: account.email,
    phone: person.phone ?? '', address: person.address ?? '', lang: account.lang,
  }
}

/** Changes one's own telephone, address and language of letters. */
export async function changeContacts(ctx: Ctx, input: { phone: string; address: string; lang: Language }): Promise<void> {
  const account = await ownAccount(ctx)
  await tx(ctx, 'account.change-contacts', async (t) => {
    assertMay(t, policy, 'account.change-own', { accountId: account.id })
    await store.lockAccount(t.sql, account.id)
    await store.updateContacts(t.sql, account.personId, input.phone, input.address)
    await store.updateLanguage(t.sql, account.id, input.lang)
    await record(t, `account:${account.id}`, 'contacts-changed')
  })
}
