import type { Day } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import { parseUuid } from '#kernel/id.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay, may } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import type { Sql } from '#platform/db/database.ts'
import * as centres from '#modules/centres/index.ts'
import { policy } from './policy.ts'
import { lockSittingRow, selectSitting, selectSittings, type Sitting, type SittingSearch } from './store/sitting-store.ts'

/** A sitting by id, with its seats as the reader may count them: people of the centre see every seat taken. */
export async function getSitting(sql: Sql, id: string): Promise<Sitting> {
  const found = parseUuid(id) && (await selectSitting(sql, id))
  if (!found) throw new Denial('not-found')
  return found
}

/** The same, held until the transaction ends: whoever gives out a seat takes this first. */
export async function lockSitting(t: Tx, id: string): Promise<Sitting> {
  if (!parseUuid(id) || !(await lockSittingRow(t.sql, id))) throw new Denial('not-found')
  return getSitting(t.sql, id)
}

/** Sittings of a centre between two days, in order of time; cancelled ones only when asked for. */
export async function listSittings(sql: Sql, search: SittingSearch): Promise<Sitting[]> {
  return selectSittings(sql, search)
}

export interface SittingShown extends Sitting {
  /** Assessors of a sitting to come whom no confirmed competence covers on its day. */
  withoutCompetence: string[]
}

/** The schedule of the centre's desk. */
export async function openSchedule(ctx: Ctx, search: SittingSearch & { from: Day; to: Day }): Promise<{ sittings: SittingShown[]; mayCreate: boolean; mayCancel: boolean }> {
  return read(ctx, 'sitting.read', async (t) => {
    assertMay(t, policy, 'sitting.read', search)
    const incompetentFor = await centres.competenceOf(t.sql, search.centreId)
    return {
      sittings: (await selectSittings(t.sql, search)).map((row) => ({ ...row, withoutCompetence: row.startsAt <= t.now ? [] : incompetentFor(row.assessorIds, { ...row, on: row.onDay }) })),
      mayCreate: may(ctx.actor, policy, 'sitting.create', search), mayCancel: may(ctx.actor, policy, 'sitting.cancel', search),
    }
  })
}
