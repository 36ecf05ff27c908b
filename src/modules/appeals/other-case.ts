import type { Tx } from '#platform/acts/ctx.ts'
import { otherOpenCase } from '#modules/applications/index.ts'
import type { CaseFile } from '#modules/casework/index.ts'

/** An upheld appeal opens a closed case again; the candidate may have applied anew since, and two cases for one profession are open only where the norms let them be. */
export async function otherCaseOf(t: Tx, parent: CaseFile, { opening }: { opening: boolean }): Promise<{ number: string } | undefined> {
  return parent.closedAt === null ? undefined : otherOpenCase(t, parent, { opening })
}
