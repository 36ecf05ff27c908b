import { QUESTIONS, type CaseMade, type Roll } from './plan.ts'

const WRONG = ['a', 'c', 'd'] as const

/**
 * What somebody chose, question by question: as many wrong as his result asks (more than 70 % right is a pass), and which wrong answer he chose. Of the three wrong ones one tempts
 * more; every ninth question of a centre is taught wrongly there, and all who miss it miss it alike.
 */
export function answersOf(made: Pick<CaseMade, 'centre' | 'theory' | 'wrong'>, roll: Roll): string[] {
  const wrong = made.wrong ?? wrongOnes(made.centre, made.theory ? 4 + roll(8) : 12 + roll(8), roll)
  return Array.from({ length: QUESTIONS }, (_, place) => wrong.get(place) ?? 'b')
}

/** So many questions answered wrongly by chance. */
export function wrongOnes(centre: number, count: number, roll: Roll): Map<number, string> {
  const wrong = new Map<number, string>()
  while (wrong.size < count) {
    const place = roll(QUESTIONS)
    const tempting = (place + centre) % 3
    const isTaughtWrongly = (place + centre) % 9 === 0
    wrong.set(place, WRONG[isTaughtWrongly || roll(100) < 20 ? tempting : roll(3)]!)
  }
  return wrong
}
