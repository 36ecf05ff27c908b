import type { WorkingCalendar } from '#kernel/calendar.ts'
import type { Day, Moment } from '#kernel/day.ts'
import { noticeBlockers, type NoticeReading } from '#kernel/deadline-rule.ts'
import type { Blocker } from '#kernel/denial.ts'
import type { ExamMode, Stage } from '#kernel/exam-stage.ts'

/** What the rules of a notification need to know of a sitting. */
export interface SittingFacts {
  id: string
  centreId: string
  stage: Stage
  professionCode: string
  level: number
  onDay: Day
  startsAt: Moment
  endsAt: Moment
  freeSeats: number
  cancelled: boolean
  mode: ExamMode
}

export interface NotificationFacts {
  centreId: string
  professionCode: string
  level: number
  /** Stages that are still to be held in this attempt. */
  stages: readonly Stage[]
  sittings: Readonly<Partial<Record<Stage, SittingFacts>>>
  /** True when a notification was sent before: this one sets a new date. */
  replaces: boolean
  ground: string
  sentOn: Day
  wholeDays: number
  reading: NoticeReading
  calendar: WorkingCalendar
  /** How each stage is held for this candidate. */
  modes: Readonly<Record<Stage, ExamMode>>
}

/**
 * Why this notification may not be sent. The shortest notice runs to the first of the sittings, and moving any of them is a new
 * notification with the whole notice anew [I].
 */
export function notificationBlockers(facts: NotificationFacts): Blocker[] {
  const blockers: Blocker[] = []
  const named = facts.stages.map((stage) => ({ stage, sitting: facts.sittings[stage] }))
  for (const { stage, sitting } of named) {
    if (!sitting) blockers.push({ code: `notice.no-sitting-${stage}` })
    else blockers.push(...sittingBlockers(facts, stage, sitting))
  }
  const { theory, practice } = facts.sittings
  if (facts.stages.length === 2 && theory && practice && practice.startsAt < theory.endsAt) blockers.push({ code: 'notice.practice-before-theory' })
  const days = [...new Set(named.flatMap(({ sitting }) => (sitting ? [sitting.onDay] : [])))].sort()
  days.forEach((procedureOn, place) => {
    const found = noticeBlockers({ sentOn: facts.sentOn, procedureOn, wholeDays: facts.wholeDays, reading: facts.reading, calendar: facts.calendar })
    blockers.push(...(place === 0 ? found : found.filter((each) => each.code === 'notice.day-off')))
  })
  if (facts.replaces && facts.ground === '') blockers.push({ code: 'notice.new-date-needs-ground' })
  return blockers
}

function sittingBlockers(facts: NotificationFacts, stage: Stage, sitting: SittingFacts): Blocker[] {
  if (sitting.centreId !== facts.centreId || sitting.stage !== stage || sitting.professionCode !== facts.professionCode || sitting.level !== facts.level) {
    return [{ code: 'notice.other-sitting' }]
  }
  if (sitting.mode !== facts.modes[stage]) return [{ code: 'notice.other-mode' }]
  if (sitting.cancelled) return [{ code: 'notice.sitting-cancelled' }]
  return sitting.freeSeats < 1 ? [{ code: 'notice.no-seat', data: { onDay: sitting.onDay } }] : []
}
