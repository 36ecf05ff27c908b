import type { Day, Moment } from '#kernel/day.ts'
import { assertNone, Denial } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import { handedInOn, handInUntil } from '#kernel/norms.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import { listActors } from '#platform/journal/search.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as people from '#modules/people/index.ts'
import { complaintBlockers, type ComplaintSubject } from './domain/complaint.ts'
import { writeToCentre, writeToPerson } from './letters.ts'
import { policy } from './policy.ts'
import { insertComplaint } from './store/complaint-store.ts'

export interface NewComplaint {
  /** Number of the case that is complained about; without it the complaint is about the centre alone. */
  about: { caseNumber: string; person: string | null } | { centreSerial: string }
  subject: string
  body: string
}

/** The case of the complainant and the people of the centre who dealt with it, one of whom the complaint may name. */
export async function readComplaintForm(ctx: Ctx, number: string): Promise<{ parent: casework.CaseFile; people: { accountId: string; name: string }[]; until: string | undefined }> {
  return read(ctx, 'complaint.lodge', async (t) => {
    const parent = await casework.getCaseByNumber(t, number)
    assertMay(t, policy, 'complaint.lodge', { parent })
    return { parent, people: [...(await staffOf(t, parent))].map(([accountId, name]) => ({ accountId, name })), until: handInUntil(await casework.normsOf(t, parent)) }
  })
}

/** Anybody with an account complains, at any time and on anything: a case of its own that the centre answers and the chamber sees. Answers its number. */
export async function lodgeComplaint(ctx: Ctx, input: NewComplaint): Promise<string> {
  return tx(ctx, 'complaint.lodge', async (t) => {
    const parent = 'caseNumber' in input.about ? await casework.lockCaseByNumber(t, input.about.caseNumber) : undefined
    assertMay(t, policy, 'complaint.lodge', { parent })
    if (t.actor.kind !== 'person') throw new Denial('not-found')
    const about = 'caseNumber' in input.about ? input.about.person : null
    assertNone('complaint.not-possible', complaintBlockers({ subject: input.subject, body: input.body, about, people: parent && about !== null ? [...(await staffOf(t, parent)).keys()] : [] }))
    const centre = 'centreSerial' in input.about ? await centres.findCentreBySerial(t.sql, input.about.centreSerial) : await centres.getCentre(t.sql, parent!.centreId)
    if (!centre) throw new Denial('complaint.centre-missing')
    return openComplaint(t, {
      parent, centre, personId: t.actor.personId, accountId: t.actor.accountId, subject: input.subject as ComplaintSubject, body: input.body, about: about as Uuid | null, on: handedInOn(await (parent ? casework.normsOf(t, parent) : t.law.normsInForce(t.sql, t.today)), t.now), at: t.now,
    })
  })
}

/** Staff who acted in a case, by account, with their names. */
export async function staffOf(t: Tx, parent: casework.CaseFile): Promise<Map<string, string>> {
  const actors = await listActors(t.sql, casework.chainOf(parent.id))
  return people.namesOf(t, actors.filter((actor) => actor !== parent.accountId))
}

interface OpenedComplaint {
  parent: casework.CaseFile | undefined
  centre: { id: Uuid; serial: string }
  personId: Uuid
  accountId: Uuid | null
  subject: ComplaintSubject
  body: string
  about: Uuid | null
  on: Day
  at: Moment
}

/** Opens the case of a complaint that may be lodged; its term T14 runs from the day on which it came. Answers its number. */
export async function openComplaint(t: Tx, { parent, centre, ...input }: OpenedComplaint): Promise<string> {
  const kase = await casework.openCase(t, {
    kind: 'complaint', centreId: centre.id, centreSerial: centre.serial, personId: input.personId, accountId: input.accountId, parentCaseId: parent?.id ?? null,
    professionCode: parent?.professionCode ?? null, professionVersionId: parent?.professionVersionId ?? null, level: parent?.level ?? null, step: 'lodged', whoseMove: 'centre', openedOn: input.on,
  })
  await insertComplaint(t.sql, { caseId: kase.id, subject: input.subject, body: input.body.trim(), about: input.about, lodgedAt: input.at })
  const due = await casework.startClock(t, kase, 'T14', input.on)
  if (due) await casework.touchCase(t, kase, { nextDueOn: due })
  await casework.record(t, kase.id, 'complaint-lodged', { subject: input.subject, number: kase.number })
  if (parent) await casework.record(t, parent.id, 'complaint-lodged', { number: kase.number })
  await writeToPerson(t, kase, 'complaint-lodged', `/cases/${kase.number}/complaint`, { due })
  await writeToCentre(t, kase, 'complaint-lodged-centre', `/centre/complaints/${kase.number}`, { due })
  return kase.number
}
