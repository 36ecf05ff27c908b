import { randomUUID } from 'node:crypto'
import { addDays, momentAt, plusMinutes, plusMs, type Day } from '#kernel/day.ts'
import type { Sql } from '#platform/db/database.ts'
import { answersOf } from './answers.ts'
import { dice, QUESTIONS, type CaseMade, type Roll } from './plan.ts'
import { CODE, put, type CentreRow, type Written } from './rows.ts'

export const OPTIONS = ['a', 'b', 'c', 'd'] as const
const STEPS = 5
/** How often in a thousand two assessors differ in an operation. */
const USUAL_DIFFERENCE = 80
const TABLES = ['sitting', 'theory_run', 'answer_event', 'practice_run', 'mark'] as const
type Rows = Record<(typeof TABLES)[number], object[]>

/** Twelve people a sitting, two sittings a day in two rooms with two pairs of assessors; more come on the days after. */
export async function writeExams(sql: Sql, made: readonly Written[], first: Day, roll: Roll): Promise<void> {
  const groups = new Map<string, Written[]>()
  for (const each of made.filter((one) => one.exam < 365)) {
    const key = `${each.centre} ${each.exam} ${each.crowd ?? ''}`
    groups.set(key, [...(groups.get(key) ?? []), each])
  }
  const rows: Rows = { sitting: [], theory_run: [], answer_event: [], practice_run: [], mark: [] }
  // The answers have a dice of their own, so that what they say moves nothing else of the year.
  const answers = dice(6)
  for (const group of groups.values()) {
    const { crowd } = group[0]!
    for (let k = 0; k * 12 < group.length || k === 0; k++) {
      const own = crowd ? group : group.slice(k * 12, k * 12 + 12)
      if (own.length > 0) holdSitting(rows, own, { day: addDays(first, own[0]!.exam + Math.floor(k / 2)), ...placeOf(crowd, (k % 2) as 0 | 1) }, { roll, answers })
      if (crowd) break
    }
  }
  for (const table of TABLES) await put(sql, table, rows[table])
}

interface Place { theory: 0 | 1 | 2; practice: 0 | 1 | 2; pair: 0 | 1; crowd: CaseMade['crowd'] }
/** Which rooms, and which pair of assessors: the third room is the hall of a crowd. */
function placeOf(crowd: CaseMade['crowd'], turn: 0 | 1): Place {
  switch (crowd) {
    case undefined: return { theory: turn, practice: turn, pair: turn, crowd }
    case 'rush': return { theory: 2, practice: 2, pair: 0, crowd }
    // One room for two sittings at once, each with its own pair in a workshop of its own.
    case 'twice-b': return { theory: 0, practice: 1, pair: 1, crowd }
    // Two rooms at once, and one pair in both.
    case 'both-b': return { theory: 1, practice: 1, pair: 0, crowd }
    default: return { theory: 0, practice: 0, pair: 0, crowd }
  }
}

function holdSitting(rows: Rows, own: readonly Written[], at: Place & { day: Day }, { roll, answers }: { roll: Roll; answers: Roll }): void {
  const { c } = own[0]!
  // A crowd comes on the day after the usual exam: what is odd about it is its own.
  const day = at.crowd ? addDays(at.day, 3) : at.day
  const starts = momentAt(day, '10:00')
  const [theory, practice] = [randomUUID(), randomUUID()]
  for (const [id, stage] of [[theory, 'theory'], [practice, 'practice']] as const) {
    rows.sitting.push({ id, centre_id: c.id, stage, profession_code: CODE, level: 4, room_id: c.rooms[at[stage]], on_day: day, starts_at: starts, ends_at: plusMinutes(starts, 600), seats: at.crowd === 'rush' ? 80 : 12, created_by: c.assessors[0], created_at: starts })
  }
  const form = formOf(c)
  for (const [n, each] of own.entries()) {
    const theoryRun = randomUUID()
    const minutes = 25 + roll(30)
    rows.theory_run.push({
      id: theoryRun, attempt_id: each.attempt, case_id: each.id, sitting_id: theory, seed: '\\x00', language: 'kk', form, total: QUESTIONS, admitted_by: c.assessors[0], identity_checked_at: starts, started_at: starts, ends_at: plusMinutes(starts, 60),
      handed_in_at: each.seconds === undefined ? plusMinutes(starts, minutes) : plusMs(starts, each.seconds * 1000), end_kind: 'handed-in', correct: 0, passed: each.theory,
    })
    for (const [place, chosen] of answersOf(each, answers).entries()) rows.answer_event.push({ run_id: theoryRun, seq: place + 1, item_no: place + 1, chosen: [chosen], received_at: starts, hash: '\\x00' })
    const [run, from] = [randomUUID(), plusMinutes(starts, 180 + n * (at.crowd === 'rush' ? 6 : 25))]
    rows.practice_run.push({ id: run, attempt_id: each.attempt, case_id: each.id, sitting_id: practice, admitted_by: c.assessors[0], identity_checked_at: from, started_at: from, ended_at: plusMinutes(from, 20), end_kind: 'finished', passed: each.practice })
    for (let step = 1; step <= STEPS; step++) {
      const done = roll(100) < 85
      const other = roll(1000) < (each.differ ?? USUAL_DIFFERENCE) ? !done : done
      for (const [assessor, mark] of [[0, done], [1, other]] as const) rows.mark.push({ run_id: run, step_no: step, assessor_id: c.assessors[at.pair * 2 + assessor], done: mark, note: '', marked_at: plusMinutes(from, step) })
    }
  }
}

const formOf = (centre: CentreRow): object[] => centre.items.map((itemId, place) => ({ no: place + 1, itemId, kind: 'single', topic: 'T1', options: OPTIONS }))
