import { notLetInGrounds, type NotLetInGround } from '#kernel/admission.ts'
import type { Moment } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import type { Stage } from '#kernel/exam-stage.ts'
import { parseUuid } from '#kernel/id.ts'
import type { Language } from '#kernel/localized.ts'
import { normNumberOr, type NormEdition } from '#kernel/norms.ts'
import { countsByStage } from '#kernel/violation-count.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { personName } from '#platform/i18n/format.ts'
import { accountName, findSitting, type PlannedSitting } from '../neighbours.ts'
import { workEndsAt } from '../practice/online/domain/work.ts'
import { policy } from '../policy.ts'
import { msLeft } from '../theory/domain/exam-time.ts'
import { LINE_LOST_SECONDS, lineLostSince } from './domain/line.ts'
import { groundsInForce, type ViolationGround } from './domain/violations.ts'
import { selectHappenings, selectSeats, type HappeningRow, type SeatRow } from './store/conduct-store.ts'
import { selectHalts, type Halt } from './store/halt-store.ts'

export const SEAT_STATES = ['notified', 'briefing', 'briefed', 'not-let-in', 'admitted', 'writing', 'passed', 'not-passed', 'working', 'work-handed-in', 'work-time-over', 'being-marked', 'broken-down', 'ended', 'removed', 'absent'] as const
export type SeatState = (typeof SEAT_STATES)[number]

export interface ConsoleSeat extends SeatRow {
  name: string
  state: SeatState
  /** Of a clock that runs or stands; null where there is none. */
  leftMs: number | null
  lostSince: Moment | null
  /** On which a violation may be recorded, as the norms of his case have it. */
  grounds: readonly ViolationGround[]
  /** Each stage counts its violations by itself, as the norms of his case have it. */
  countsByStage: boolean
  /** On which he may be told that he is not let in, by the same norms. */
  doorGrounds: readonly NotLetInGround[]
}
/** One line of the record of a sitting, with the names of the candidate and of whoever wrote it down; without a candidate it is of all. */
export interface Happening extends Pick<HappeningRow, 'entry' | 'detail' | 'note' | 'minutes' | 'at'> {
  caseNumber: string | null
  name: string | null
  by: string | null
}
export interface SittingConsole {
  sitting: PlannedSitting
  invigilator: string | null
  assessors: string[]
  now: Moment
  over: boolean
  seats: ConsoleSeat[]
  record: Happening[]
  /** The stop under which the sitting stands now. */
  halt: (Halt & { byName: string }) | null
}

/** What a sitting is at one instant, in no language yet. */
export interface SittingFacts {
  sitting: PlannedSitting
  now: Moment
  rows: SeatRow[]
  halts: Halt[]
  happenings: HappeningRow[]
  lostAfterSeconds: number
  /** By edition of the norms. */
  grounds: ReadonlyMap<string, { violation: readonly ViolationGround[]; door: readonly NotLetInGround[]; byStage: boolean }>
  /** Full names of the staff that are named anywhere. */
  staff: ReadonlyMap<string, string>
}

/** The day of a sitting at one glance: who is where, how much is answered, how much time is left. */
export async function readConsole(ctx: Ctx, sittingId: string): Promise<SittingConsole> {
  return read(ctx, 'sitting.console', async (t) => {
    const sitting = await sittingToShow(t, sittingId)
    return consoleOf(await factsOf(t, sitting), t.lang)
  })
}

/** The sitting, when this person may look at it; else it does not exist. */
export async function sittingToShow(t: Tx, sittingId: string): Promise<PlannedSitting> {
  const id = parseUuid(sittingId)
  const sitting = id ? await findSitting(t.sql, id) : undefined
  if (!sitting) throw new Denial('not-found')
  assertMay(t, policy, 'sitting.console', sitting)
  return sitting
}

/** Reads the seats and stops of a sitting; its record too, unless `before` shows that nothing of it can have changed. */
export async function factsOf(t: Tx, sitting: PlannedSitting, before?: SittingFacts): Promise<SittingFacts> {
  const rows = await selectSeats(t.sql, sitting.id)
  const halts = await selectHalts(t.sql, sitting.id)
  const same = before !== undefined && recordKey(before) === recordKey({ rows, halts })
  const happenings = same ? before.happenings : await selectHappenings(t.sql, sitting.id, sitting.stage)
  const staff = new Map(before?.staff)
  const named = [sitting.invigilatorId, ...sitting.assessorIds, ...happenings.map((each) => each.by), ...halts.flatMap((each) => [each.haltedBy, each.resumedBy])]
  for (const id of named) if (id && !staff.has(id)) staff.set(id, await accountName(t, id))
  const grounds = new Map(before?.grounds)
  for (const { normEdition } of rows) if (!grounds.has(normEdition)) grounds.set(normEdition, groundsOf(await t.law.norms(t.sql, normEdition), sitting.mode === 'online'))
  return { sitting, now: t.now, grounds, rows, halts, happenings, staff, lostAfterSeconds: normNumberOr(await t.law.normsInForce(t.sql, t.today), 'exam.lineLostSeconds', LINE_LOST_SECONDS) }
}

function groundsOf(norms: NormEdition, online: boolean) {
  return { violation: groundsInForce(norms), byStage: countsByStage(norms), door: notLetInGrounds(norms, { online, coveredFace: true }) }
}

/** Everything of the seats and stops that a line of the record can come from. */
function recordKey({ rows, halts }: Pick<SittingFacts, 'rows' | 'halts'>): string {
  return JSON.stringify([halts, rows.map((row) => [row.caseNumber, row.admittedAt, row.startedAt, row.endKind, row.practiceStartedAt, row.practiceWorkEndedAt, row.practiceEndKind, row.brokenAt, row.letOnAt, row.violations, row.incidents, row.noShow, row.notLetInAt])])
}

/** The facts as a page shows them in one language. */
export function consoleOf({ sitting, now, rows, halts, happenings, staff, lostAfterSeconds, grounds }: SittingFacts, lang: Language): SittingConsole {
  const nameOf = (id: string | null) => (id ? (staff.get(id) ?? '—') : null)
  const stands = halts.find((each) => each.resumedAt === null)
  const resumedAt = halts.map((each) => each.resumedAt).filter((at) => at !== null).sort().at(-1) ?? null
  return {
    sitting, now, over: now >= sitting.endsAt, invigilator: nameOf(sitting.invigilatorId), assessors: sitting.assessorIds.map((id) => nameOf(id)!),
    halt: stands ? { ...stands, byName: nameOf(stands.haltedBy)! } : null,
    seats: rows.map((row) => {
      const state = seatState(row, sitting.stage)
      return {
        ...row, name: personName(row, lang, 'full'), state, grounds: grounds.get(row.normEdition)?.violation ?? [], countsByStage: grounds.get(row.normEdition)?.byStage ?? false, doorGrounds: (grounds.get(row.normEdition)?.door ?? []).filter((ground) => ground !== 'not-shown' || row.accommodations.includes('covered-face')), leftMs: sitting.stage === 'practice' ? workLeft(row, row.brokenAt ?? stands?.haltedAt ?? now) : row.endsAt && !row.endKind ? msLeft(row.endsAt, row.haltedAt ?? now) : null,
        lostSince: lineLostSince({ ...row, writing: state === 'writing', resumedAt }, now, lostAfterSeconds),
      }
    }),
    record: [
      ...happenings.map(({ caseNumber, entry, detail, note, minutes, at, by, ...person }) => ({ caseNumber, entry, detail, note, minutes, at, name: personName(person, lang, 'full'), by: nameOf(by) })),
      ...halts.flatMap((each) => [
        { caseNumber: null, name: null, entry: 'exam-halted', detail: each.ground, note: each.note, minutes: null, at: each.haltedAt, by: nameOf(each.haltedBy) },
        ...(each.resumedAt ? [{ caseNumber: null, name: null, entry: each.brokenDown ? 'exam-broken-down' : 'exam-resumed', detail: null, note: each.breakdownNote, minutes: null, at: each.resumedAt, by: nameOf(each.resumedBy) }] : []),
      ]),
    ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
  }
}

/** What is left of the work of a practice on line; nothing in the centre, where no clock ends it. */
function workLeft(row: SeatRow, at: Moment): number | null {
  if (row.practiceStartedAt === null || row.practiceEndKind || row.practiceWorkEndedAt) return null
  const endsAt = workEndsAt({ startedAt: row.practiceStartedAt, workMinutes: row.practiceWorkMinutes, workSecondsAdded: row.practiceWorkSecondsAdded ?? 0 })
  return endsAt && msLeft(endsAt, at)
}

/** One word for where a candidate stands in this sitting. Whether the theory was passed is said by its run, not by the step: a case may go on to the practice all the same. */
export function seatState(row: Pick<SeatRow, 'step' | 'endKind' | 'theoryPassed' | 'practiceEndKind' | 'practiceStartedAt' | 'practiceWorkEndKind' | 'practiceMarked' | 'startedAt' | 'admittedAt' | 'brokenAt' | 'letOnAt' | 'acknowledged' | 'held' | 'noShow' | 'notLetInAt'>, stage: Stage): SeatState {
  // Whoever came and was not let in was there: he is not called absent, neither before his case is closed nor after.
  if (row.noShow) return row.notLetInAt ? 'not-let-in' : 'absent'
  if (row.endKind === 'removal' || row.practiceEndKind === 'removal') return 'removed'
  if (row.brokenAt) return row.letOnAt ? 'admitted' : 'broken-down'
  if (stage === 'practice') {
    if (row.practiceEndKind) return 'ended'
    // On line the work ends before the practice does: it is marked from what was sent and recorded.
    if (row.practiceWorkEndKind) return row.practiceMarked > 0 ? 'being-marked' : row.practiceWorkEndKind === 'time' ? 'work-time-over' : 'work-handed-in'
    if (row.practiceStartedAt) return 'working'
  } else if (row.endKind) return row.theoryPassed === null ? 'ended' : row.theoryPassed ? 'passed' : 'not-passed'
  else if (row.startedAt) return 'writing'
  else if (row.admittedAt) return 'admitted'
  if (row.step === 'held') return row.theoryPassed === false ? 'not-passed' : 'ended'
  if (row.notLetInAt) return 'not-let-in'
  if (row.acknowledged === 2) return 'briefed'
  return row.held > 0 ? 'briefing' : 'notified'
}
