import type { CaseSummary, Step } from '#modules/casework/index.ts'
import type { DemonstrationDocument } from '#modules/recognition-documents/index.ts'

/** Where a visitor looks for somebody, in the order of the road. */
export const GROUPS = ['applied', 'contract', 'notice', 'exam-ahead', 'exam-day', 'marking', 'decision', 'result', 'document', 'failed', 'disputes', 'waiting', 'ended'] as const
export type Group = (typeof GROUPS)[number]

const GROUP_OF_STEP: Readonly<Record<Step, Group>> = {
  registered: 'applied', waiting: 'waiting', 'contract-sent': 'contract', 'contract-signed': 'notice', notified: 'exam-ahead', briefed: 'exam-day', 'theory-running': 'exam-day',
  'theory-passed': 'exam-day', 'practice-running': 'exam-day', held: 'decision', 'decided-pass': 'result', 'decided-fail': 'result', 'document-issued': 'document',
  'fail-notice-sent': 'failed', refused: 'ended', withdrawn: 'ended', closed: 'ended',
}

export interface Standing<Person> {
  person: Person
  kase: CaseSummary
  document: DemonstrationDocument | undefined
}

/** Every case stands in one group; a person with several cases is found in each of theirs. The newest document of a case counts; `unmarked` are cases whose work on line was handed in and is not marked yet. */
export function groupStandings<Person extends { accountId: string }>(people: readonly Person[], cases: readonly CaseSummary[], documents: readonly DemonstrationDocument[], unmarked: ReadonlySet<string> = new Set()): Map<Group, Standing<Person>[]> {
  const byAccount = new Map(people.map((person) => [person.accountId, person]))
  const byCase = new Map([...documents].reverse().map((document) => [document.caseId as string, document]))
  const groups = new Map<Group, Standing<Person>[]>(GROUPS.map((group) => [group, []]))
  for (const kase of cases) {
    const person = kase.accountId ? byAccount.get(kase.accountId) : undefined
    const document = byCase.get(kase.id)
    if (person) groups.get(unmarked.has(kase.id) ? 'marking' : groupOf(kase, document !== undefined))!.push({ person, kase, document })
  }
  return groups
}

function groupOf(kase: CaseSummary, hasDocument: boolean): Group {
  if (kase.kind !== 'recognition') return 'disputes'
  const group = GROUP_OF_STEP[kase.step as Step]
  return group === 'ended' && hasDocument ? 'document' : group
}
