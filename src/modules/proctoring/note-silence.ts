import { plusMs } from '#kernel/day.ts'
import { isDenial } from '#kernel/denial.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read, tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { silentSince } from './domain/signals.ts'
import { flagSignal } from './flag.ts'
import { proctoringNorms } from './norms.ts'
import { policy } from './policy.ts'
import { selectFallenSilent, updateSilent } from './store/session-store.ts'
import { sessionOf, watchedOf } from './watched.ts'

/** Tells the proctor of running exams from which nothing is heard: an incident "signals missing", never a violation. Answers how many; safe to run twice. */
export async function noteSilence(ctx: Ctx): Promise<number> {
  const fallen = await read(ctx, 'proctoring.end-due', async (t) => {
    assertMay(t, policy, 'proctoring.end-due', undefined as never)
    const norms = proctoringNorms(await t.law.normsInForce(t.sql, t.today))
    return selectFallenSilent(t.sql, plusMs(t.now, -norms.silenceSeconds * 1000), 200)
  })
  let noted = 0
  for (const each of fallen) {
    try {
      await tx(ctx, 'proctoring.end-due', async (t) => {
        assertMay(t, policy, 'proctoring.end-due', undefined as never)
        const watched = await watchedOf(t, await casework.lockCase(t, each.caseId), { stage: each.stage, lock: true })
        const session = sessionOf(watched)
        const since = silentSince(session.signalsAt, t.now, watched.norms.silenceSeconds)
        if (session.id !== each.id || !since || session.silentSince !== null || !['running', 'warned'].includes(watched.state)) return
        await updateSilent(t.sql, session.id, since)
        await flagSignal(t, watched, { kind: 'signals-missing', from: since, to: t.now, note: '' })
        noted++
      })
    } catch (error) {
      if (!isDenial(error)) throw error
    }
  }
  return noted
}
