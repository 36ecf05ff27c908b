import type { Day } from '#kernel/day.ts'
import { Denial, deny } from '#kernel/denial.ts'
import { makeDocumentNumber } from '#kernel/document-number.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { record } from '#platform/journal/journal.ts'
import { isCertificateValid } from './domain/certificate.ts'
import { policy } from './policy.ts'
import { insertCentre, selectCentre, setPublicFrom, takeSerial } from './store/centre-store.ts'
import { insertCertificate, insertScopeLine, lockCertificate, selectScope, updateCertificate } from './store/scope-store.ts'

export interface CentreContacts {
  addressKk: string
  addressRu: string
  phone: string
  email: string
  hoursKk: string
  hoursRu: string
}

/** An organisation becomes a centre with a number of its own; nobody sees it until it is published. Answers nothing new where it is one already. */
export async function openCentre(t: Tx, input: { organisationId: Uuid; regionKato: string; contacts: CentreContacts }): Promise<void> {
  assertMay(t, policy, 'centre.accredit', undefined as never)
  if (await selectCentre(t.sql, input.organisationId)) return
  const serial = await takeSerial(t.sql)
  const { addressKk, addressRu, phone, email, hoursKk, hoursRu } = input.contacts
  await insertCentre(t.sql, { id: input.organisationId, serial, regionKato: input.regionKato, addressKk, addressRu, phone, email, hoursKk, hoursRu, publicFrom: null, provenance: t.demo ? 'demonstration' : 'import' })
  await record(t, `centre:${input.organisationId}`, 'centre-opened', { serial })
}

interface NewCertificate {
  centreId: Uuid
  validFrom: Day
  validUntil: Day
  scope: readonly { professionCode: string; level: number }[]
  /** The certificate that this one takes the place of: its scope goes on in the new one. */
  previousId: Uuid | null
}

/**
 * Issues a certificate. Its number is drawn by chance like that of a document, so that nobody can guess the next or count the centres by it [D].
 * The one before is ended on the same day; its scope stands in the new one.
 */
export async function issueCertificate(t: Tx, input: NewCertificate): Promise<{ id: Uuid; number: string; scope: { professionCode: string; level: number }[] }> {
  assertMay(t, policy, 'centre.accredit', undefined as never)
  const scope = new Map(input.scope.map((line) => [`${line.professionCode}.${line.level}`, line]))
  if (input.previousId) {
    const before = await lockCertificate(t.sql, input.previousId)
    if (!before || before.centreId !== input.centreId) throw new Denial('not-found')
    if (!isCertificateValid(before, t.today)) deny('certificate.previous-not-valid', { number: before.number })
    for (const line of await selectScope(t.sql, { centreId: input.centreId })) {
      if (line.certificateId === before.id) scope.set(`${line.professionCode}.${line.level}`, { professionCode: line.professionCode, level: line.level })
    }
    await updateCertificate(t.sql, before.id, { ...before, terminatedOn: t.today })
  }
  const [id, number] = [t.newId(), `A-${makeDocumentNumber(t.random(8))}`]
  await insertCertificate(t.sql, { id, centreId: input.centreId, number, validFrom: input.validFrom, validUntil: input.validUntil, withdrawnOn: null, resumedOn: null, terminatedOn: null })
  const lines = [...scope.values()].map(({ professionCode, level }) => ({ professionCode, level })).sort((a, b) => (a.professionCode < b.professionCode ? -1 : a.professionCode > b.professionCode ? 1 : a.level - b.level))
  for (const line of lines) await insertScopeLine(t.sql, id, line.professionCode, line.level)
  await record(t, `centre:${input.centreId}`, 'certificate-issued', { certificateId: id, number, previousId: input.previousId })
  return { id, number, scope: lines }
}

/** Opens the centre to the public from today; the caller has seen that its registration is complete. */
export async function publishCentre(t: Tx, centreId: Uuid): Promise<void> {
  assertMay(t, policy, 'centre.publish', { centreId })
  if ((await setPublicFrom(t.sql, centreId, t.today)) === 0) deny('registration.public-already')
  await record(t, `centre:${centreId}`, 'centre-published', {})
}
