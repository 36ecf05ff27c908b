import { daysBetween, type Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Localized } from '#kernel/localized.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import type { Sql } from '#platform/db/database.ts'
import { certificateState, type CertificateEventKind, type CertificateState } from './domain/certificate.ts'
import { namesOfProfessions } from './profession-names.ts'
import { policy } from './policy.ts'
import { selectCertificateEvents, type CertificateEventRow } from './store/certificate-event-store.ts'
import { selectCertificates, selectScope, type Certificate } from './store/scope-store.ts'

/** What befell a certificate: with its ground where it was decided here, without where it came with the register. */
export interface OwnEvent {
  kind: CertificateEventKind
  from: Day
  professions: string[] | null
  decided: Pick<CertificateEventRow, 'ground' | 'note' | 'clause'> | undefined
}
export interface OwnCertificate extends Certificate {
  state: CertificateState
  /** Negative when it has run out. */
  daysLeft: number
  lines: { professionCode: string; level: number; state: CertificateState }[]
  happened: OwnEvent[]
}

/** The certificates of a centre for its own people, the newest first. A proposal that nobody has decided is the accreditor's own matter and stays unseen. */
export async function readOwnCertificates(ctx: Ctx, centreId: Uuid): Promise<{ certificates: OwnCertificate[]; names: ReadonlyMap<string, Partial<Localized>> }> {
  return read(ctx, 'certificate.read-own', async (t) => {
    assertMay(t, policy, 'certificate.read-own', { centreId })
    const scope = await selectScope(t.sql, { centreId })
    const certificates: OwnCertificate[] = []
    for (const each of await selectCertificates(t.sql, centreId)) {
      certificates.push({
        ...each, state: certificateState(each, t.today), daysLeft: daysBetween(t.today, each.validUntil), happened: eventsShown(each, await selectCertificateEvents(t.sql, each.id)),
        lines: scope.filter((line) => line.certificateId === each.id).map((line) => ({ professionCode: line.professionCode, level: line.level, state: certificateState(line, t.today) })),
      })
    }
    return { certificates, names: await namesOfProfessions(t.sql, scope.map((line) => line.professionCode), t.today) }
  })
}

function eventsShown(certificate: Certificate, rows: readonly CertificateEventRow[]): OwnEvent[] {
  const imported: [CertificateEventKind, Day | null][] = [['withdrawal', certificate.withdrawnOn], ['resumption', certificate.resumedOn], ['termination', certificate.terminatedOn]]
  const all: OwnEvent[] = [
    ...imported.flatMap(([kind, from]) => (from === null ? [] : [{ kind, from, professions: null, decided: undefined }])),
    ...rows.filter((row) => row.approved).map((row) => ({ kind: row.kind, from: row.inForceFrom, professions: row.professions, decided: { ground: row.ground, note: row.note, clause: row.clause } })),
  ]
  return all.sort((a, b) => (a.from < b.from ? 1 : -1))
}

export interface OwnScopeLine {
  professionCode: string
  level: number
  number: string
  validUntil: Day
  state: Exclude<CertificateState, 'replaced'>
}
/** Every qualification that a certificate of the centre names, once: by the certificate in force, else by the newest. */
export async function listOwnScope(sql: Sql, centreId: string, on: Day): Promise<OwnScopeLine[]> {
  const lines = new Map<string, OwnScopeLine>()
  for (const row of await selectScope(sql, { centreId })) {
    const key = `${row.professionCode}/${row.level}`
    const state = certificateState(row, on)
    // Of a certificate whose place another took the other one tells.
    if (state === 'replaced') continue
    const before = lines.get(key)
    if (!before || (before.state !== 'valid' && state === 'valid')) lines.set(key, { professionCode: row.professionCode, level: row.level, number: row.number, validUntil: row.validUntil, state })
  }
  return [...lines.values()]
}
