import { addDays, addMonths, type Day } from '#kernel/day.ts'
import type { Found, SignalNorms } from './signal.ts'

export interface OpenedCase {
  caseId: string
  centreId: string
  openedOn: Day
}

/** A centre that had cases, then none for the months of the norm, and then many within a few days. One that has never had a case is new, not dormant. */
export function dormantSignals(cases: readonly OpenedCase[], norms: SignalNorms): Found[] {
  if (!Number.isFinite(norms.dormantMonths)) return []
  return [...new Set(cases.map((each) => each.centreId))].sort().flatMap((centreId) => {
    const own = cases.filter((each) => each.centreId === centreId).sort((a, b) => (a.openedOn < b.openedOn ? -1 : a.openedOn > b.openedOn ? 1 : 0))
    return own.flatMap((awake, place): Found[] => {
      const before = own[place - 1]
      if (!before || awake.openedOn < addMonths(before.openedOn, norms.dormantMonths)) return []
      const until = addDays(awake.openedOn, norms.awakeDays - 1)
      const many = own.slice(place).filter((each) => each.openedOn <= until)
      if (many.length < norms.awakeCases) return []
      return [{
        kind: 'dormant', centreId, subject: awake.openedOn, weight: many.length, caseIds: many.map((each) => each.caseId),
        figures: { lastDay: before.openedOn, firstDay: awake.openedOn, cases: many.length, days: norms.awakeDays, threshold: norms.dormantMonths },
      }]
    })
  })
}

export interface HeldRun {
  caseId: string
  centreId: string
  sittingId: string
  roomId: string
  seats: number
  onDay: string
  startedAt: string
  endedAt: string
}

/**
 * A centre at which more people were being examined at one moment, all sittings together, than the rooms of these sittings have seats: one room
 * planned twice. A sitting that is overfull by itself has its own signal and is left out.
 */
export function crowdedSignals(runs: readonly HeldRun[], overfull: ReadonlySet<string>): Found[] {
  return daysOf(runs.filter((run) => !overfull.has(run.sittingId))).flatMap(({ centreId, onDay, own }) => {
    const rooms = new Map<string, number>()
    for (const run of own) rooms.set(run.roomId, Math.max(rooms.get(run.roomId) ?? 0, run.seats))
    const crowds = [...rooms].map(([roomId, seats]) => ({ seats, ...mostAtOnce(own.filter((run) => run.roomId === roomId)) }))
    const crowd = crowds.filter((each) => each.most > each.seats).sort((a, b) => b.most - b.seats - (a.most - a.seats))[0]
    if (!crowd) return []
    return [{ kind: 'throughput' as const, centreId, subject: `seats ${onDay}`, weight: own.length, caseIds: own.map((run) => run.caseId), figures: { way: 'seats', day: onDay, at: crowd.at, most: crowd.most, seats: crowd.seats, people: own.length } }]
  })
}

/** A centre whose assessors judged more practical exams in one day than so many hands can. */
export function busySignals(practice: readonly (HeldRun & { runId: string })[], marks: readonly { runId: string; assessorId: string }[], norms: SignalNorms): Found[] {
  const assessorsOf = new Map<string, Set<string>>()
  for (const mark of marks) {
    const known = assessorsOf.get(mark.runId)
    if (known) known.add(mark.assessorId)
    else assessorsOf.set(mark.runId, new Set([mark.assessorId]))
  }
  return daysOf(practice).flatMap(({ centreId, onDay, own }) => {
    const judged = own.map((run) => assessorsOf.get(run.runId) ?? new Set<string>()).filter((assessors) => assessors.size > 0)
    const assessors = new Set(judged.flatMap((each) => [...each])).size
    // Each exam takes the hands of all who marked it.
    const hands = judged.reduce((sum, each) => sum + each.size, 0)
    if (assessors === 0 || hands <= norms.dayPeoplePerAssessor * assessors) return []
    return [{
      kind: 'throughput' as const, centreId, subject: `assessors ${onDay}`, weight: judged.length, caseIds: own.map((run) => run.caseId),
      figures: { way: 'assessors', day: onDay, people: judged.length, assessors, each: Math.round((hands / assessors) * 10) / 10, threshold: norms.dayPeoplePerAssessor },
    }]
  })
}

function daysOf<T extends HeldRun>(runs: readonly T[]): { centreId: string; onDay: string; own: T[] }[] {
  const days = new Map<string, { centreId: string; onDay: string; own: T[] }>()
  for (const run of runs) {
    const key = `${run.centreId} ${run.onDay}`
    const day = days.get(key)
    if (day) day.own.push(run)
    else days.set(key, { centreId: run.centreId, onDay: run.onDay, own: [run] })
  }
  return [...days.values()].sort((a, b) => (a.onDay + a.centreId < b.onDay + b.centreId ? -1 : 1))
}

/** Whoever ends at a moment goes before whoever begins at it. */
function mostAtOnce(runs: readonly HeldRun[]): { most: number; at: string } {
  const turns = runs.flatMap((run) => [{ at: run.startedAt, step: 1 }, { at: run.endedAt, step: -1 }]).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.step - b.step))
  let [now, most, at] = [0, 0, '']
  for (const turn of turns) {
    now += turn.step
    if (now > most) [most, at] = [now, turn.at]
  }
  return { most, at }
}
