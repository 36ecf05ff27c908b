import type { Day } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'
import type { Localized } from '#kernel/localized.ts'
import { normNumberOr } from '#kernel/norms.ts'
import { inTurn } from '#platform/acts/in-turn.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import * as centres from '#modules/centres/index.ts'
import * as people from '#modules/people/index.ts'
import { gapBetween } from '../certificate/domain/certificate-term.ts'
import { selectNeighbours } from '../certificate/store/chain-store.ts'
import { namesOfLines, type LineNamed } from '../paper-words.ts'
import { policy } from '../policy.ts'
import type { Wording } from '../reissue/domain/reissue.ts'
import { shownReissues, type ReissueShown } from '../reissue/read-reissues.ts'
import { wordingToday } from '../reissue/request-reissue.ts'
import { selectReissues } from '../reissue/store/reissue-store.ts'
import { selectCasesOfOrganisation, type AccreditationCase } from '../store/case-store.ts'
import { renewalFrom } from './domain/opening.ts'
import { nextBlockers } from './open-next.ts'

export interface OwnCertificate extends centres.CertificateShown {
  scope: (LineNamed & { state: centres.CertificateState })[]
  previous: string | undefined
  next: string | undefined
  gap: { from: Day; until: Day } | undefined
}
export interface OwnCertificates {
  organisationId: string
  name: Localized
  certificates: OwnCertificate[]
  /** The case of the organisation that is open, whatever its kind: a second one waits for its end. */
  open: Pick<AccreditationCase, 'id' | 'number' | 'kind' | 'step'> | undefined
  /** Why it may not be opened today; empty when it may. */
  extension: Blocker[]
  renewal: Blocker[]
  /** The first day on which a renewal may be asked for, where the norms set one. */
  renewalFrom: Day | undefined
  wording: Wording
  reissues: ReissueShown[]
}

/** The certificates of the centres for which the reader acts, and what may be asked for them. */
export async function readOwnCertificates(ctx: Ctx): Promise<OwnCertificates[]> {
  return read(ctx, 'accreditation.list-own', async (t) => {
    assertMay(t, policy, 'accreditation.list-own', undefined as never)
    const held = t.actor.kind === 'person' ? t.actor.roles.filter((each) => each.role === 'applicant' || each.role === 'centre-head').map((each) => each.organisationId) : []
    const found: OwnCertificates[] = []
    for (const organisationId of new Set(held)) {
      const certificates = await centres.listCertificates(t.sql, organisationId, t.today)
      if (certificates.length > 0) found.push(await ofOrganisation(t, organisationId, certificates))
    }
    return found
  })
}

async function ofOrganisation(t: Tx, organisationId: string, certificates: centres.CertificateShown[]): Promise<OwnCertificates> {
  const window = normNumberOr(await t.law.normsInForce(t.sql, t.today), 'accreditation.renewal.fromDaysBefore', undefined)
  const valid = certificates.find((each) => each.state === 'valid')
  const open = (await selectCasesOfOrganisation(t.sql, organisationId)).find((kase) => kase.closedAt === null)
  const busy: Blocker[] = open ? [{ code: 'accreditation.open-already' }] : []
  return {
    organisationId, name: (await people.getOrganisation(t.sql, organisationId)).name, certificates: await inTurn(certificates, (each) => shown(t, each, certificates)), open,
    extension: [...busy, ...(await nextBlockers(t, 'extension', certificates))], renewal: [...busy, ...(await nextBlockers(t, 'renewal', certificates))],
    renewalFrom: valid && renewalFrom(valid.validUntil, window), wording: await wordingToday(t, organisationId), reissues: await shownReissues(t, await selectReissues(t.sql, organisationId)),
  }
}

async function shown(t: Tx, certificate: centres.CertificateShown, all: readonly centres.CertificateShown[]): Promise<OwnCertificate> {
  const { previousId, nextId } = await selectNeighbours(t.sql, certificate.id)
  const [previous, next] = [previousId, nextId].map((id) => all.find((each) => each.id === id))
  return {
    ...certificate, scope: await namesOfLines(t, await centres.scopeStates(t.sql, certificate.centreId, certificate.id, t.today)), previous: previous?.number, next: next?.number,
    gap: previous && gapBetween(previous.validUntil, certificate.validFrom),
  }
}
