import { Bin } from '#kernel/bin.ts'
import type { Moment } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Localized } from '#kernel/localized.ts'
import type { PersonActor } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx, withSystemSight } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import * as people from '#modules/people/index.ts'
import { EMPLOYER_CONSENT_VERSION, isDocumentsSeen } from './domain/consent.ts'
import { chainOf } from './office.ts'
import { policy } from './policy.ts'
import { insertDocumentConsent, lockConsentsOfPerson, selectConsentsOfAccounts } from './store/document-consent-store.ts'
import { selectConsents, selectOfPerson } from './store/referral-store.ts'

const NOBODY = undefined as never

/** An employer that sees a person's documents, and by what: his own word, or his consent beside a referral, which he takes back there. */
export interface EmployerSeeing {
  organisationId: Uuid
  name: Localized
  bin: string | null
  since: Moment
  referralId: Uuid | undefined
}

/**
 * A person lets an employer, named by its BIN, see the documents he holds, without being referred: whoever holds a document needs no referral any more, and the employer declares its
 * activity with his. Nobody shows papers in another's name by it: what was issued through Tanu belongs to this very person, and the registers that know an IIN alone are asked for a verified one only
 * (`holdings.ts`). The employer must have a desk, else nobody could look.
 */
export async function showDocuments(ctx: Ctx, input: { bin: string }): Promise<void> {
  await tx(ctx, 'documents-consent.give', async (t) => withSystemSight(t, async () => {
    assertMay(t, policy, 'documents-consent.give', NOBODY)
    const bin = Bin.parse(input.bin)
    if (!bin.ok || (bin.value.kind === 'demonstration' && !t.demo)) throw new Denial('desk-request.bin-wrong', { data: { field: 'bin' } })
    const organisation = await people.findOrganisationOfBin(t.sql, bin.value.reveal())
    const hasDesk = organisation !== undefined && (await people.listHolders(t.sql, organisation.id, t.today, 'employer-representative')).length > 0
    if (!hasDesk) throw new Denial('documents-consent.employer-unknown', { data: { field: 'bin' } })
    await say(t, organisation.id, true)
  }))
}

/** He takes it back, at any time; what was seen is not unseen, but nothing of it is kept. */
export async function hideDocuments(ctx: Ctx, input: { organisationId: Uuid }): Promise<void> {
  await tx(ctx, 'documents-consent.take-back', async (t) => withSystemSight(t, async () => {
    assertMay(t, policy, 'documents-consent.take-back', NOBODY)
    await say(t, input.organisationId, false)
  }))
}

/** Writes his word, unless it stands so already. */
async function say(t: Tx, organisationId: Uuid, given: boolean): Promise<void> {
  const { personId, accountId } = t.actor as PersonActor
  await lockConsentsOfPerson(t.sql, personId)
  const stands = (await selectConsentsOfAccounts(t.sql, await people.listAccountsOfPerson(t.sql, personId))).find((each) => each.organisationId === organisationId)?.given ?? false
  if (stands === given) return
  const id = t.newId()
  await insertDocumentConsent(t.sql, { id, organisationId, personId, accountId, given, textVersion: EMPLOYER_CONSENT_VERSION, at: t.now })
  await record(t, chainOf(organisationId), given ? 'consent-given' : 'consent-withdrawn', { consentId: id, scope: 'documents', text: EMPLOYER_CONSENT_VERSION })
}

/** Every employer that sees one's own documents now. */
export async function listEmployersSeeing(ctx: Ctx): Promise<EmployerSeeing[]> {
  return read(ctx, 'documents-consent.give', async (t) => {
    assertMay(t, policy, 'documents-consent.give', NOBODY)
    const { personId, accountId } = t.actor as PersonActor
    return withSystemSight(t, async () => {
      const accounts = await people.listAccountsOfPerson(t.sql, personId)
      const own = (await selectConsentsOfAccounts(t.sql, accounts)).filter((each) => each.given).map((each) => ({ organisationId: each.organisationId, since: each.at, referralId: undefined }))
      const rows = (await selectOfPerson(t.sql, (await people.verifiedIinIndexOf(t, personId)) ?? new Uint8Array(), accountId)).filter((row) => isDocumentsSeen(row, t.today))
      const beside = (await selectConsents(t.sql, rows.map((row) => row.id))).filter((each) => each.scope === 'documents' && each.given && accounts.includes(each.accountId))
        .map((each) => ({ organisationId: rows.find((row) => row.id === each.referralId)!.organisationId, since: each.at, referralId: each.referralId }))
      const found: EmployerSeeing[] = []
      for (const each of [...own, ...beside]) {
        const { name, bin } = await people.getOrganisation(t.sql, each.organisationId)
        found.push({ ...each, name, bin })
      }
      return found
    })
  })
}
