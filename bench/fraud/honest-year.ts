import { dice, type CaseMade, type Roll, type Size, type YearMade } from './plan.ts'

export const DAYS = 365
/** Exams are held every second week at each centre. */
export const nextExam = (centre: number, day: number): number => {
  const first = (centre * 3) % 14
  return first + Math.max(0, Math.ceil((day - first) / 14)) * 14
}

/**
 * A year without fraud, but not a clean one: centres and regions differ in what they teach, families and small employers share a phone, workers bring one
 * list, people come twice, a border centre takes many vouchers from next door, seasonal centres are silent for months, and once a file was mixed up.
 * The first two regions have small centres only.
 */
export function honestYear(size: Size, seed: number): YearMade {
  const roll = dice(seed)
  const year: YearMade = { size, people: 0, cases: [], plants: [] }
  for (let centre = 0; centre < size.regions * size.centresPerRegion; centre++) {
    const region = Math.floor(centre / size.centresPerRegion)
    const count = region < 2 ? 14 + roll(4) : Math.round(size.cases * (0.7 + roll(60) / 100))
    const skill = 0.65 + (region % 3 - 1) * 0.03 + (roll(100) - 50) / 1000
    const seasonal = centre % 9 === 5
    const days = Array.from({ length: count }, () => (seasonal ? (roll(2) ? roll(100) : 240 + roll(110)) : roll(345))).sort((a, b) => a - b)
    for (const [n, day] of days.entries()) addCase(year, roll, { centre, day, skill, neighbour: n > 0 ? year.cases.at(-1) : undefined })
  }
  // Small employers who gave their own phone for their workers.
  for (let group = 0; group < Math.ceil(size.regions / 3); group++) {
    const own = year.cases.filter((each) => each.centre === (group * 7 + 3) % (size.regions * size.centresPerRegion)).slice(4, 7 + roll(2))
    for (const each of own) [each.phone, each.device] = [own[0]!.phone, own[0]!.device]
  }
  // A public library whose computer nobody has marked: eight people who have nothing to do with each other.
  for (const each of year.cases.filter((one) => one.centre === size.centresPerRegion * 2 + 2).slice(9, 17)) each.device = 'device of a library'
  // Once somebody sent the diploma of a relative by mistake.
  const [mine, theirs] = year.cases.filter((each) => each.centre === year.size.centresPerRegion * 2 + 1)
  if (mine && theirs) theirs.education = mine.education
  return year
}

export function addCase(year: YearMade, roll: Roll, { centre, day, skill, neighbour }: { centre: number; day: number; skill: number; neighbour?: CaseMade | undefined }): CaseMade {
  const again = neighbour !== undefined && roll(100) < 4
  const person = again ? neighbour.person : year.people++
  const family = neighbour !== undefined && roll(100) < 6
  const list = neighbour !== undefined && roll(100) < 8
  const border = centre % 11 === 6
  const regions = year.size.regions
  const own = Math.floor(centre / year.size.centresPerRegion)
  const made: CaseMade = {
    centre, person, opened: day, exam: nextExam(centre, day + 10), theory: roll(1000) < skill * 1000 + 100, practice: roll(1000) < skill * 1000, late: roll(100) < 5,
    phone: again || family ? neighbour.phone : `+7 701 ${String(1_000_000 + person).slice(1)}0`, email: roll(10) < 6 ? `p${person}@example.kz` : null,
    device: again || family ? neighbour.device : `device ${person}`,
    education: again ? neighbour.education : `education ${person}`, work: again || list ? neighbour.work : `work ${person}`,
    ...(roll(100) < 25 && !again ? { voucherOf: roll(100) < (border ? 40 : 12) ? (own + 1 + roll(regions - 1)) % regions : own } : {}),
  }
  year.cases.push(made)
  return made
}
