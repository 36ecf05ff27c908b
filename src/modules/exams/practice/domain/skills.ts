import type { StepState } from './practice.ts'

export interface SkillName {
  kk: string
  ru: string
  en?: string
}
/** How one skill of the card was shown. `held`: every operation of it that counts was done; null while one of them is not settled. */
export interface SkillResult {
  skill: SkillName
  steps: number[]
  done: number
  held: boolean | null
}

/** The result by skill, in the order of the card: operations that name one skill go together; an operation without a skill stands for itself alone. */
export function skillResults(steps: readonly { no: number; optional: boolean; skill?: SkillName }[], stateOf: (no: number) => StepState): SkillResult[] {
  const groups = new Map<string, { skill: SkillName; steps: { no: number; optional: boolean }[] }>()
  for (const { no, optional, skill } of steps) {
    if (!skill) continue
    const key = skill.kk.trim().replace(/\s+/gu, ' ').toLowerCase()
    const group = groups.get(key) ?? { skill, steps: [] }
    group.steps.push({ no, optional })
    groups.set(key, group)
  }
  return [...groups.values()].map(({ skill, steps: all }) => {
    const counted = all.some((step) => !step.optional) ? all.filter((step) => !step.optional) : all
    const states = counted.map((step) => stateOf(step.no))
    return {
      skill, steps: all.map((step) => step.no), done: all.filter((step) => stateOf(step.no) === 'done').length,
      held: states.includes('not-done') ? false : states.every((state) => state === 'done') ? true : null,
    }
  })
}
