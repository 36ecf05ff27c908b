import { addMonths, type Day } from '#kernel/day.ts'
import { firstLawfulDay, noticeBlockers, type NoticeReading } from '#kernel/deadline-rule.ts'
import type { Blocker } from '#kernel/denial.ts'
import type { ExamMode, Stage } from '#kernel/exam-stage.ts'
import { normNumber, normText, type NormEdition } from '#kernel/norms.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import * as casework from '#modules/casework/index.ts'
import type { CaseFile } from '#modules/casework/index.ts'
import { currentAttempt } from '../attempts.ts'
import { conflictBlocker } from '../interests/domain/conflict.ts'
import { selectHeldByOthers } from '../choosing/store/choice-store.ts'
import { findConflictsOn, type NamedOn } from '../interests/find-conflicts.ts'
import { currentContract, listPlannedFor, type PlannedSitting, unpaidOf } from '../neighbours.ts'
import { selectPracticeRun } from '../practice/store/practice-store.ts'
import { selectTheoryRun } from '../theory/store/theory-store.ts'
import { selectNotification, selectNotifiedCases, selectNotifiedSittings } from './store/preparation-store.ts'
import { examModesOf } from './exam-modes.ts'
import type { SittingFacts } from './domain/notification.ts'

export interface OfferedSitting extends SittingFacts {
  roomKk: string
  roomRu: string
  chosenNow: boolean
  /** Why it cannot be chosen today; empty when it can. */
  why: Blocker[]
}
export interface NoticeOffer {
  firstLawfulOn: Day
  wholeDays: number
  stages: Stage[]
  /** How each stage of this case is held. */
  modes: Record<Stage, ExamMode>
  /** Everything the centre has ahead for this qualification; what is not lawful carries its reasons. */
  sittings: Record<Stage, OfferedSitting[]>
  /** True when a notification was sent before: the next one is a new date with its whole notice. */
  replaces: boolean
  blockers: Blocker[]
}

/** The shortest notice as the case's edition of the norms has it. */
export function noticeNormOf(norms: NormEdition): { wholeDays: number; reading: NoticeReading } {
  return { wholeDays: normNumber(norms, 'notice.wholeDays'), reading: normText(norms, 'notice.reading') as NoticeReading }
}

/** Stages of the attempt under way that are still to be held; before the first notification those of the contract. */
export async function stagesToHold(t: Tx, kase: CaseFile): Promise<Stage[]> {
  const attempt = await currentAttempt(t, kase.id)
  if (!attempt || attempt.endedAt) return (await currentContract(t, kase.id))?.stages ?? []
  const ended = { theory: (await selectTheoryRun(t.sql, attempt.id))?.endKind, practice: (await selectPracticeRun(t.sql, attempt.id))?.endKind }
  return attempt.stages.filter((stage) => !ended[stage])
}

/** Sittings with the seats that other candidates leave free; a withdrawn case gives its seat back. */
export async function sittingFacts(t: Tx, sittings: readonly PlannedSitting[], caseId: string): Promise<SittingFacts[]> {
  const notified = await selectNotifiedCases(t.sql, sittings.map((sitting) => sitting.id), caseId)
  const standing = await casework.listNotWithdrawn(t, notified.map((each) => each.caseId))
  const taken = new Map<string, number>()
  for (const each of notified) if (standing.has(each.caseId)) taken.set(each.sittingId, (taken.get(each.sittingId) ?? 0) + 1)
  for (const each of await selectHeldByOthers(t.sql, sittings.map((sitting) => sitting.id), caseId)) taken.set(each.sittingId, (taken.get(each.sittingId) ?? 0) + 1)
  return sittings.map((sitting) => ({
    id: sitting.id, centreId: sitting.centreId, stage: sitting.stage, professionCode: sitting.professionCode, level: sitting.level, onDay: sitting.onDay,
    startsAt: sitting.startsAt, endsAt: sitting.endsAt, freeSeats: sitting.seats - (taken.get(sitting.id) ?? 0), cancelled: sitting.cancelledAt !== null, mode: sitting.mode,
  }))
}

/** Everybody who conducts a sitting. */
export function staffOf(sitting: Pick<PlannedSitting, 'invigilatorId' | 'proctorId' | 'assessorIds'>): string[] {
  return [...(sitting.invigilatorId ? [sitting.invigilatorId] : []), ...(sitting.proctorId ? [sitting.proctorId] : []), ...sitting.assessorIds]
}

/** The same, each for the day of the sitting to which he is named. */
export function namedOf(sitting: PlannedSitting): NamedOn[] {
  return staffOf(sitting).map((accountId) => ({ accountId, on: sitting.onDay }))
}

/** What the clerk may offer today: the first lawful day, the sittings of each stage with what speaks against them, and what stands in the way. */
export async function noticeOffer(t: Tx, kase: CaseFile): Promise<NoticeOffer> {
  const { wholeDays, reading } = noticeNormOf(await casework.normsOf(t, kase))
  const firstLawfulOn = firstLawfulDay(t.today, wholeDays, reading, t.calendar)
  const stages = await stagesToHold(t, kase)
  const attempt = await currentAttempt(t, kase.id)
  const notification = attempt && !attempt.endedAt ? await selectNotification(t.sql, attempt.id) : undefined
  const named = notification ? await selectNotifiedSittings(t.sql, notification.id) : []
  const rows = await listPlannedFor(t.sql, { centreId: kase.centreId, from: t.today, until: addMonths(t.today, 6), professionCode: kase.professionCode!, level: kase.level! })
  const sittings: Record<Stage, OfferedSitting[]> = { theory: [], practice: [] }
  const modes = await examModesOf(t, kase)
  const ahead = rows.filter((row) => stages.includes(row.stage) && row.mode === modes[row.stage])
  const bound = await findConflictsOn(t, kase, ahead.flatMap(namedOf))
  for (const [place, facts] of (await sittingFacts(t, ahead, kase.id)).entries()) {
    const row = ahead[place]!
    const why: Blocker[] = noticeBlockers({ sentOn: t.today, procedureOn: row.onDay, wholeDays, reading, calendar: t.calendar })
    if (facts.freeSeats < 1) why.push({ code: 'notice.no-seat', data: { onDay: row.onDay } })
    for (const each of bound) if (each.on === row.onDay && staffOf(row).includes(each.accountId)) why.push(...each.kinds.map((kind) => conflictBlocker(kind, each.name)))
    sittings[row.stage].push({ ...facts, roomKk: row.roomKk, roomRu: row.roomRu, chosenNow: named.some((each) => each.sittingId === row.id), why })
  }
  const blockers: Blocker[] = [...(await unpaidOf(t, kase)), ...stages.filter((stage) => !sittings[stage].some((each) => each.why.length === 0)).map((stage) => ({ code: `notice.none-offered-${stage}`, data: { firstLawfulOn } }))]
  return { firstLawfulOn, wholeDays, stages, modes, sittings, replaces: notification !== undefined, blockers }
}
