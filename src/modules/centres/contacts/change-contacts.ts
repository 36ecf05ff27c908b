import { assertNone, Denial, deny } from '#kernel/denial.ts'
import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import * as people from '#modules/people/index.ts'
import { policy } from '../policy.ts'
import { contactBlockers, type Contacts } from './domain/contacts.ts'
import { insertContacts, lockContacts, selectContactsOf, updateContacts } from './store/contacts-store.ts'

const FIELDS = ['phone', 'email', 'site'] as const

/** Keeps what was and what is now, as two rows of the history; answers which fields differ. The caller holds the lock. */
async function keep(t: Tx, centreId: Uuid, before: Contacts, after: Contacts, by: Uuid | null): Promise<string[]> {
  const changed = FIELDS.filter((field) => before[field] !== after[field])
  if (changed.length === 0) return []
  if ((await selectContactsOf(t.sql, centreId)).length === 0) await insertContacts(t.sql, centreId, { id: t.newId(), ...before, inForceAt: null, enteredBy: null })
  await insertContacts(t.sql, centreId, { id: t.newId(), ...after, inForceAt: t.now, enteredBy: by })
  return changed
}

/** The head changes how the centre can be reached, from this moment; what was before stays in the history. The address is that of the accreditation and is not changed here. */
export async function changeCentreContacts(ctx: Ctx, input: Contacts & { centreId: Uuid }): Promise<void> {
  await tx(ctx, 'contacts.change', async (t) => {
    assertMay(t, policy, 'contacts.change', input)
    const after: Contacts = { phone: input.phone.trim(), email: input.email.trim().toLowerCase(), site: input.site.trim() }
    const before = await lockContacts(t.sql, input.centreId)
    if (!before) throw new Denial('not-found')
    assertNone('contacts.wrong', contactBlockers(after))
    const changed = await keep(t, input.centreId, before, after, accountOf(t.actor) ?? null)
    if (changed.length === 0) deny('contacts.unchanged')
    await updateContacts(t.sql, input.centreId, after)
    await record(t, `centre:${input.centreId}`, 'contacts-changed', { changed })
  })
}

/** The register brings other contacts than the centre had: the history keeps both. The caller writes them into the centre. */
export async function keepImportedContacts(t: Tx, centreId: Uuid, after: Omit<Contacts, 'site'>): Promise<void> {
  assertMay(t, policy, 'centre.enter', undefined as never)
  const before = await lockContacts(t.sql, centreId)
  if (before) await keep(t, centreId, before, { ...after, site: before.site }, null)
}

export interface ContactsKept extends Contacts {
  inForceAt: Moment | null
  by: string | undefined
}
/** How the centre can be reached and could be before, the newest first; empty while nothing was ever changed. */
export async function readContactsHistory(ctx: Ctx, centreId: Uuid): Promise<ContactsKept[]> {
  return read(ctx, 'contacts.read', async (t) => {
    assertMay(t, policy, 'contacts.read', { centreId })
    const rows = await selectContactsOf(t.sql, centreId)
    const names = await people.namesOf(t, rows.map((row) => row.enteredBy))
    return rows.map(({ phone, email, site, inForceAt, enteredBy }) => ({ phone, email, site, inForceAt, by: enteredBy ? names.get(enteredBy) : undefined }))
  })
}
