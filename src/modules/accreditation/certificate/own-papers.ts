import type { Uuid } from '#kernel/id.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { selectCasesOf, type CaseLine } from '../filing/store/inbox-store.ts'
import { policy } from '../policy.ts'
import { selectIssuesOf } from './store/certificate-store.ts'

export interface OwnPapers {
  /** Papers by the id of the certificate; a certificate that came with the register has none. */
  papers: { certificateId: Uuid; caseId: Uuid; number: string | null; paperId: Uuid }[]
  cases: CaseLine[]
}

/** The accreditation cases of an organisation and the papers of its certificates, for those who apply for it. */
export async function readOwnPapers(ctx: Ctx, organisationId: Uuid): Promise<OwnPapers> {
  return read(ctx, 'accreditation.apply', async (t) => {
    assertMay(t, policy, 'accreditation.apply', { organisationId })
    return { papers: await selectIssuesOf(t.sql, organisationId), cases: await selectCasesOf(t.sql, [organisationId]) }
  })
}
