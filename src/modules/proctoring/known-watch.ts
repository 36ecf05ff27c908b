import type { Moment } from '#kernel/day.ts'
import { deny } from '#kernel/denial.ts'
import { STAGES } from '#kernel/exam-stage.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { policy } from './policy.ts'
import { unwrapKey } from './seal.ts'
import { sessionOf, watchedCase, type OfStage } from './watched.ts'

/** What the next chunks need to know of a watch; asked anew after some seconds, so that a whole room of cameras asks little. */
export interface KnownWatch {
  sessionId: string
  caseId: string
  centreId: string
  accountId: string | null
  key: Uint8Array
  skewMs: number
  endedAt: Moment | null
  graceSeconds: number
  chunkBytes: number
  /** When the places in the store that were given and not confirmed yet are good no more, in milliseconds. */
  places: number[]
  until: number
}
const KNOWN_MS = 10_000
const MOST_KNOWN = 5_000
const known = new Map<string, KnownWatch>()

const placeOfKnown = ({ number, stage }: OfStage & { number: string }) => `${number} ${stage ?? ''}`

/** Forgets what is known of a watch: its exam has ended or its key has gone. */
export function forgetKnown(number: string): void {
  for (const stage of [undefined, ...STAGES]) known.delete(placeOfKnown({ number, stage }))
}

/** The watch of the candidate who sends; the policy is asked with every chunk again. */
export async function knownWatch(ctx: Ctx, of: OfStage & { number: string }): Promise<KnownWatch> {
  const place = placeOfKnown(of)
  const found = known.get(place)
  if (found && found.until > performance.now() && found.accountId === accountOf(ctx.actor)) return found
  const watch = await read(ctx, 'proctoring.sit', async (t): Promise<KnownWatch> => {
    const watched = await watchedCase(t, of.number, { stage: of.stage, lock: false }, (kase) => assertMay(t, policy, 'proctoring.sit', kase))
    const session = sessionOf(watched)
    if (!session.wrappedKey) deny('proctoring.ended')
    return {
      sessionId: session.id, caseId: watched.kase.id, centreId: watched.kase.centreId, accountId: watched.kase.accountId, key: unwrapKey(t.cipher, session.wrappedKey), skewMs: session.skewMs ?? 0,
      endedAt: watched.endedAt, graceSeconds: watched.norms.graceSeconds, chunkBytes: watched.norms.chunkBytes, places: found?.places ?? [], until: performance.now() + KNOWN_MS,
    }
  })
  known.set(place, watch)
  while (known.size > MOST_KNOWN) known.delete(known.keys().next().value!)
  return watch
}
