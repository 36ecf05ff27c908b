import { addMonths, type Day } from '#kernel/day.ts'
import type { Uuid } from '#kernel/id.ts'
import { SYSTEM } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { eachInTurn } from '#platform/acts/each-in-turn.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import { record } from '#platform/journal/journal.ts'
import * as centres from '#modules/centres/index.ts'
import { policy } from '../policy.ts'
import { monthOf } from './domain/act-of-works.ts'
import { countActs, insertAct, lockFreeServices, selectCentresToSettle } from './store/works-store.ts'

/** Makes the acts of works of every month that is over, for each centre that has services of vouchers in it. Safe to run twice; answers how many were made. */
export async function makeActsOfWorks(ctx: Ctx): Promise<number> {
  const system = { ...ctx, actor: SYSTEM }
  const found = await read(system, 'works.make', async (t) => {
    assertMay(t, policy, 'works.make', undefined)
    return { centreIds: await selectCentresToSettle(t.sql, monthOf(t.today)), before: monthOf(t.today) }
  })
  return eachInTurn(found.centreIds, (centreId) => makeActsOf(system, centreId, found.before))
}

/** One act per month of one centre, in one transaction. */
async function makeActsOf(ctx: Ctx, centreId: Uuid, before: Day): Promise<boolean> {
  return tx(ctx, 'works.make', async (t) => {
    assertMay(t, policy, 'works.make', undefined)
    const services = await lockFreeServices(t.sql, centreId, before)
    const serial = (await centres.getCentre(t.sql, centreId)).serial
    const months = [...new Set(services.map((each) => monthOf(each.heldOn)))].sort()
    for (const month of months) {
      const own = services.filter((each) => each.heldOn >= month && each.heldOn < addMonths(month, 1))
      const id = t.newId()
      const number = `W-${month.slice(0, 7)}-${serial}-${1 + (await countActs(t.sql, centreId, month))}`
      await insertAct(t.sql, { id, number, centreId, month, total: own.reduce((sum, each) => sum + each.price, 0), madeAt: t.now }, own.map((each) => each.attemptId))
      await record(t, `centre:${centreId}`, 'act-of-works-made', { act: number, services: own.length })
    }
    return months.length > 0
  })
}
