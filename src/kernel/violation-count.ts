import { findNorm, type NormEdition } from './norms.ts'

/**
 * Whether each stage counts its violations by itself: norm `violation.scope` [D], `stage` or `attempt`. By the attempt the first violation
 * of the practice ends the exam of whoever was warned in the theory; by the stage it is a warning, for the practice is another room with
 * other people. The slides say only that the repeated violation ends the exam. An edition older than the norm counts by the attempt.
 */
export function countsByStage(norms: NormEdition): boolean {
  return findNorm(norms, 'violation.scope')?.value === 'stage'
}
