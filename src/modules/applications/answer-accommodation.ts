import { assertNone, Denial } from '#kernel/denial.ts'
import type { Ctx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { answerBlockers } from './domain/accommodation-blockers.ts'
import { writeToCandidate } from './letters.ts'
import { policy } from './policy.ts'
import { accountIdOf } from './standing.ts'
import { selectAccommodations, updateAnswer } from './store/application-store.ts'

export interface AccommodationAnswer {
  number: string
  version: number
  kind: string
  answer: string
  extraPercent?: number | undefined
  note: string
}

/** The centre answers a condition a person asked for: granted, with its share of extra time, or refused with the reason. */
export async function answerAccommodation(ctx: Ctx, input: AccommodationAnswer): Promise<void> {
  await tx(ctx, 'accommodation.answer', async (t) => {
    const kase = await casework.lockCaseByNumber(t, input.number)
    assertMay(t, policy, 'accommodation.answer', kase)
    casework.assertUnchanged(kase, input.version)
    const asked = (await selectAccommodations(t.sql, kase.id)).find((each) => each.kind === input.kind)
    if (!asked || kase.closedAt) throw new Denial('not-found')
    assertNone('accommodation.not-possible', answerBlockers({
      kind: asked.kind, answer: input.answer, extraPercent: input.extraPercent, note: input.note, answered: asked.answer !== null, step: kase.step,
    }))
    const percent = input.answer === 'granted' && asked.kind === 'extra-time' ? input.extraPercent! : null
    await updateAnswer(t.sql, asked.id, { answer: input.answer, note: input.note.trim(), extraPercent: percent, by: accountIdOf(t), at: t.now })
    await casework.touchCase(t, kase, {})
    await casework.record(t, kase.id, 'accommodation-answered', { kind: asked.kind, answer: input.answer, percent })
    const note = input.note.trim()
    await writeToCandidate(t, kase, 'accommodation-answered', { answer: { kind: asked.kind, granted: input.answer === 'granted', percent }, note: note === '' ? '' : `\n\n${note}` })
  })
}
