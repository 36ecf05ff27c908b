import type { Moment } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import { parseUuid } from '#kernel/id.ts'
import { inTurn } from '#platform/acts/in-turn.ts'
import type { Ctx, Tx } from '#platform/acts/ctx.ts'
import { assertMay } from '#platform/acts/policy.ts'
import { read } from '#platform/acts/tx.ts'
import { personName } from '#platform/i18n/format.ts'
import { accountName, centreName, findSitting, type PlannedSitting } from '../neighbours.ts'
import { policy } from '../policy.ts'
import { msLeft } from '../theory/domain/exam-time.ts'
import { selectHappenings, selectSeats, type HappeningRow, type SeatRow } from './store/conduct-store.ts'

export const SEAT_STATES = ['notified', 'briefing', 'briefed', 'admitted', 'writing', 'passed', 'not-passed', 'working', 'ended', 'removed', 'absent'] as const
export type SeatState = (typeof SEAT_STATES)[number]

export interface ConsoleSeat extends SeatRow {
  name: string
  state: SeatState
  leftMs: number | null
}
/** One line of the record of a sitting, with the names of the candidate and of whoever wrote it down. */
export interface Happening extends Pick<HappeningRow, 'caseNumber' | 'entry' | 'detail' | 'note' | 'minutes' | 'at'> {
  name: string
  by: string | null
}
export interface SittingConsole {
  sitting: PlannedSitting
  centre: string
  invigilator: string | null
  assessors: string[]
  now: Moment
  over: boolean
  seats: ConsoleSeat[]
  record: Happening[]
}

/** The day of a sitting at one glance: who is where, how much is answered, how much time is left. */
export async function readConsole(ctx: Ctx, sittingId: string): Promise<SittingConsole> {
  return read(ctx, 'sitting.console', async (t) => {
    const id = parseUuid(sittingId)
    const sitting = id ? await findSitting(t.sql, id) : undefined
    if (!sitting) throw new Denial('not-found')
    assertMay(t, policy, 'sitting.console', sitting)
    const rows = await selectSeats(t.sql, sitting.id)
    return {
      sitting, centre: await centreName(t, sitting.centreId, t.lang), now: t.now, over: t.now >= sitting.endsAt,
      invigilator: sitting.invigilatorId ? await accountName(t, sitting.invigilatorId) : null,
      assessors: await inTurn(sitting.assessorIds, (each) => accountName(t, each)),
      seats: rows.map((row) => ({
        ...row, name: personName(row, t.lang, 'full'), state: seatState(row, sitting.stage),
        leftMs: row.endsAt && !row.endKind ? msLeft(row.endsAt, t.now) : null,
      })),
      record: await recordOf(t, sitting),
    }
  })
}

async function recordOf(t: Tx, sitting: PlannedSitting): Promise<Happening[]> {
  const names = new Map<string, string>()
  const record: Happening[] = []
  for (const { caseNumber, entry, detail, note, minutes, at, by, ...person } of await selectHappenings(t.sql, sitting.id, sitting.stage)) {
    if (by && !names.has(by)) names.set(by, await accountName(t, by))
    record.push({ caseNumber, entry, detail, note, minutes, at, name: personName(person, t.lang, 'full'), by: by ? names.get(by)! : null })
  }
  return record
}

/** One word for where a candidate stands in this sitting. Whether the theory was passed is said by its run, not by the step: a case may go on to the practice all the same. */
export function seatState(row: Pick<SeatRow, 'step' | 'endKind' | 'theoryPassed' | 'practiceEndKind' | 'practiceStartedAt' | 'startedAt' | 'admittedAt' | 'acknowledged' | 'held' | 'noShow'>, stage: 'theory' | 'practice'): SeatState {
  if (row.noShow) return 'absent'
  if (row.endKind === 'removal' || row.practiceEndKind === 'removal') return 'removed'
  if (stage === 'practice') {
    if (row.practiceEndKind) return 'ended'
    if (row.practiceStartedAt) return 'working'
  } else if (row.endKind) return row.theoryPassed === null ? 'ended' : row.theoryPassed ? 'passed' : 'not-passed'
  else if (row.startedAt) return 'writing'
  else if (row.admittedAt) return 'admitted'
  if (row.step === 'held') return row.theoryPassed === false ? 'not-passed' : 'ended'
  if (row.acknowledged === 2) return 'briefed'
  return row.held > 0 ? 'briefing' : 'notified'
}
