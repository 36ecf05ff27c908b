import type { Day } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { withSystemSight } from '#platform/acts/tx.ts'
import { personName } from '#platform/i18n/format.ts'
import { addressOf, ownTieOf } from '#modules/applications/index.ts'
import * as casework from '#modules/casework/index.ts'
import * as employers from '#modules/employers/index.ts'
import * as people from '#modules/people/index.ts'
import { currentAttempt } from '../attempts.ts'
import { comparableAddress } from './domain/address-letters.ts'
import { blocksBy, conflictBlocker, conflictsOf, type ConflictKind, type ConflictPlace } from './domain/conflict.ts'
import { selectInterests, selectMarkersBefore } from './store/interest-store.ts'

export interface Conflict {
  accountId: Uuid
  name: string
  kinds: ConflictKind[]
}

/** Somebody who is named to something on a day: his roles of that day count, for they are dated. */
export interface NamedOn {
  accountId: string
  on: Day
}

/**
 * Who of these people is bound to the candidate on his day, and how: what was declared by either, and what the data of the whole platform show. Only kinds leave this
 * function, never what they were found by. The caller has asked its own policy.
 */
export async function findConflictsOn(t: Tx, kase: casework.CaseFile, named: readonly NamedOn[], place: ConflictPlace = 'exam'): Promise<(Conflict & { on: Day })[]> {
  const asked = [...new Map(named.map((each) => [`${each.accountId} ${each.on}`, each])).values()]
  if (asked.length === 0) return []
  const norms = await casework.normsOf(t, kase)
  const attempt = await currentAttempt(t, kase.id)
  return withSystemSight(t, async () => {
    const staff = await people.listStaffKnown(t.sql, asked, kase.centreId)
    const person = await people.getPerson(t, kase.personId)
    // Who is entered twice has one digest of the IIN.
    const keys = await people.listPersonKeys(t.sql, [kase.personId, ...staff.map((each) => each.personId)])
    const cases = await casework.listCaseIdsOfPerson(t.sql, kase.personId)
    const markers = new Set<string>(await selectMarkersBefore(t.sql, cases, asked.map((each) => each.accountId), attempt && !attempt.endedAt ? attempt.id : null))
    const declared = await selectInterests(t.sql, kase.personId)
    const onlyByGuests = employers.ownPeopleRule(norms) === 'with-other-examiners' && (await ownTieOf(t, kase)) !== undefined
    const candidate = {
      onlyByGuests,
      personId: keys.get(kase.personId)!, employer: (await employers.findReferrer(t, kase.id))?.organisationId,
      addresses: [comparableAddress(person.address), comparableAddress(await addressOf(t, kase.id))].filter((each) => each !== undefined),
    }
    return staff.map((each) => ({
      accountId: each.accountId, on: each.on, name: personName(each, t.lang, 'initials'),
      kinds: conflictsOf({
        accountId: each.accountId, personId: keys.get(each.personId)!, name: '', employers: each.organisations, address: comparableAddress(each.address), markedBefore: markers.has(each.accountId), guest: each.guest,
        declared: declared.filter((row) => row.accountId === each.accountId).map((row) => row.kind),
      }, candidate, blocksBy(norms, place)),
    })).filter((each) => each.kinds.length > 0)
  })
}

/** The same of people who act today. */
export async function findConflicts(t: Tx, kase: casework.CaseFile, accountIds: readonly string[], place: ConflictPlace = 'exam'): Promise<Conflict[]> {
  return findConflictsOn(t, kase, accountIds.map((accountId) => ({ accountId, on: t.today })), place)
}

/** The same as reasons of a refusal: of people who act today, or of those who are named for a day; each reason once. */
export async function conflictBlockers(t: Tx, kase: casework.CaseFile, named: readonly (string | NamedOn)[]): Promise<Blocker[]> {
  const found = await findConflictsOn(t, kase, named.map((each) => (typeof each === 'string' ? { accountId: each, on: t.today } : each)))
  return [...new Map(found.flatMap((each) => each.kinds.map((kind) => [`${each.accountId} ${kind}`, conflictBlocker(kind, each.name)] as const))).values()]
}
