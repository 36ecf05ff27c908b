import { plusMs } from '#kernel/day.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { silentSince } from './domain/signals.ts'
import { eachWatch } from './each-watch.ts'
import { flagSignal } from './flag.ts'
import { proctoringNorms } from './norms.ts'
import { policy } from './policy.ts'
import { selectFallenSilent, updateSilent } from './store/session-store.ts'

/** Tells the proctor of running exams from which nothing is heard: an incident "signals missing", never a violation. Answers how many; safe to run twice. */
export async function noteSilence(ctx: Ctx): Promise<number> {
  const fallen = await read(ctx, 'proctoring.end-due', async (t) => {
    assertMay(t, policy, 'proctoring.end-due', undefined as never)
    const norms = proctoringNorms(await t.law.normsInForce(t.sql, t.today))
    return selectFallenSilent(t.sql, plusMs(t.now, -norms.silenceSeconds * 1000), 200)
  })
  return eachWatch(ctx, fallen, async (t, watched, session, each) => {
    const since = silentSince(session.signalsAt, t.now, watched.norms.silenceSeconds)
    if (session.id !== each.id || !since || session.silentSince !== null || !['running', 'warned'].includes(watched.state)) return false
    await updateSilent(t.sql, session.id, since)
    await flagSignal(t, watched, { kind: 'signals-missing', from: since, to: t.now, note: '' })
    return true
  })
}
