import { wrongOnes } from './answers.ts'
import { addCase, DAYS, nextExam } from './honest-year.ts'
import { QUESTIONS, type CaseMade, type Roll, type YearMade } from './plan.ts'

/** The frauds of the exam room, one number a fraud. */
export interface ExamStrengths {
  /** People at one sitting of twelve seats. */
  overfull: readonly number[]
  /** People in each of two rooms that one pair of assessors marks at once. */
  places: readonly number[]
  /** How often in a thousand the assessors of the centre differ. */
  agreement: readonly number[]
  /** People of one sitting who passed, and the seconds they took for a question. */
  fast: readonly (readonly [people: number, seconds: number])[]
  /** Percent of terms that were missed. */
  late: readonly number[]
  /** Questions that two of one sitting answered wrongly and alike. */
  alike: readonly number[]
}

interface Hand { roll: Roll; next(): number; plant(kind: string, centres: readonly number[], plain: boolean): unknown }

export function plantExamFrauds(year: YearMade, strengths: ExamStrengths, { roll, next, plant }: Hand): void {
  const at = (centre: number) => year.cases.filter((each) => each.centre === centre)
  for (const people of strengths.overfull) {
    const centre = next()
    crowd(year, roll, centre, people, () => 'overfull')
    plant('overfull', [centre], people > 12)
  }
  for (const people of strengths.places) {
    const centre = next()
    crowd(year, roll, centre, people * 2, (n) => (n < people ? 'both-a' : 'both-b'))
    plant('two-places', [centre], true)
  }
  for (const differ of strengths.agreement) {
    const centre = next()
    for (const each of at(centre)) each.differ = differ
    plant('agreement', [centre], differ === 0)
  }
  for (const [people, seconds] of strengths.fast) {
    const centre = next()
    for (const each of ofOneSitting(year, roll, centre, people)) Object.assign(each, { theory: true, seconds: seconds * QUESTIONS })
    plant('fast', [centre], people >= 2 && seconds < 8)
  }
  for (const share of strengths.late) {
    const centre = next()
    for (const each of at(centre)) each.late = roll(100) < share
    plant('late', [centre], share >= 30)
  }
  for (const questions of strengths.alike) {
    const centre = next()
    const wrong = wrongOnes(centre, questions, roll)
    for (const each of ofOneSitting(year, roll, centre, 2)) Object.assign(each, { wrong, theory: QUESTIONS - questions > QUESTIONS * 0.7 })
    // A centre of this size has too few wrong answers to a question to know what is usual, so the norm counts every second pair alike by chance.
    plant('alike', [centre], questions >= 20)
  }
}

/** So many people of one sitting: the first of the fullest exam day, and more where too few came. Twelve in the order of coming are one sitting. */
function ofOneSitting(year: YearMade, roll: Roll, centre: number, people: number): CaseMade[] {
  const own = year.cases.filter((each) => each.centre === centre && each.exam < DAYS && !each.crowd)
  const days = [...new Set(own.map((each) => each.exam))].map((exam) => own.filter((each) => each.exam === exam)).sort((a, b) => b.length - a.length)
  const day = days[0]!
  const more = Array.from({ length: Math.max(0, people - day.length) }, () => addCase(year, roll, { centre, day: day[0]!.exam - 10, skill: 0.65 }))
  return [...day, ...more].slice(0, people)
}

/** So many more people at one exam day in the middle of the year. */
export function crowd(year: YearMade, roll: Roll, centre: number, people: number, of: (n: number) => NonNullable<CaseMade['crowd']>): void {
  const exam = nextExam(centre, Math.floor(DAYS / 2) + roll(60))
  for (let n = 0; n < people; n++) Object.assign(addCase(year, roll, { centre, day: exam - 10 - roll(20), skill: 0.65 }), { crowd: of(n), exam })
}
