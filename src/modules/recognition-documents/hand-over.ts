import { momentAt, parseDay, type Day, type Moment } from '#kernel/day.ts'
import { assertNone } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import type { CaseFile } from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as uploads from '#modules/uploads/index.ts'
import { deliveryBlockers } from './domain/document.ts'
import { actorId } from './frame.ts'
import { insertDelivery, selectDelivery, type DeliveredKind } from './store/document-store.ts'

/** What is written down when a paper is handed over: the day, the second person and the scan of the signed sheet. */
export interface SignedDelivery {
  number: string
  version: number
  deliveredOn: string
  witnessId: string
  scan: uploads.SentFile | undefined
}

/**
 * Hands over one paper of a case under signature, once, before a second person of the centre. The case must be locked, the caller has asked its
 * own policy and examined the scan; answers the day and the moment from which terms count, and the scan kept.
 */
export async function handOver(t: Tx, kase: CaseFile, input: Pick<SignedDelivery, 'deliveredOn' | 'witnessId'>, file: uploads.ExaminedFile | undefined, of: { kind: DeliveredKind; id: string; issuedOn: Day }): Promise<{ on: Day; at: Moment; attachmentId: Uuid }> {
  const deliveredOn = parseDay(input.deliveredOn)
  const clerk = actorId(t)
  const staff = await centres.listStaff(t.sql, kase.centreId, t.today)
  assertNone('delivery.not-recordable', deliveryBlockers({
    issuedOn: of.issuedOn, deliveredOn, today: t.today, alreadyDelivered: (await selectDelivery(t.sql, of.kind, of.id)) !== undefined, hasScan: file !== undefined,
    witnessId: input.witnessId, clerkId: clerk, staffIds: staff.map((person) => person.accountId),
  }))
  const at = deliveredOn === t.today ? t.now : momentAt(deliveredOn!, '12:00')
  const attachment = await uploads.keepAttachment(t, { caseId: kase.id }, 'delivery-scan', file!)
  await insertDelivery(t.sql, { id: t.newId(), caseId: kase.id, ofKind: of.kind, ofId: of.id, channel: 'paper', at, attachmentId: attachment.id, recordedBy: clerk, witnessedBy: input.witnessId })
  return { on: deliveredOn!, at, attachmentId: attachment.id }
}
