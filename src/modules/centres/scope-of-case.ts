import { addDays, type Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import type { Sql } from '#platform/db/database.ts'
import * as casework from '#modules/casework/index.ts'
import { findScope, type Scope, type ScopeQuestion } from './centres.ts'
import { certificateState, type CertificateState } from './domain/certificate.ts'
import type { CertificateGround } from './domain/certificate-event.ts'
import { selectCertificateEvent, selectEventInForce } from './store/certificate-event-store.ts'
import { selectScope } from './store/scope-store.ts'

/** How a centre lost a qualification: by which certificate and event; an expiry, and what came with the import, has no event. */
export interface Loss {
  certificateId: Uuid | null
  eventId: Uuid | null
  state: Exclude<CertificateState, 'valid' | 'replaced'> | 'none'
  ground: CertificateGround | undefined
}

/** Why the centre may not recognise this qualification on that day; undefined where it may. */
export async function findLoss(sql: Sql, question: ScopeQuestion): Promise<Loss | undefined> {
  const { centreId, professionCode, level, on } = question
  // Of a certificate whose place another took the other one tells.
  const rows = (await selectScope(sql, { centreId, professionCode, level })).map((row) => ({ row, state: certificateState(row, on) })).filter((each) => each.state !== 'replaced')
  if (rows.some((each) => each.state === 'valid')) return undefined
  const lost = rows.find((each) => each.state !== 'not-yet') ?? rows[0]
  if (!lost) return { certificateId: null, eventId: null, state: 'none', ground: undefined }
  const event = lost.state === 'expired' ? undefined : await selectEventInForce(sql, { certificateId: lost.row.certificateId, professionCode, on })
  const own = event && event.kind !== 'resumption' ? event : undefined
  // A decision taken over into a new certificate is the same decision: who was allowed to finish in spite of it still is.
  const byEvent = own?.copiedFrom ? await selectCertificateEvent(sql, own.copiedFrom) : own
  return { certificateId: byEvent?.certificateId ?? lost.row.certificateId, eventId: byEvent?.id ?? null, state: lost.state as Loss['state'], ground: byEvent?.ground }
}

/**
 * The certificate under which the centre works on this case today: the one in force, or the one that was when the case came to the
 * centre, where the ministry lets it finish in spite of the loss that stands now. Another event makes the case wait anew.
 */
export async function scopeOfCase(t: Tx, kase: casework.CaseFile): Promise<Scope | undefined> {
  const place = { centreId: kase.centreId, professionCode: kase.professionCode!, level: kase.level! }
  const today = await findScope(t.sql, { ...place, on: t.today })
  if (today) return today
  const permit = await casework.findPermit(t.sql, kase.id)
  const loss = permit && (await findLoss(t.sql, { ...place, on: t.today }))
  if (!permit || loss?.certificateId !== permit.certificateId || loss.eventId !== permit.eventId) return undefined
  return scopeSince(t, kase)
}

/**
 * The certificate that was in force when the case came to its centre. On the day of an event a certificate is not good any more, and yet
 * a case of that morning was registered lawfully, or it would have met the wall: then the day before counts.
 */
export async function scopeSince(t: Tx, kase: Pick<casework.CaseFile, 'id' | 'openedOn' | 'centreId' | 'professionCode' | 'level'>): Promise<Scope | undefined> {
  const since = await casework.atCentreSince(t, kase)
  const on = (day: Day) => findScope(t.sql, { centreId: kase.centreId, professionCode: kase.professionCode!, level: kase.level!, on: day })
  return (await on(since)) ?? on(addDays(since, -1))
}
