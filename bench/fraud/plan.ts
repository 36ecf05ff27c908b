/** What a made year holds, and the dice it is made with. */
export interface Size {
  regions: number
  centresPerRegion: number
  /** About so many cases a centre. */
  cases: number
}
/** A fraud put into the year. `plain`: strong enough that the norms say it must be seen; the others are put in to see what is missed. */
export interface Plant {
  kind: string
  centres: readonly number[]
  plain: boolean
}

/** Questions of each theory; `b` is right everywhere. */
export const QUESTIONS = 40

export type Roll = (sides: number) => number
/** A dice that always falls alike for one seed. */
export function dice(seed: number): Roll {
  let state = seed >>> 0
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

export interface CaseMade {
  centre: number
  person: number
  /** Days from the beginning of the year. */
  opened: number
  exam: number
  /** Beside the common sittings of the day: a sitting of its own, or two in one room. */
  crowd?: 'rush' | 'twice-a' | 'twice-b' | 'overfull' | 'both-a' | 'both-b'
  /** How long the theory took, in seconds, where it is not left to the dice. */
  seconds?: number
  /** How often in a thousand the two assessors differ in an operation. */
  differ?: number
  /** The wrong answers of a fraud, by the place of the question; without it they are left to the dice. */
  wrong?: ReadonlyMap<number, string>
  theory: boolean
  practice: boolean
  late: boolean
  phone: string
  device: string
  email: string | null
  education: string
  work: string
  voucherOf?: number
}
export interface YearMade {
  size: Size
  people: number
  cases: CaseMade[]
  plants: Plant[]
}
