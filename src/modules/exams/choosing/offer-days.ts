import type { Tx } from '#platform/acts/ctx.ts'
import { withSystemSight } from '#platform/acts/tx.ts'
import type { Day, Moment } from '#kernel/day.ts'
import type { ExamMode, Stage } from '#kernel/exam-stage.ts'
import { findNorm } from '#kernel/norms.ts'
import * as casework from '#modules/casework/index.ts'
import { findSitting, unpaidOf } from '../neighbours.ts'
import type { Blocker } from '#kernel/denial.ts'
import { noticeNormOf, noticeOffer, type OfferedSitting } from '../preparation/notice-offer.ts'
import { choosable, lastDayToSend } from './domain/choice.ts'
import { selectChoices } from './store/choice-store.ts'

/** A sitting that a candidate may choose, or has chosen. It names nobody who conducts it. */
export interface ChoosableSitting {
  id: string
  stage: Stage
  mode: ExamMode
  onDay: Day
  startsAt: Moment
  endsAt: Moment
  roomKk: string
  roomRu: string
  freeSeats: number
}
export interface DaysOffered {
  stages: Stage[]
  sittings: Record<Stage, ChoosableSitting[]>
  /** First day that the shortest notice allows today. */
  firstLawfulOn: Day
  wholeDays: number
  /** What must come before any day: a payment. */
  blockers: Blocker[]
}

const shown = (each: OfferedSitting): ChoosableSitting => ({
  id: each.id, stage: each.stage, mode: each.mode, onDay: each.onDay, startsAt: each.startsAt, endsAt: each.endsAt, roomKk: each.roomKk, roomRu: each.roomRu, freeSeats: each.freeSeats,
})

/** The sittings that are lawful for this candidate today; counted with the sight of the system, for the seats of others are not his to see. */
export async function daysFor(t: Tx, kase: casework.CaseFile): Promise<DaysOffered> {
  const offer = await withSystemSight(t, () => noticeOffer(t, kase))
  const found = choosable(offer.stages, offer.sittings)
  return {
    stages: offer.stages, sittings: { theory: found.theory.map(shown), practice: found.practice.map(shown) }, firstLawfulOn: offer.firstLawfulOn, wholeDays: offer.wholeDays, blockers: await unpaidOf(t, kase),
  }
}

/** Whether every stage that is to be held has a day to choose. */
export function hasDays(days: DaysOffered): boolean {
  return days.stages.length > 0 && days.stages.every((stage) => days.sittings[stage].length > 0)
}

export interface DayChosen {
  stage: Stage
  sittingId: string
  onDay: Day
  startsAt: Moment
  endsAt: Moment
  roomKk: string
  roomRu: string
  chosenAt: Moment
  /** The last day on which the notification can be sent for it; undefined when it is no longer lawful. */
  sendBy: Day | undefined
}

/** What the candidate has chosen while his case waits for the notification; empty otherwise. */
export async function choiceOf(t: Tx, kase: casework.CaseFile): Promise<DayChosen[]> {
  if (kase.step !== 'contract-signed') return []
  const rows = await selectChoices(t.sql, kase.id)
  if (rows.length === 0) return []
  const notice = { ...noticeNormOf(await casework.normsOf(t, kase)), calendar: t.calendar }
  const chosen: DayChosen[] = []
  for (const row of rows) {
    const sitting = await findSitting(t.sql, row.sittingId)
    // The case went to another centre: what was chosen at the first means nothing there.
    if (!sitting || sitting.centreId !== kase.centreId) continue
    const { onDay, startsAt, endsAt, roomKk, roomRu } = sitting
    chosen.push({ stage: row.stage, sittingId: row.sittingId, onDay, startsAt, endsAt, roomKk, roomRu, chosenAt: row.chosenAt, sendBy: sitting.cancelledAt ? undefined : lastDayToSend(onDay, t.today, notice) })
  }
  return chosen
}

/** Whether the centre lets candidates choose, by the norms of the case [D]. */
export async function mayChooseByNorm(t: Tx, kase: casework.CaseFile): Promise<boolean> {
  return findNorm(await casework.normsOf(t, kase), 'choice.byCandidate')?.value !== false
}
