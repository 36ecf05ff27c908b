/** What stands when a faulty question has been credited in an attempt. */
export interface CreditFacts {
  /** Theory not passed before, passed now. */
  newlyPassed: boolean
  passed: boolean
  step: string
  /** The attempt is the last of its case. */
  newest: boolean
  /** How the practice of the attempt stands, held in it or credited to it. */
  practice: 'not-held' | 'passed' | 'failed'
  /** The outcome in force; undefined while the panel has not decided. */
  decided: 'pass' | 'fail' | undefined
  appealOpen: boolean
  /** The case is closed, and the person has another open one beside which it cannot be opened again. */
  elsewhere: boolean
}

/**
 * nothing – the result stands as it was · told – more right answers, the same result · facts – the exam goes on or the panel sees the new count ·
 * practice – the practice is held, free of charge, the theory credited · panel – a panel decides anew · left – somebody must look: the case has gone on
 */
export type CreditConsequence = 'nothing' | 'told' | 'facts' | 'practice' | 'panel' | 'left'

const DECIDED = ['decided-fail', 'fail-notice-sent', 'closed']

/** What follows for the case: a result is only ever raised, and a decision is never edited but followed by another [D]. */
export function creditConsequence(facts: CreditFacts): CreditConsequence {
  if (!facts.newlyPassed) return facts.passed ? 'nothing' : 'told'
  if (!facts.newest || facts.appealOpen) return 'left'
  if (facts.step === 'theory-passed' || facts.step === 'practice-running') return 'facts'
  if (facts.step === 'held') return facts.practice === 'not-held' ? 'practice' : 'panel'
  if (!DECIDED.includes(facts.step) || facts.decided !== 'fail') return 'left'
  if (facts.practice === 'failed') return 'told'
  if (facts.elsewhere) return 'left'
  return facts.practice === 'not-held' ? 'practice' : 'panel'
}
