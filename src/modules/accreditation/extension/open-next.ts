import { assertNone, deny, Denial } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import { findNorm, normNumberOr } from '#kernel/norms.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as centres from '#modules/centres/index.ts'
import * as professions from '#modules/professions/index.ts'
import { openDraft, record, type AccreditationCase } from '../cases.ts'
import { lineBlockers } from '../filing/domain/filing.ts'
import { insertFiling, insertLine, insertPaper, selectPapers } from '../filing/store/filing-store.ts'
import { selectChamberOfRegion } from '../filing/store/receipt-store.ts'
import { policy } from '../policy.ts'
import { certificateInQuestion, extensionBlockers, renewalBlockers } from './domain/opening.ts'
import { selectLatestCase } from './store/latest-case-store.ts'

export type NextKind = 'extension' | 'renewal'

/** The centre asks for a wider scope, or for a certificate after the one that runs out. Answers the id of the case. */
export async function openNextApplication(ctx: Ctx, input: { organisationId: string; kind: string }): Promise<Uuid> {
  return tx(ctx, 'accreditation.apply', async (t) => {
    assertMay(t, policy, 'accreditation.apply', input)
    const organisationId = parseUuid(input.organisationId)
    const kind = (['extension', 'renewal'] as const).find((each) => each === input.kind)
    if (!organisationId || !kind) throw new Denial('not-found')
    return (await openNext(t, { organisationId, kind, channel: 'online', receivedOn: null })).id
  })
}

/** Opens the draft of an extension or a renewal about the certificate in force; the caller has asked the policy. What need not be sent again lies in it from the beginning. */
export async function openNext(t: Tx, input: { organisationId: Uuid; kind: NextKind; channel: 'online' | 'paper'; receivedOn: AccreditationCase['receivedOn'] }): Promise<AccreditationCase> {
  const certificates = await centres.listCertificates(t.sql, input.organisationId, t.today)
  assertNone(`${input.kind}.not-possible`, await nextBlockers(t, input.kind, certificates))
  const certificate = certificateInQuestion(certificates)!
  const centre = await centres.getCentre(t.sql, input.organisationId)
  if (!(await selectChamberOfRegion(t.sql, centre.regionKato))) deny('accreditation.no-chamber')
  const kase = await openDraft(t, { kind: input.kind, organisationId: input.organisationId, regionKato: centre.regionKato, channel: input.channel, certificateId: certificate.id })
  await insertFiling(t.sql, kase.id, input.receivedOn)
  if (input.kind === 'renewal') await nameWholeScope(t, kase, certificate.id)
  await keepPapers(t, kase)
  return kase
}

/** Why the centre may not open it today. */
export async function nextBlockers(t: Pick<Tx, 'sql' | 'today' | 'law'>, kind: NextKind, certificates: readonly centres.CertificateShown[]) {
  if (kind === 'extension') return extensionBlockers(certificates)
  return renewalBlockers(certificates, t.today, normNumberOr(await t.law.normsInForce(t.sql, t.today), 'accreditation.renewal.fromDaysBefore', undefined))
}

/** A renewal begins with everything that may still be recognised; the centre takes out what it gives up. */
async function nameWholeScope(t: Tx, kase: AccreditationCase, certificateId: Uuid): Promise<void> {
  for (const line of await centres.scopeStates(t.sql, kase.organisationId, certificateId, t.today)) {
    const entry = await professions.findProfession(t.sql, line.professionCode, t.today)
    if (line.state === 'terminated' || lineBlockers({ ...line, track: entry?.track, levels: entry?.levels ?? [] }).length > 0) continue
    await insertLine(t.sql, kase.id, { professionCode: line.professionCode, level: line.level })
  }
}

/** Papers that need not be sent again, from the last case that was complete: norm accreditation.keptPapers [D]. */
async function keepPapers(t: Tx, kase: AccreditationCase): Promise<void> {
  const kinds = findNorm(await t.law.normsInForce(t.sql, t.today), 'accreditation.keptPapers')?.value
  const before = await selectLatestCase(t.sql, kase.organisationId, kase.id)
  if (typeof kinds !== 'string' || !before) return
  const papers = (await selectPapers(t.sql, before.id, kinds.split(' '))).filter((paper) => paper.professionCode === null)
  for (const paper of papers) await insertPaper(t.sql, { ...paper, id: t.newId(), caseId: kase.id })
  if (papers.length > 0) await record(t, kase.id, 'accreditation-papers-kept', { from: before.number, papers: papers.length, by: accountOf(t.actor) ?? null })
}
