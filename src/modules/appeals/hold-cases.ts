import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import { eachInTurn } from './each-in-turn.ts'
import { writeToCentre, writeToPerson } from './letters.ts'
import { policy } from './policy.ts'

/** A registered case whose centre has lost its scope waits for the ministry instead of the centre (ruling 5). Answers how many; safe to run twice. */
export async function holdCasesWithoutScope(ctx: Ctx): Promise<number> {
  const cases = await read(ctx, 'sweep.hold', async (t) => {
    assertMay(t, policy, 'sweep.hold', undefined as never)
    const found: string[] = []
    for (const scope of await casework.listRegisteredScopes(t.sql)) if (!(await centres.findScope(t.sql, { ...scope, on: t.today }))) found.push(...(await casework.listRegistered(t.sql, scope)))
    return found
  })
  return eachInTurn(cases, (id) => holdOne(ctx, id))
}

async function holdOne(ctx: Ctx, id: string): Promise<boolean> {
  return tx(ctx, 'sweep.hold', async (t) => {
    assertMay(t, policy, 'sweep.hold', undefined as never)
    const kase = await casework.lockCase(t, id)
    if ((await casework.timelineOf(t, id)).some((entry) => entry.kind === 'case-resumed')) return false
    const scope: casework.RegisteredScope = { centreId: kase.centreId, professionCode: kase.professionCode!, level: kase.level! }
    if (kase.step !== 'registered' || (await centres.findScope(t.sql, { ...scope, on: t.today }))) return false
    const waiting = await casework.advance(t, kase, 'case.wait', 'case-waits')
    await writeToPerson(t, waiting, 'case-waits', `/cases/${kase.number}`)
    await writeToCentre(t, waiting, 'case-waits', `/centre/cases/${kase.number}`)
    return true
  })
}
