import type { Day } from '#kernel/day.ts'
import { Denial, deny } from '#kernel/denial.ts'
import { makeDocumentNumber } from '#kernel/document-number.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { record } from '#platform/journal/journal.ts'
import { certificateState, type CertificateState } from './domain/certificate.ts'
import { carriedOver, replaces, type Succession } from './domain/succession.ts'
import { policy } from './policy.ts'
import { copyCertificateEvent, selectCertificateEvents, selectOpenEvents } from './store/certificate-event-store.ts'
import { insertCentre, selectCentre, setPublicFrom, takeSerial, updateAddress } from './store/centre-store.ts'
import { insertCertificate, insertScopeLine, lockCertificate, markReplaced, selectScope, type Certificate } from './store/scope-store.ts'

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
  /** What was granted; an extension and a re-issue take over the scope of the one before. */
  scope: readonly QualificationLine[]
  /** The certificate that this one follows, and how. */
  previous: { id: Uuid; succession: Succession } | null
}
interface QualificationLine {
  professionCode: string
  level: number
}
const keyOf = (line: QualificationLine) => `${line.professionCode}.${line.level}`

/**
 * Issues a certificate. Its number is drawn by chance like that of a document, so that nobody can guess the next or count the centres by it [D].
 * What was decided about professions of the one before goes on in it; a terminated one is not taken over.
 */
export async function issueCertificate(t: Tx, input: NewCertificate): Promise<{ id: Uuid; number: string; scope: QualificationLine[] }> {
  assertMay(t, policy, 'centre.accredit', undefined as never)
  const held = input.previous ? await heldUnder(t, input.centreId, input.previous) : undefined
  const granted = input.previous?.succession === 'renewal' ? input.scope.filter((line) => held!.lines.some((each) => keyOf(each) === keyOf(line))) : [...input.scope, ...(held?.lines ?? [])]
  const lines = [...new Map(granted.map((line) => [keyOf(line), { professionCode: line.professionCode, level: line.level }])).values()]
    .sort((a, b) => (a.professionCode < b.professionCode ? -1 : a.professionCode > b.professionCode ? 1 : a.level - b.level))
  if (lines.length === 0) deny('certificate.nothing-left')
  const [id, number] = [t.newId(), `A-${makeDocumentNumber(t.random(8))}`]
  await insertCertificate(t.sql, { id, centreId: input.centreId, number, validFrom: input.validFrom, validUntil: input.validUntil, withdrawnOn: null, resumedOn: null, terminatedOn: null })
  for (const line of lines) await insertScopeLine(t.sql, id, line.professionCode, line.level)
  if (held) {
    const carried = new Set(lines.filter((line) => held.lines.some((each) => keyOf(each) === keyOf(line))).map((line) => line.professionCode))
    await carryEvents(t, held.certificate.id, id, carried)
    if (replaces(input.previous!.succession)) await markReplaced(t.sql, held.certificate.id, t.today)
  }
  await record(t, `centre:${input.centreId}`, 'certificate-issued', { certificateId: id, number, previousId: input.previous?.id ?? null, succession: input.previous?.succession ?? null })
  return { id, number, scope: lines }
}

/** The certificate before, locked, with the lines that are not terminated; refuses where none may follow it. */
async function heldUnder(t: Tx, centreId: Uuid, previous: NonNullable<NewCertificate['previous']>): Promise<{ certificate: Certificate; lines: QualificationLine[] }> {
  const certificate = await lockCertificate(t.sql, previous.id)
  if (!certificate || certificate.centreId !== centreId) throw new Denial('not-found')
  const state = certificateState(certificate, t.today)
  const allowed: readonly CertificateState[] = previous.succession === 'extension' ? ['valid'] : previous.succession === 'reissue' ? ['valid', 'not-yet'] : ['valid', 'expired']
  if (!allowed.includes(state)) deny('certificate.previous-not-valid', { number: certificate.number })
  if ((await selectOpenEvents(t.sql)).some((event) => event.certificateId === certificate.id)) deny('certificate.proposal-waits', { number: certificate.number })
  const lines = (await selectScope(t.sql, { centreId })).filter((line) => line.certificateId === certificate.id && certificateState(line, t.today) !== 'terminated')
  return { certificate, lines }
}

async function carryEvents(t: Tx, fromId: Uuid, toId: Uuid, carried: ReadonlySet<string>): Promise<void> {
  for (const event of (await selectCertificateEvents(t.sql, fromId)).filter((each) => each.approved)) {
    const professions = carriedOver(event, carried, t.today)
    if (professions !== undefined) await copyCertificateEvent(t.sql, event, { id: t.newId(), certificateId: toId, professions })
  }
}

/** Opens the centre to the public from today; the caller has seen that its registration is complete. */
export async function publishCentre(t: Tx, centreId: Uuid): Promise<void> {
  assertMay(t, policy, 'centre.publish', { centreId })
  if ((await setPublicFrom(t.sql, centreId, t.today)) === 0) deny('registration.public-already')
  await record(t, `centre:${centreId}`, 'centre-published', {})
}

/** Another address of the centre, by a certificate written anew; in the caller's transaction. */
export async function moveCentre(t: Tx, input: { centreId: Uuid; addressKk: string; addressRu: string }): Promise<void> {
  assertMay(t, policy, 'centre.accredit', undefined as never)
  const centre = await selectCentre(t.sql, input.centreId)
  if (!centre) throw new Denial('not-found')
  if (centre.address.kk === input.addressKk && centre.address.ru === input.addressRu) return
  await updateAddress(t.sql, input.centreId, input)
  await record(t, `centre:${input.centreId}`, 'centre-moved', { before: centre.address, addressKk: input.addressKk, addressRu: input.addressRu })
}
