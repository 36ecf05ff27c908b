import { Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { lockInstance } from '#platform/acts/instance.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { hashPassword, passwordBlockers } from '#platform/auth/password.ts'
import { record } from '#platform/journal/journal.ts'
import { enterPerson, SYSTEM_ACCOUNT, type NewAccount } from './accounts.ts'
import { createOrganisation } from './organisations.ts'
import { messages } from './messages/index.ts'
import { policy } from './policy.ts'
import { insertAccount, insertGrant } from './store/people-store.ts'
import { selectOrganisations } from './store/organisation-store.ts'
import { findAdministrator } from './store/role-store.ts'

/** Makes the first administrator of an instance from the command line; where there is one, he adds the next himself. */
export async function createFirstAdministrator(ctx: Ctx, input: Omit<NewAccount, 'password' | 'demoKey'> & { password: string }): Promise<{ accountId: Uuid }> {
  const blockers = passwordBlockers(input.password, { email: input.email, surname: input.surname, givenName: input.givenName, hasSecondFactor: false })
  if (blockers.length > 0) throw new Denial('password.not-admissible', { blockers })
  const passwordHash = await hashPassword(input.password)
  return tx(ctx, 'administrator.create-first', async (t) => {
    assertMay(t, policy, 'administrator.create-first', undefined as never)
    await lockInstance(t.sql)
    if (await findAdministrator(t.sql)) throw new Denial('administrator.exists')
    const platform = (await selectOrganisations(t.sql)).find((each) => each.kind === 'platform')?.id
      ?? await createOrganisation(t, { kind: 'platform', bin: null, nameKk: messages.kk.platformName, nameRu: messages.ru.platformName, nameEn: messages.en.platformName, demonstration: t.demo })
    const personId = await enterPerson(t, input)
    const id = t.newId()
    const inserted = await insertAccount(t.sql, { id, personId, email: input.email.trim().toLowerCase(), passwordHash, lang: input.lang, demoKey: null, createdAt: t.now })
    if (inserted === 0) throw new Denial('account.email-taken-meanwhile')
    await record(t, `account:${id}`, 'account-opened', { personId })
    await insertGrant(t.sql, { id: t.newId(), accountId: id, role: 'administrator', organisationId: platform, validFrom: t.today, validUntil: null, grantedBy: SYSTEM_ACCOUNT, grantedAt: t.now })
    await record(t, `account:${id}`, 'role-granted', { role: 'administrator', organisationId: platform })
    return { accountId: id }
  })
}
