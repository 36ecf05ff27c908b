import { Denial } from '#kernel/denial.ts'
import { parseUuid } from '#kernel/id.ts'
import type { Localized } from '#kernel/localized.ts'
import { inTurn } from '#platform/acts/in-turn.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { findPaper } from '#platform/pdf/paper-outbox.ts'
import * as centres from '#modules/centres/index.ts'
import * as people from '#modules/people/index.ts'
import { policy } from '../policy.ts'
import { reissueStep, type ReissueStep, type Wording } from './domain/reissue.ts'
import { wordingToday } from './request-reissue.ts'
import { selectReissue, selectReissueByPaper, selectReissues, type Reissue } from './store/reissue-store.ts'

export interface ReissueShown extends Reissue {
  step: ReissueStep
  number: string
  newNumber: string | undefined
  organisation: Localized
}
export async function shownReissues(t: Pick<Tx, 'sql' | 'today'>, rows: readonly Reissue[]): Promise<ReissueShown[]> {
  const numberOf = async (id: string | null) => (id ? (await centres.findCertificate(t.sql, id as Reissue['id'], t.today))?.number : undefined)
  return inTurn(rows, async (row) => ({
    ...row, step: reissueStep(row), number: (await numberOf(row.certificateId)) ?? '', newNumber: await numberOf(row.newCertificateId), organisation: (await people.getOrganisation(t.sql, row.organisationId)).name,
  }))
}

/** Requests to write a certificate anew, those that wait first. */
export async function listReissues(ctx: Ctx): Promise<ReissueShown[]> {
  return read(ctx, 'reissue.list', async (t) => {
    assertMay(t, policy, 'reissue.list', undefined as never)
    return shownReissues(t, await selectReissues(t.sql, null))
  })
}

export interface ReissueView {
  reissue: ReissueShown
  /** What stands today, to compare. */
  today: Wording
  requestedByName: string
  preparedByName: string | undefined
  decidedByName: string | undefined
  /** The reader prepared it: another decides. */
  own: boolean
}
/** One request with what stands today beside what is to stand. */
export async function readReissue(ctx: Ctx, id: string): Promise<ReissueView> {
  return read(ctx, 'reissue.list', async (t) => {
    assertMay(t, policy, 'reissue.list', undefined as never)
    const row = parseUuid(id) && (await selectReissue(t.sql, id))
    if (!row) throw new Denial('not-found')
    const names = await people.namesOf(t, [row.requestedBy, row.preparedBy, row.decidedBy])
    const nameOf = (account: string | null) => (account ? names.get(account) : undefined)
    return {
      reissue: (await shownReissues(t, [row]))[0]!, today: await wordingToday(t, row.organisationId), requestedByName: nameOf(row.requestedBy) ?? '', preparedByName: nameOf(row.preparedBy), decidedByName: nameOf(row.decidedBy),
      own: row.preparedBy !== null && row.preparedBy === accountOf(t.actor),
    }
  })
}

/** The certificate written anew, for the centre and the accreditor. */
export async function readReissuePaper(ctx: Ctx, paperId: string): Promise<{ paperId: string; fileKey: string | null; name: string }> {
  return read(ctx, 'reissue.read', async (t) => {
    const row = parseUuid(paperId) && (await selectReissueByPaper(t.sql, paperId))
    const paper = row && (await findPaper(t.sql, paperId))
    if (!row || !paper) throw new Denial('not-found')
    assertMay(t, policy, 'reissue.read', { organisationId: row.organisationId })
    return { paperId: paper.id, fileKey: paper.fileKey, name: `${(await shownReissues(t, [row]))[0]!.newNumber ?? ''}.pdf` }
  })
}
