import type { Day } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import type { Localized } from '#kernel/localized.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay, may } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import * as people from '#modules/people/index.ts'
import { namesOfProfessions } from './profession-names.ts'
import { certificateState, type CertificateState } from './domain/certificate.ts'
import { policy } from './policy.ts'
import { selectCertificateEvents, selectOpenEvents, type CertificateEventRow } from './store/certificate-event-store.ts'
import { selectCentre, selectCentres, type Centre } from './store/centre-store.ts'
import { selectAllCertificates, selectScope, type Certificate } from './store/scope-store.ts'

export interface CertificateRow extends Certificate {
  centre: Centre
  state: CertificateState
  /** A proposal waits for a second person. */
  open: boolean
}
/** Every certificate with what it is today. */
export async function listCertificatesOfAll(ctx: Ctx): Promise<CertificateRow[]> {
  return read(ctx, 'certificate.list', async (t) => {
    assertMay(t, policy, 'certificate.list', undefined as never)
    const open = new Set((await selectOpenEvents(t.sql)).map((event) => event.certificateId))
    const centres = new Map((await selectCentres(t.sql)).map((centre) => [centre.id, centre]))
    return (await selectAllCertificates(t.sql)).flatMap((each) => {
      const centre = centres.get(each.centreId)
      return centre ? [{ ...each, centre, state: certificateState(each, t.today), open: open.has(each.id) }] : []
    }).sort((a, b) => Number(b.open) - Number(a.open))
  })
}

export interface CertificateView {
  certificate: Certificate
  centre: Centre
  state: CertificateState
  today: Day
  lines: { professionCode: string; level: number; state: CertificateState }[]
  /** Names by code, of every profession the certificate covers. */
  names: ReadonlyMap<string, Partial<Localized>>
  events: (CertificateEventRow & { proposedByName: string; decidedByName: string | undefined; own: boolean })[]
  /** Who belongs to the centre proposes and decides nothing about its certificate. */
  may: { propose: boolean; decide: boolean }
}
/** One certificate: what it covers, each line with its own state, and all that was proposed and decided. */
export async function readCertificate(ctx: Ctx, certificateId: string): Promise<CertificateView> {
  return read(ctx, 'certificate.list', async (t) => {
    assertMay(t, policy, 'certificate.list', undefined as never)
    const id = parseUuid(certificateId)
    const certificate = id && (await selectAllCertificates(t.sql)).find((each) => each.id === id)
    const centre = certificate && (await selectCentre(t.sql, certificate.centreId))
    if (!certificate || !centre) throw new Denial('not-found')
    const events = await selectCertificateEvents(t.sql, certificate.id)
    const names = await people.namesOf(t, events.flatMap((row) => [row.proposedBy, ...(row.decidedBy ? [row.decidedBy] : [])]) as Uuid[])
    const scope = (await selectScope(t.sql, { centreId: centre.id })).filter((line) => line.certificateId === certificate.id)
    return {
      certificate, centre, state: certificateState(certificate, t.today), today: t.today, names: await namesOfProfessions(t.sql, scope.map((line) => line.professionCode), t.today),
      lines: scope.map((line) => ({ professionCode: line.professionCode, level: line.level, state: certificateState(line, t.today) })),
      events: events.map((row) => ({ ...row, proposedByName: names.get(row.proposedBy) ?? '', decidedByName: row.decidedBy ? names.get(row.decidedBy) : undefined, own: row.proposedBy === accountOf(t.actor) })),
      may: { propose: may(t.actor, policy, 'certificate.propose', { centreId: centre.id }), decide: may(t.actor, policy, 'certificate.decide', { centreId: centre.id }) },
    }
  })
}
