import type { Found } from './signal.ts'

export interface SeatedRun {
  caseId: string
  centreId: string
  sittingId: string
  seats: number
  onDay: string
  startedAt: string
  endedAt: string
}

/** A sitting in which at some moment more people were being examined than it has seats. */
export function overfullSignals(runs: readonly SeatedRun[]): Found[] {
  return [...new Set(runs.map((run) => run.sittingId))].sort().flatMap((sittingId) => {
    const own = runs.filter((run) => run.sittingId === sittingId)
    if (own.length <= own[0]!.seats) return []
    // At one moment, whoever ends goes before whoever begins.
    const turns = own.flatMap((run) => [{ at: run.startedAt, step: 1 }, { at: run.endedAt, step: -1 }]).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.step - b.step))
    let [now, most, at] = [0, 0, own[0]!.startedAt]
    for (const turn of turns) {
      now += turn.step
      if (now > most) [most, at] = [now, turn.at]
    }
    const { seats, centreId, onDay } = own[0]!
    if (most <= seats) return []
    return [{ kind: 'overfull' as const, centreId, subject: sittingId, weight: own.length, caseIds: own.map((run) => run.caseId), figures: { most, seats, at, day: onDay, people: own.length } }]
  })
}

export interface PlacedMark {
  assessorId: string
  caseId: string
  centreId: string
  sittingId: string
  roomId: string
  roomName: string
  at: string
}

/** One assessor who marks in two rooms at once: between his first and last mark in one of them there lies a mark in the other. */
export function twoPlacesSignals(marks: readonly PlacedMark[]): Found[] {
  const found: Found[] = []
  for (const assessorId of [...new Set(marks.map((mark) => mark.assessorId))].sort()) {
    const own = marks.filter((mark) => mark.assessorId === assessorId)
    const sittings = [...new Set(own.map((mark) => mark.sittingId))].sort().map((sittingId) => {
      const given = own.filter((mark) => mark.sittingId === sittingId).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
      return { given, from: given[0]!.at, until: given.at(-1)!.at, ...given[0]! }
    }).sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    for (const [place, first] of sittings.entries()) {
      for (const second of sittings.slice(place + 1)) {
        if (second.from >= first.until || first.roomId === second.roomId) continue
        const until = first.until < second.until ? first.until : second.until
        const caseIds = [...new Set([...first.given, ...second.given].map((mark) => mark.caseId))].sort()
        for (const centreId of new Set([first.centreId, second.centreId])) {
          found.push({
            kind: 'two-places', centreId, subject: [assessorId, first.sittingId, second.sittingId].join(' '), weight: caseIds.length, caseIds,
            figures: { assessor: assessorId, fromAt: second.from, untilAt: until, roomA: first.roomName, roomB: second.roomName },
          })
        }
      }
    }
  }
  return found
}
