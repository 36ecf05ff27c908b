import { assertNone, deny, Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { violatedConstraint } from '#platform/db/database.ts'
import { record } from '#platform/journal/journal.ts'
import { askSecondPerson, tellOfEvent } from './certificate-letters.ts'
import { certificateState, type CertificateEventKind } from './domain/certificate.ts'
import { eventBlockers, type CertificateGround, type EventProposal } from './domain/certificate-event.ts'
import { policy } from './policy.ts'
import { copyCertificateEvent, decideCertificateEvent, insertCertificateEvent, lockCertificate, selectCertificateEvent, type CertificateEventRow } from './store/certificate-event-store.ts'
import { selectCertificates, selectScope, type Certificate } from './store/scope-store.ts'

async function assertPossible(t: Tx, certificateId: Uuid, proposal: EventProposal): Promise<Certificate> {
  const locked = await lockCertificate(t.sql, certificateId)
  const certificate = locked && (await selectCertificates(t.sql, locked.centreId)).find((each) => each.id === certificateId)
  if (!certificate) throw new Denial('not-found')
  const lines = (await selectScope(t.sql, { centreId: certificate.centreId })).filter((line) => line.certificateId === certificateId)
  assertNone('certificate.not-possible', eventBlockers(proposal, certificate, lines, t.today))
  return certificate
}

/** One person of the accreditor proposes to withdraw, resume or terminate a certificate, or single professions of it. Nothing changes yet. */
export async function proposeCertificateEvent(ctx: Ctx, input: EventProposal & { certificateId: string; clause: string }): Promise<void> {
  try {
    await tx(ctx, 'certificate.propose', async (t) => {
      const certificateId = parseUuid(input.certificateId)
      const about = certificateId && (await lockCertificate(t.sql, certificateId))
      if (!certificateId || !about) throw new Denial('not-found')
      assertMay(t, policy, 'certificate.propose', { centreId: about.centreId })
      const certificate = await assertPossible(t, certificateId, input)
      const id = t.newId()
      await insertCertificateEvent(t.sql, {
        id, certificateId, kind: input.kind as CertificateEventKind, professions: input.professions === null ? null : [...new Set(input.professions)].sort(), inForceFrom: input.from,
        ground: input.ground as CertificateGround, note: input.note.trim(), clause: input.clause.trim(), proposedBy: accountOf(t.actor)!, proposedAt: t.now,
      })
      await record(t, `centre:${certificate.centreId}`, 'certificate-event-proposed', { eventId: id, certificateId, kind: input.kind, inForceFrom: input.from })
      await askSecondPerson(t, certificate, { kind: input.kind as CertificateEventKind, professions: input.professions, inForceFrom: input.from, note: input.note.trim() })
    })
  } catch (error) {
    if (violatedConstraint(error) === 'one_open_event_per_certificate') deny('certificate.proposed-already')
    throw error
  }
}

/** What follows from an approved event at once and in the same transaction; the cases concerned are known to modules above. */
export type AfterEvent = (t: Tx, event: { certificateId: Uuid; centreId: Uuid }) => Promise<void>

/**
 * Another person decides [D: the acts name no procedure]. Approved for today, it holds from this instant: the scope is asked for anew by every act.
 * A proposal whose day has passed while it waited can only be rejected, for nothing is decided into the past.
 */
export async function decideCertificateProposal(ctx: Ctx, input: { id: string; approve: boolean }, after?: AfterEvent): Promise<void> {
  await tx(ctx, 'certificate.decide', async (t) => {
    const id = parseUuid(input.id)
    const seen = id ? await selectCertificateEvent(t.sql, id) : undefined
    const locked = seen && (await lockCertificate(t.sql, seen.certificateId))
    const row = seen && (await selectCertificateEvent(t.sql, seen.id))
    if (!row || !locked) throw new Denial('not-found')
    assertMay(t, policy, 'certificate.decide', { centreId: locked.centreId })
    if (row.proposedBy === accountOf(t.actor)) deny('certificate.own-proposal')
    if (row.decidedBy) deny('certificate.decided-already')
    if (input.approve) {
      const certificate = await assertPossible(t, row.certificateId, { kind: row.kind, professions: row.professions, from: row.inForceFrom, ground: row.ground, note: row.note })
      await tellOfEvent(t, certificate, row)
    }
    await decideCertificateEvent(t.sql, { id: row.id, by: accountOf(t.actor)!, at: t.now, approved: input.approve })
    if (input.approve) await holdForWaiting(t, locked.centreId, { ...row, decidedBy: accountOf(t.actor)!, decidedAt: t.now })
    await record(t, `centre:${locked.centreId}`, input.approve ? 'certificate-event-approved' : 'certificate-event-rejected', { eventId: row.id, certificateId: row.certificateId, kind: row.kind, inForceFrom: row.inForceFrom })
    if (input.approve) await after?.(t, { certificateId: row.certificateId, centreId: locked.centreId })
  })
}

/** A renewed certificate that waits for its first day shares the fate of the one in force. */
async function holdForWaiting(t: Tx, centreId: Uuid, event: CertificateEventRow): Promise<void> {
  const waiting = (await selectCertificates(t.sql, centreId)).filter((each) => each.id !== event.certificateId && certificateState(each, t.today) === 'not-yet')
  const scope = await selectScope(t.sql, { centreId })
  for (const certificate of waiting) {
    const codes = new Set(scope.filter((line) => line.certificateId === certificate.id).map((line) => line.professionCode))
    const professions = event.professions === null ? null : event.professions.filter((code) => codes.has(code))
    if (professions === null || professions.length > 0) await copyCertificateEvent(t.sql, event, { id: t.newId(), certificateId: certificate.id, professions })
  }
}
