import { Denial, nothingFound } from '#kernel/denial.ts'
import { parseUuid } from '#kernel/id.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { deviceFinding } from './domain/devices.ts'
import { policy } from './policy.ts'
import { watchedCase, type OfStage } from './watched.ts'

/** An exam on line begins only in a browser that keeps its name; one that has none, or no script, would be another computer with each page. */
export function assertNamedComputer(device: string): void {
  if (!parseUuid(device)) throw new Denial('proctoring.no-name')
}

/**
 * Refuses what a second computer sends of an exam on line while the first still speaks, for what is sent seldom: a work, its file, the handing in.
 * A browser that says no name is a second one too. Where nothing is watched it says nothing; who may act is asked by the act.
 */
export async function assertOwnComputer(ctx: Ctx, input: OfStage & { number: string; device: string }): Promise<void> {
  const refused = await read(ctx, 'proctoring.sit', async (t) => {
    const { session, state, norms } = await watchedCase(t, input.number, { stage: input.stage, lock: false }, (kase) => assertMay(t, policy, 'proctoring.sit', kase))
    if (!session || state === 'ended') return undefined
    const finding = deviceFinding({ device: session.device, seenAt: session.deviceSeenAt }, parseUuid(input.device) ?? '', t.now, norms.deviceSilentSeconds)
    return finding === 'second' ? norms.deviceSilentSeconds : undefined
  }).catch(nothingFound)
  if (refused !== undefined) throw new Denial('proctoring.second-computer', { data: { seconds: refused } })
}
