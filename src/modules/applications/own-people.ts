import { deny } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Moment } from '#kernel/day.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import * as employers from '#modules/employers/index.ts'
import * as people from '#modules/people/index.ts'
import { policy } from './policy.ts'
import { insertOwnPeopleNote, selectOwnPeopleNotes } from './store/own-people-store.ts'

/** A case whose candidate is tied to the organisation of its centre. */
export interface OwnPeople {
  tie: employers.OwnTie
  rule: employers.OwnPeopleRule
  note: 'none' | 'own' | 'anothers'
  notes: { note: string; notedAt: Moment; by: string }[]
}

/** What ties the candidate of a case to the organisation of its centre today; undefined where nothing does. */
export async function ownTieOf(t: Tx, kase: casework.CaseFile): Promise<employers.OwnTie | undefined> {
  const referrer = await employers.findReferrer(t, kase.id)
  return referrer?.organisationId === kase.centreId ? 'referred' : employers.findOwnTie(t, { personId: kase.personId, centreId: kase.centreId, on: t.today })
}

/** The tie of a candidate to the centre of his case, by the norms of the case, with what its people wrote of it; undefined where there is none. */
export async function ownPeopleOf(t: Tx, kase: casework.CaseFile): Promise<OwnPeople | undefined> {
  const tie = await ownTieOf(t, kase)
  if (!tie) return undefined
  const rows = await selectOwnPeopleNotes(t.sql, kase.id)
  const names = await people.namesOf(t, rows.map((row) => row.notedBy))
  const note = rows.some((row) => row.notedBy !== accountOf(t.actor)) ? 'anothers' : rows.length > 0 ? 'own' : 'none'
  return { tie, rule: employers.ownPeopleRule(await casework.normsOf(t, kase)), note, notes: rows.map((row) => ({ note: row.note, notedAt: row.notedAt, by: names.get(row.notedBy) ?? '' })) }
}

const NOTE_MOST = 1000

/** A member of the centre's staff writes down the candidate's tie to it; whoever writes it does not send the contract. */
export async function noteOwnPeople(ctx: Ctx, input: { number: string; version: number; note: string }): Promise<Uuid> {
  return tx(ctx, 'own-people.note', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'own-people.note', kase)
    casework.assertUnchanged(kase, input.version)
    casework.assertStep(kase, 'contract.send')
    const own = await ownPeopleOf(t, kase)
    if (!own || !employers.asksForNote(own.rule)) deny('own-people.not-needed')
    const note = input.note.trim()
    if (note === '') deny('own-people.note-missing', { field: 'ownNote' })
    if (note.length > NOTE_MOST) deny('own-people.note-too-long', { field: 'ownNote', most: NOTE_MOST })
    const id = t.newId()
    await insertOwnPeopleNote(t.sql, { id, caseId: kase.id, note, notedBy: accountOf(t.actor)!, notedAt: t.now })
    await casework.record(t, kase.id, 'own-people-noted', { note })
    return id
  })
}
