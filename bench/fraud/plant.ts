import { addCase } from './honest-year.ts'
import { crowd, plantExamFrauds, type ExamStrengths } from './plant-exams.ts'
import { dice, type CaseMade, type Roll, type YearMade } from './plan.ts'

/** How strong each fraud is put in, one number a fraud; `plain` where the norms of the platform must see it. */
export interface Strengths extends ExamStrengths {
  dormant: readonly number[]
  rush: readonly number[]
  twice: readonly number[]
  region: readonly number[]
  rate: readonly number[]
  phone: readonly number[]
  email: readonly number[]
  device: readonly number[]
  diploma: readonly number[]
  work: readonly number[]
  voucher: readonly number[]
}
export const WHOLE: Strengths = { dormant: [12, 17, 24, 35], rush: [15, 26, 40, 55], twice: [5, 8, 11], region: [97, 78], rate: [97, 92, 75], phone: [3, 4, 6, 9, 14], email: [4, 6], device: [3, 5, 7, 12], diploma: [2, 2, 3, 1], work: [3, 5, 8], voucher: [35, 70, 85],
  overfull: [12, 14, 18], places: [2, 6], agreement: [0, 0, 30], fast: [[2, 6], [5, 3], [1, 3], [4, 9]], late: [12, 35, 70], alike: [8, 14, 20, 24] }
export const SMALL: Strengths = { dormant: [12, 24], rush: [40], twice: [8], region: [97], rate: [97], phone: [3, 8], email: [6], device: [4, 8], diploma: [2, 1], work: [5], voucher: [80],
  overfull: [18], places: [4], agreement: [0], fast: [[4, 5], [1, 3]], late: [50], alike: [24, 8] }

/** Puts the frauds into a year, each kind at centres of its own; the first two regions are kept for those of a region. */
export function plantFrauds(year: YearMade, strengths: Strengths, seed: number): YearMade {
  const roll = dice(seed)
  const { centresPerRegion, regions } = year.size
  const all = regions * centresPerRegion
  const big = Array.from({ length: all - 2 * centresPerRegion }, (_, n) => n + 2 * centresPerRegion).map((centre) => ({ centre, at: roll(1_000_000) })).sort((a, b) => a.at - b.at).map((each) => each.centre)
  let turn = 0
  const next = () => big[turn++ % big.length]!
  const at = (centre: number) => year.cases.filter((each) => each.centre === centre)
  const plant = (kind: string, centres: readonly number[], plain: boolean) => year.plants.push({ kind, centres, plain })

  for (const people of strengths.dormant) {
    const centre = next()
    const silence = 90 + roll(20)
    year.cases = year.cases.filter((each) => each.centre !== centre || each.opened < silence)
    for (let n = 0; n < people; n++) addCase(year, roll, { centre, day: silence + 195 + Math.floor((n * 28) / people), skill: 0.65 })
    plant('dormant', [centre], people >= 15)
  }
  for (const people of strengths.rush) {
    const centre = next()
    crowd(year, roll, centre, people, () => 'rush')
    plant('throughput assessors', [centre], people > 20)
  }
  for (const people of strengths.twice) {
    const centre = next()
    crowd(year, roll, centre, people * 2, (n) => (n < people ? 'twice-a' : 'twice-b'))
    plant('throughput seats', [centre], people * 2 > 12)
  }
  for (const [region, share] of strengths.region.entries()) {
    const centres = Array.from({ length: centresPerRegion }, (_, n) => region * centresPerRegion + n)
    for (const centre of centres) pass(at(centre), share, roll)
    plant('region-rate', centres, share >= 95)
  }
  for (const share of strengths.rate) {
    const centre = next()
    pass(at(centre), share, roll)
    plant('pass-rate', [centre], share >= 95)
  }
  for (const people of strengths.phone) {
    const centres = people > 8 ? [next(), next(), next()] : [next()]
    const own = people > 8 ? centres.flatMap((centre) => distinct(at(centre)).slice(8, 8 + Math.ceil(people / 3))).slice(0, people) : distinct(at(centres[0]!)).slice(8, 8 + people)
    for (const [n, each] of own.entries()) each.phone = n % 2 ? '8 (777) 555-44-33' : '+7 777 555 44 33'
    for (const each of own) each.phone = each.phone.replace('33', String(10 + people))
    plant('shared-contact phone', centres, people >= 5)
  }
  for (const [kind, strength] of [['education', strengths.diploma], ['work', strengths.work]] as const) {
    for (const people of strength) {
      const centre = next()
      const own = distinct(at(centre)).slice(14, 14 + Math.max(2, people))
      // One who scanned the same paper anew has other bytes: it cannot be seen.
      for (const [n, each] of own.entries()) each[kind] = people === 1 ? `${kind} scanned ${centre} ${n}` : `${kind} forged ${centre}`
      plant(`same-upload ${kind}`, [centre], people >= (kind === 'work' ? 4 : 2))
    }
  }
  for (const share of strengths.voucher) {
    const centre = next()
    const home = Math.floor(centre / centresPerRegion)
    for (const [n, each] of distinct(at(centre)).slice(0, 30).entries()) each.voucherOf = n * 100 < share * 30 ? (home + 1 + (n % 2)) % regions : home
    plant('far-voucher', [centre], share > 50)
  }
  for (const people of strengths.device) {
    const centres = people > 8 ? [next(), next()] : [next()]
    const own = centres.flatMap((centre) => distinct(at(centre)).slice(2, 2 + Math.ceil(people / centres.length))).slice(0, people)
    for (const each of own) each.device = `device of a broker ${people}`
    plant('shared-device', centres, people >= 6)
  }
  for (const people of strengths.email) {
    const centre = next()
    for (const [n, each] of distinct(at(centre)).slice(3, 3 + people).entries()) each.email = n % 2 ? `Broker.${centre}@example.kz` : `broker.${centre}@example.kz`
    plant('shared-contact email', [centre], people >= 5)
  }
  plantExamFrauds(year, strengths, { roll, next, plant })
  return year
}

/** Cases of people who came once, in the order of coming. */
function distinct(cases: readonly CaseMade[]): CaseMade[] {
  return cases.filter((each) => cases.filter((other) => other.person === each.person).length === 1).sort((a, b) => a.opened - b.opened)
}
function pass(cases: readonly CaseMade[], percent: number, roll: Roll): void {
  for (const each of cases) [each.theory, each.practice] = [roll(100) < percent, roll(100) < percent]
}
