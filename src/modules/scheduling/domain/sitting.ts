import { coversDay, isWorkingDay, type WorkingCalendar } from '#kernel/calendar.ts'
import type { Day, Moment } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'
import type { ExamMode, Stage } from '#kernel/exam-stage.ts'
import { kitBlockers, type KitFacts, type KitWanted } from './kits.ts'

/** One stage to be held at one time and place. */
export interface SittingPlan {
  stage: Stage
  onDay: Day
  startsAt: Moment
  endsAt: Moment
  mode?: ExamMode
  /** A sitting on line has a proctor instead. */
  roomId: string | undefined
  proctorId?: string | undefined
  seats: number
  invigilatorId: string | undefined
  assessorIds: readonly string[]
  kits?: readonly KitWanted[]
}

export interface StaffFacts {
  accountId: string
  roles: readonly string[]
}
export interface BusyFacts {
  roomId: string | null
  proctorId?: string | null
  startsAt: Moment
  endsAt: Moment
  invigilatorId: string | null
  assessorIds: readonly string[]
}
export interface SittingFacts {
  now: Moment
  calendar: WorkingCalendar
  /** Workplaces are those of a practice; where nobody has said how many, the seats hold for both. */
  room: { seats: number; workplaces?: number | null } | undefined
  /** Who holds which roles at the centre on the day of the sitting. */
  staff: readonly StaffFacts[]
  /** Other sittings of that day which use the room or any of the people, at any centre. */
  busy: readonly BusyFacts[]
  /** How many assessors mark every operation, by the norm: with fewer a practice could never be closed. */
  assessorsWanted: number
  /** Assessors whom the norm keeps out, because no confirmed competence of theirs covers the day; none where the norm does not ask for it. */
  keptOut?: readonly string[]
  /** Who is away on the day, and whose working hours do not hold the sitting. */
  absent?: readonly string[]
  outOfHours?: readonly string[]
  kits?: readonly KitFacts[]
  /** How many candidates one proctor watches at most, by the norm [D]. */
  seatsPerProctor?: number
  /** False when the programme in force does not let the practice be held on line: nobody could be called to such a sitting. */
  practiceOnline?: boolean
}

/** Why this sitting cannot be put into the schedule; empty when it can. */
export function sittingBlockers(plan: SittingPlan, facts: SittingFacts): Blocker[] {
  const found: Blocker[] = []
  const say = (code: string, data?: Blocker['data']) => found.push(data ? { code: `sitting.${code}`, data } : { code: `sitting.${code}` })
  if (plan.endsAt <= plan.startsAt) say('times-wrong')
  if (plan.startsAt <= facts.now) say('in-the-past')
  if (!coversDay(facts.calendar, plan.onDay)) say('year-not-in-calendar', { year: plan.onDay.slice(0, 4) })
  else if (!isWorkingDay(facts.calendar, plan.onDay)) say('day-off', { day: plan.onDay })
  const online = plan.mode === 'online'
  if (!online && !facts.room) say('room-missing')
  if (!Number.isInteger(plan.seats) || plan.seats < 1) say('seats-wrong')
  else if (online && facts.seatsPerProctor !== undefined && plan.seats > facts.seatsPerProctor) say('seats-over-proctor', { seats: plan.seats, most: facts.seatsPerProctor })
  else if (!online && facts.room && plan.stage === 'practice' && typeof facts.room.workplaces === 'number') {
    if (plan.seats > facts.room.workplaces) say('workplaces-over-room', { seats: plan.seats, room: facts.room.workplaces })
  } else if (!online && facts.room && plan.seats > facts.room.seats) say('seats-over-room', { seats: plan.seats, room: facts.room.seats })
  if (online && plan.stage === 'practice' && facts.practiceOnline === false) say('practice-not-online')
  const overlapping = facts.busy.filter((other) => other.startsAt < plan.endsAt && plan.startsAt < other.endsAt)
  if (!online && overlapping.some((other) => other.roomId === plan.roomId)) say('room-busy')
  const isBusy = (person: string) => overlapping.some((other) => other.invigilatorId === person || other.proctorId === person || other.assessorIds.includes(person))
  const holds = (person: string, role: string) => facts.staff.some((each) => each.accountId === person && each.roles.includes(role))

  if (online) {
    if (plan.proctorId === undefined) say('proctor-missing')
    else {
      if (!holds(plan.proctorId, 'proctor')) say('proctor-without-role')
      if (isBusy(plan.proctorId)) say('proctor-busy')
      if (facts.absent?.includes(plan.proctorId)) say('proctor-absent')
      if (facts.outOfHours?.includes(plan.proctorId)) say('proctor-out-of-hours')
      if (plan.assessorIds.includes(plan.proctorId)) say('proctor-assesses')
    }
  }
  if (plan.invigilatorId === undefined) {
    if (plan.stage === 'theory' && !online) say('invigilator-missing')
  } else {
    if (!holds(plan.invigilatorId, 'invigilator')) say('invigilator-without-role')
    if (isBusy(plan.invigilatorId)) say('invigilator-busy')
    if (facts.absent?.includes(plan.invigilatorId)) say('invigilator-absent')
    if (facts.outOfHours?.includes(plan.invigilatorId)) say('invigilator-out-of-hours')
    if (plan.assessorIds.includes(plan.invigilatorId)) say('invigilator-assesses')
  }
  if (new Set(plan.assessorIds).size !== plan.assessorIds.length) say('assessor-twice')
  if (plan.assessorIds.some((person) => !holds(person, 'assessor'))) say('assessor-without-role')
  if (plan.assessorIds.some((person) => facts.keptOut?.includes(person))) say('assessor-without-competence')
  if (plan.assessorIds.some(isBusy)) say('assessor-busy')
  if (plan.assessorIds.some((person) => facts.absent?.includes(person))) say('assessor-absent')
  if (plan.assessorIds.some((person) => facts.outOfHours?.includes(person))) say('assessor-out-of-hours')
  if (plan.stage === 'practice') {
    if (plan.assessorIds.length < facts.assessorsWanted) say('assessors-too-few', { wanted: facts.assessorsWanted })
  }
  found.push(...kitBlockers(plan.kits ?? [], facts.kits ?? [], plan.roomId))
  return found
}
