/** Places in one row of the plan. */
export const PLACES_IN_A_ROW = 4

export interface PlanPlace<Person> {
  seat: number
  person: Person | undefined
}

/**
 * Who sits where: in the order of the list, with a free place between two people as long as the room has one for everybody, else side by side [D].
 * More people than places get places beyond the last, so that nobody is left out of the list.
 */
export function seatPlan<Person>(people: readonly Person[], seats: number, perRow = PLACES_IN_A_ROW): { rows: PlanPlace<Person>[][]; seatOf(place: number): number } {
  const apart = seats >= 2 * people.length - 1
  const seatOf = (place: number) => (apart ? 2 * place + 1 : place + 1)
  const last = Math.max(seats, people.length)
  const at = new Map(people.map((person, place) => [seatOf(place), person]))
  const places = Array.from({ length: last }, (_, index): PlanPlace<Person> => ({ seat: index + 1, person: at.get(index + 1) }))
  return { rows: Array.from({ length: Math.ceil(last / perRow) }, (_, row) => places.slice(row * perRow, (row + 1) * perRow)), seatOf }
}
