import { assertNone, deny } from '#kernel/denial.ts'
import { STAGES, type Stage } from '#kernel/exam-stage.ts'
import { parseUuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { tx, withSystemSight } from '#platform/acts/tx.ts'
import * as casework from '#modules/casework/index.ts'
import { conflictBlockers } from '../interests/find-conflicts.ts'
import { findSitting, unpaidOf, type PlannedSitting } from '../neighbours.ts'
import { policy } from '../policy.ts'
import { notificationBlockers, type SittingFacts } from '../preparation/domain/notification.ts'
import { examModesOf } from '../preparation/exam-modes.ts'
import { namedOf, noticeNormOf, sittingFacts, stagesToHold } from '../preparation/notice-offer.ts'
import { lockSittings } from '../preparation/store/preparation-store.ts'
import { choosingBlockers, DAY_PARTS, wishBlockers } from './domain/choice.ts'
import { mayChooseByNorm } from './offer-days.ts'
import { insertChoice, insertWish, releaseChoices, selectChoices, withdrawWish } from './store/choice-store.ts'

/**
 * The candidate chooses his day among the lawful ones. It holds his seat until the centre sends the notification, which stays the centre's act; until then
 * he may choose another. Of two people who want the last seat the second is told.
 */
export async function chooseDay(ctx: Ctx, input: { number: string; version: number; sittings: Partial<Record<Stage, string>> }): Promise<void> {
  await tx(ctx, 'day.choose', async (t) => {
    const kase = await lockForChoosing(t, input.number, input.version)
    const stages = await stagesToHold(t, kase)
    await lockSittings(t.sql, STAGES.flatMap((stage) => parseUuid(input.sittings[stage] ?? '') ?? []))
    const rows: Partial<Record<Stage, PlannedSitting>> = {}
    for (const stage of stages) {
      const id = parseUuid(input.sittings[stage] ?? '')
      const row = id && (await findSitting(t.sql, id))
      if (row) rows[stage] = row
    }
    const named = stages.flatMap((stage) => rows[stage] ?? [])
    assertNone('choice.not-possible', await withSystemSight(t, async () => {
      const free = await sittingFacts(t, named, kase.id)
      const facts: Partial<Record<Stage, SittingFacts>> = Object.fromEntries(named.map((row, place) => [row.stage, free[place]!]))
      // Who is bound to him is not said here: the page offers no such day, and the centre knows.
      const bound = (await conflictBlockers(t, kase, named.flatMap(namedOf))).length > 0 ? [{ code: 'choice.not-offered' }] : []
      return [...(await unpaidOf(t, kase)), ...notificationBlockers({
        centreId: kase.centreId, professionCode: kase.professionCode!, level: kase.level!, stages, sittings: facts, replaces: false, ground: '',
        sentOn: t.today, calendar: t.calendar, modes: await examModesOf(t, kase), ...noticeNormOf(await casework.normsOf(t, kase)),
      }), ...bound]
    }))
    const before = await selectChoices(t.sql, kase.id)
    await releaseChoices(t.sql, kase.id, 'changed', t.now)
    for (const row of named) await insertChoice(t.sql, { id: t.newId(), caseId: kase.id, stage: row.stage, sittingId: row.id, chosenBy: accountOf(t.actor)!, chosenAt: t.now })
    await casework.touchCase(t, kase, {})
    await casework.record(t, kase.id, before.length > 0 ? 'day-choice-changed' : 'day-chosen', { examOn: named.map((row) => row.onDay).sort()[0], sittings: named.map((row) => ({ stage: row.stage, sittingId: row.id, onDay: row.onDay })) })
  })
}

/** He gives his choice up: the seats are free, and the centre names a day. */
export async function takeBackChoice(ctx: Ctx, input: { number: string; version: number }): Promise<void> {
  await tx(ctx, 'day.choose', async (t) => {
    const kase = await lockForChoosing(t, input.number, input.version)
    if ((await releaseChoices(t.sql, kase.id, 'taken-back', t.now)) === 0) deny('choice.none')
    await casework.touchCase(t, kase, {})
    await casework.record(t, kase.id, 'day-choice-taken-back', {})
  })
}

/** He says on which days of the week and at what part of the day he would come, and is told when such a day appears. A wish takes the place of the former. */
export async function wishDay(ctx: Ctx, input: { number: string; weekdays: readonly number[]; parts: readonly string[] }): Promise<void> {
  await tx(ctx, 'day.wish', async (t) => {
    const kase = await lockForChoosing(t, input.number)
    assertNone('choice.not-possible', wishBlockers(input))
    const weekdays = [...new Set(input.weekdays)].sort()
    const parts = DAY_PARTS.filter((each) => input.parts.includes(each))
    await withdrawWish(t.sql, kase.id, t.now)
    await insertWish(t.sql, { id: t.newId(), caseId: kase.id, weekdays, parts, wishedBy: accountOf(t.actor)!, wishedAt: t.now })
    await casework.record(t, kase.id, 'day-wished', { weekdays, parts })
  })
}

async function lockForChoosing(t: Tx, number: string, version?: number): Promise<casework.CaseFile> {
  const kase = await casework.lockCaseByNumber(t, number)
  assertMay(t, policy, 'day.choose', kase)
  if (kase.kind !== 'recognition') deny('not-found')
  if (version !== undefined) casework.assertUnchanged(kase, version)
  casework.assertNotWaiting(kase)
  assertNone('choice.not-possible', choosingBlockers({ allowed: await mayChooseByNorm(t, kase), step: kase.step }))
  return kase
}
