import { momentAt, parseDay } from '#kernel/day.ts'
import { assertNone } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as people from '#modules/people/index.ts'
import * as uploads from '#modules/uploads/index.ts'
import { complaintBlockers, paperComplaintBlockers, type ComplaintSubject } from './domain/complaint.ts'
import { openComplaint, staffOf } from './lodge-complaint.ts'
import { policy } from './policy.ts'

/** The case of somebody without an account and the people of the centre whom his complaint may name. */
export async function readPaperComplaintForm(ctx: Ctx, number: string): Promise<{ parent: casework.CaseFile; people: { accountId: string; name: string }[] }> {
  return read(ctx, 'complaint.enter-paper', async (t) => {
    const parent = await casework.getCaseByNumber(t, number)
    assertMay(t, policy, 'complaint.enter-paper', parent)
    return { parent, people: [...(await staffOf(t, parent))].map(([accountId, name]) => ({ accountId, name })) }
  })
}

export interface PaperComplaint {
  number: string
  receivedOn: string
  subject: string
  body: string
  /** Account of the person of the centre complained about, or null. */
  person: string | null
  scan: uploads.SentFile | undefined
}

/** A clerk enters the complaint of somebody without an account, whatever has become of the case; its scan stays with it. Answers its number. */
export async function enterPaperComplaint(ctx: Ctx, input: PaperComplaint): Promise<string> {
  // A scan is decoded and stored: that is done for nobody who may not enter the complaint.
  await read(ctx, 'complaint.enter-paper', async (t) => assertMay(t, policy, 'complaint.enter-paper', await casework.getCaseByNumber(t, input.number)))
  const file = input.scan ? await uploads.examineFile(ctx, input.scan) : undefined
  return tx(ctx, 'complaint.enter-paper', async (t) => {
    const parent = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'complaint.enter-paper', parent)
    const receivedOn = parseDay(input.receivedOn)
    assertNone('complaint.not-possible', [
      ...paperComplaintBlockers({ receivedOn, hasScan: file !== undefined }, t.today),
      ...complaintBlockers({ subject: input.subject, body: input.body, about: input.person, people: input.person === null ? [] : [...(await staffOf(t, parent)).keys()] }),
    ])
    const on = receivedOn!
    const number = await openComplaint(t, {
      parent, centre: await centres.getCentre(t.sql, parent.centreId), personId: parent.personId, accountId: null, subject: input.subject as ComplaintSubject, body: input.body,
      about: input.person as Uuid | null, on, at: on === t.today ? t.now : momentAt(on, '12:00'),
    })
    await uploads.keepAttachment(t, { caseId: (await casework.getCaseByNumber(t, number)).id }, 'complaint', file!)
    return number
  })
}

export interface StrangersComplaint {
  centreId: Uuid
  person: people.NewPerson
  receivedOn: string
  subject: string
  body: string
  scan: uploads.SentFile | undefined
}

/** A clerk enters the complaint of somebody who has neither an account nor a case here: his application was returned, or he never applied. Answers its number. */
export async function enterStrangersComplaint(ctx: Ctx, input: StrangersComplaint): Promise<string> {
  await read(ctx, 'complaint.enter-strangers', async (t) => assertMay(t, policy, 'complaint.enter-strangers', input))
  const file = input.scan ? await uploads.examineFile(ctx, input.scan) : undefined
  return tx(ctx, 'complaint.enter-strangers', async (t) => {
    assertMay(t, policy, 'complaint.enter-strangers', input)
    const receivedOn = parseDay(input.receivedOn)
    assertNone('complaint.not-possible', [
      ...people.newPersonBlockers(input.person, t.today, { demo: t.demo }), ...paperComplaintBlockers({ receivedOn, hasScan: file !== undefined }, t.today),
      ...complaintBlockers({ subject: input.subject, body: input.body, about: null, people: [] }),
    ])
    const on = receivedOn!
    const number = await openComplaint(t, {
      parent: undefined, centre: await centres.getCentre(t.sql, input.centreId), personId: await people.enterPerson(t, input.person), accountId: null,
      subject: input.subject as ComplaintSubject, body: input.body, about: null, on, at: on === t.today ? t.now : momentAt(on, '12:00'),
    })
    await uploads.keepAttachment(t, { caseId: (await casework.getCaseByNumber(t, number)).id }, 'complaint', file!)
    return number
  })
}
