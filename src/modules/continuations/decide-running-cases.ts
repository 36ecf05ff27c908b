import { assertNone, deny, type Blocker } from '#kernel/denial.ts'
import { parseUuid, type Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx } from '#platform/acts/tx.ts'
import { formatMoment } from '#platform/i18n/format.ts'
import { record } from '#platform/journal/journal.ts'
import * as casework from '#modules/casework/index.ts'
import * as people from '#modules/people/index.ts'
import { applyFate } from './apply-fate.ts'
import { factBook, type FactBook, type LossRef } from './case-facts.ts'
import { FATES, fateBlockers, type Fate } from './domain/fate.ts'
import { writeToCentre } from './letters.ts'
import { policy } from './policy.ts'
import { insertContinuation, selectContinuations } from './store/continuation-store.ts'

export interface ChosenFate {
  number: string
  /** The case as the person saw it. */
  version: number
  fate: string
  toCentreId: string
}
export interface RunningCasesDecision extends LossRef {
  ground: string
  fates: readonly ChosenFate[]
}

/**
 * One person of the ministry decides what becomes of the waiting cases of a loss: a fate for each, one ground, and all of them in one
 * transaction, or none. Who comes second is told; cases that began to wait meanwhile stay for another decision. Answers how many.
 */
export async function decideRunningCases(ctx: Ctx, input: RunningCasesDecision): Promise<{ cases: number }> {
  return tx(ctx, 'continuation.decide', async (t) => {
    assertMay(t, policy, 'continuation.decide', undefined as never)
    const { certificateId, eventId } = input
    const ground = input.ground.trim()
    const holds = new Map((await casework.listOpenHolds(t.sql, { loss: { certificateId, eventId } }, { lock: true })).map((hold) => [hold.kase.number, hold]))
    if (input.fates.length === 0 || holds.size === 0) await refuseDecided(t, input)
    if (ground === '') deny('continuation.ground-missing', { field: 'ground' })
    const book = factBook(t)
    const blockers: Blocker[] = []
    for (const chosen of input.fates) blockers.push(...(await blockersOf(chosen, holds.get(chosen.number), book)))
    assertNone('continuation.not-possible', blockers)
    const continuationId = t.newId()
    await insertContinuation(t.sql, { id: continuationId, certificateId, eventId, ground: ground.slice(0, 2000), cases: input.fates.length, decidedBy: accountOf(t.actor)!, decidedAt: t.now })
    const told = new Map<string, { centreId: Uuid; kind: 'centre-decided' | 'centre-receives'; numbers: string[] }>()
    const tell = (centreId: Uuid, kind: 'centre-decided' | 'centre-receives', number: string) => {
      const entry = told.get(`${kind} ${centreId}`) ?? { centreId, kind, numbers: [] }
      entry.numbers.push(number)
      told.set(`${kind} ${centreId}`, entry)
    }
    // In the order of the rows, which is that of the locks.
    const chosen = new Map(input.fates.map((each) => [each.number, each]))
    for (const hold of holds.values()) {
      const each = chosen.get(hold.kase.number)
      if (!each) continue
      const toCentreId = each.fate === 'move' ? parseUuid(each.toCentreId) : undefined
      await applyFate(t, hold, { fate: each.fate as Fate, toCentreId, ground, continuationId }, book)
      tell(hold.kase.centreId, 'centre-decided', each.number)
      if (toCentreId) tell(toCentreId, 'centre-receives', each.number)
    }
    for (const { centreId, kind, numbers } of told.values()) {
      await writeToCentre(t, await book.centre(centreId), kind, { numbers, ground, path: kind === 'centre-receives' ? '/centre' : '/centre/handed-over' })
      await record(t, `centre:${centreId}`, kind === 'centre-receives' ? 'cases-received' : 'running-cases-decided', { continuationId, cases: numbers.length })
    }
    return { cases: input.fates.length }
  })
}

async function blockersOf(chosen: ChosenFate, hold: casework.OpenHold | undefined, book: FactBook): Promise<Blocker[]> {
  const { number } = chosen
  if (!hold || hold.kase.version !== chosen.version) return [{ code: 'continuation.case-changed', data: { number } }]
  if (!(FATES as readonly string[]).includes(chosen.fate)) return [{ code: 'continuation.fate-missing', data: { number, field: `fate-${number}` } }]
  if (chosen.fate === 'move' && !parseUuid(chosen.toCentreId)) return [{ code: 'continuation.destination-missing', data: { number, field: `to-${number}` } }]
  const found = fateBlockers(chosen.fate as Fate, await book.of(hold), chosen.fate === 'move' ? chosen.toCentreId : undefined)
  return found.map((blocker) => ({ code: blocker.code, data: { ...blocker.data, number } }))
}

/** Nothing waits any more: whoever comes second learns who was first. */
async function refuseDecided(t: Tx, loss: LossRef): Promise<never> {
  const last = (await selectContinuations(t.sql, loss))[0]
  if (!last) deny('continuation.nothing-waits')
  const name = (await people.namesOf(t, [last.decidedBy])).get(last.decidedBy) ?? ''
  return deny('continuation.decided-already', { name, at: formatMoment(last.decidedAt, t.lang), cases: last.cases })
}
