import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { eachInTurn } from '#platform/acts/each-in-turn.ts'
import { writeToAccounts, writeToCentre, writeToPerson } from './letters.ts'
import { policy } from './policy.ts'

const BATCH = 100
/** Rights of the candidate: when they run out, nobody is late and nobody is written to. */
const RIGHTS: readonly string[] = ['T6']
/** What the candidate himself was to do in time; all other clocks are those of the centre. */
const OWN: readonly string[] = ['T15']

/** Marks clocks whose last day has passed and tells the people concerned; one transaction each. A late act stays possible. Safe to run twice. */
export async function lapseDeadlines(ctx: Ctx): Promise<number> {
  const lapsed = await read(ctx, 'sweep.lapse', async (t) => {
    assertMay(t, policy, 'sweep.lapse', undefined as never)
    return casework.listLapsedClocks(t.sql, t.today, BATCH)
  })
  return eachInTurn(lapsed, (clock) => lapseOne(ctx, clock))
}

async function lapseOne(ctx: Ctx, clock: casework.LapsedClock): Promise<boolean> {
  return tx(ctx, 'sweep.lapse', async (t) => {
    assertMay(t, policy, 'sweep.lapse', undefined as never)
    const kase = await casework.lockCase(t, clock.caseId)
    if ((await casework.lapseClock(t.sql, clock.id, t.today, t.now)) === 0) return false
    await casework.record(t, kase.id, 'deadline-lapsed', { rule: clock.rule, dueOn: clock.dueOn })
    if (RIGHTS.includes(clock.rule)) return true
    const facts = { rule: clock.rule, due: clock.dueOn }
    const own = kase.kind === 'appeal' ? `/cases/${kase.number}/appeal` : kase.kind === 'complaint' ? `/cases/${kase.number}/complaint` : `/cases/${kase.number}`
    const desk = kase.kind === 'appeal' ? `/centre/appeals/${kase.number}` : kase.kind === 'complaint' ? `/centre/complaints/${kase.number}` : `/centre/cases/${kase.number}`
    await writeToPerson(t, kase, OWN.includes(clock.rule) ? 'deadline-lapsed-own' : 'deadline-lapsed', own, facts)
    await writeToCentre(t, kase, 'deadline-lapsed-centre', desk, facts)
    if (kase.assignedTo) await writeToAccounts(t, kase, [kase.assignedTo], 'deadline-lapsed-centre', desk, facts)
    return true
  })
}
