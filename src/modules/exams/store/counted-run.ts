/**
 * A run that a failure broke off and that is held anew is kept and counts for nothing: of each attempt one theory and one practice count. The unique indexes
 * `one_theory_of_an_attempt` and `one_practice_of_an_attempt` say it in the same words, so that they serve whoever asks. Said of `theory_run` and of `practice_run`.
 */
export function counted(run?: 'r' | 'x'): string {
  return `${run ? `${run}.` : ''}end_kind is distinct from 'broken-down'`
}
