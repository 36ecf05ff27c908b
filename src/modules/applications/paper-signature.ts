import { deny, Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as uploads from '#modules/uploads/index.ts'
import { policy } from './policy.ts'
import { accountIdOf } from './standing.ts'

/** A paper that the candidate signed before the clerk and a second person of the centre. */
export interface PaperSignature {
  number: string
  version: number
  /** Account of the second person of the centre who saw the signature. */
  witnessId: string
  scan: uploads.SentFile | undefined
}

type PaperAct = 'contract.accept-on-paper' | 'retake.request-on-paper' | 'application.withdraw-on-paper'

/** The scan of a signed paper; it is decoded and stored for nobody who may not hand it in. */
export async function examinedScan(ctx: Ctx, input: { number: string; scan: uploads.SentFile | undefined }, act: PaperAct, missing: string): Promise<uploads.ExaminedFile> {
  await read(ctx, act, async (t) => assertMay(t, policy, act, await casework.getCaseByNumber(t, input.number)))
  if (!input.scan) throw new Denial(missing)
  return uploads.examineFile(ctx, input.scan)
}

/** The second person: anybody on the staff of the centre but the clerk himself. */
export async function witnessOf(t: Tx, kase: casework.CaseFile, witnessId: string): Promise<Uuid> {
  if (witnessId === accountIdOf(t)) deny('contract.witness-is-clerk')
  const witness = (await centres.listStaff(t.sql, kase.centreId, t.today)).find((each) => each.accountId === witnessId)
  if (!witness) deny('contract.witness-unknown')
  return witness.accountId as Uuid
}

export async function witnessesOf(t: Tx, kase: casework.CaseFile) {
  return (await centres.listStaff(t.sql, kase.centreId, t.today)).filter((each) => each.accountId !== accountIdOf(t))
}
