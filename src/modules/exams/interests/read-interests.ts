import { deny } from '#kernel/denial.ts'
import type { Moment } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay, may } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { personName } from '#platform/i18n/format.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import { policy } from '../policy.ts'
import type { ConflictKind, InterestKind } from './domain/conflict.ts'
import { findConflicts } from './find-conflicts.ts'
import { selectInterests } from './store/interest-store.ts'

export interface InterestsView {
  number: string
  centreId: Uuid
  /** Who of the centre may come to judge or watch the candidate, by name. */
  staff: { accountId: Uuid; name: string; kinds: ConflictKind[] }[]
  /** Declarations the reader may see: a clerk all, somebody else his own side of it. */
  declared: { id: Uuid; name: string; kind: InterestKind; side: 'staff' | 'candidate'; declaredAt: Moment; mayWithdraw: boolean }[]
  /** About whom the reader may declare: everybody, or himself. */
  mayDeclare: Uuid[]
  seesConflicts: boolean
}

/** What binds people of the centre to the candidate of a case: the desk of the clerk, of each about himself, and of the candidate. */
export async function readInterests(ctx: Ctx, number: string): Promise<InterestsView> {
  return read(ctx, 'interest.read', async (t) => {
    const kase = await casework.getCaseByNumber(t, number)
    if (kase.kind !== 'recognition') deny('not-found')
    assertMay(t, policy, 'interest.read', kase)
    const own = accountOf(t.actor)
    const isCandidate = own === kase.accountId
    const staff = (await centres.listStaff(t.sql, kase.centreId, t.today)).filter((each) => each.accountId !== kase.accountId && each.roles.some((role) => role !== 'centre-operator'))
    const seesConflicts = may(t.actor, policy, 'interest.read-all', kase)
    const found = new Map(seesConflicts ? (await findConflicts(t, kase, staff.map((each) => each.accountId))).map((each) => [each.accountId, each.kinds]) : [])
    const rows = (await selectInterests(t.sql, kase.personId)).filter((row) => seesConflicts || (isCandidate ? row.side === 'candidate' : row.accountId === own))
    const nameOf = (id: string) => {
      const person = staff.find((each) => each.accountId === id)
      return person ? personName(person, t.lang, 'full') : '—'
    }
    return {
      number: kase.number, centreId: kase.centreId, seesConflicts,
      staff: staff.map((each) => ({ accountId: each.accountId, name: nameOf(each.accountId), kinds: found.get(each.accountId) ?? [] })),
      declared: rows.map((row) => ({ id: row.id, name: nameOf(row.accountId), kind: row.kind, side: row.side, declaredAt: row.declaredAt, mayWithdraw: row.accountId !== own && may(t.actor, policy, 'interest.withdraw', kase) })),
      mayDeclare: kase.closedAt ? [] : staff.filter((each) => may(t.actor, policy, 'interest.declare', { ...kase, staffId: each.accountId })).map((each) => each.accountId),
    }
  })
}
