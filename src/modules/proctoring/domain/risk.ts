import type { Moment } from '#kernel/day.ts'

export interface RiskFacts {
  state: string
  violations: number
  isPending: boolean
  incidents: number
  silentSince: Moment | null
  waitsForAdmission: boolean
  unreadMessages: number
}
export const RISK_MOST = 5

/** How soon a proctor should look, 0 to 5: an order of cards on his table and nothing else; no number of it is kept anywhere. */
export function riskOf(facts: RiskFacts): number {
  if (facts.state === 'ended') return 0
  if (facts.isPending) return 5
  if (facts.violations > 0 || facts.silentSince !== null || facts.state === 'broken-down') return 4
  if (facts.waitsForAdmission || facts.unreadMessages > 0) return 3
  return facts.incidents === 0 ? 1 : facts.incidents < 3 ? 2 : 3
}
