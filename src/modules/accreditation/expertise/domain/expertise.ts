import type { Blocker } from '#kernel/denial.ts'

export const MARKS = ['conforms', 'partly', 'does-not-conform'] as const
export type Mark = (typeof MARKS)[number]
export const OPINIONS = ['conforms', 'does-not-conform'] as const
export type Opinion = (typeof OPINIONS)[number]

export interface ExpertMark {
  item: string
  verdict: Mark
  note: string
}

/** The checklist: every document, and for every profession its programme, its staff and its equipment. */
export function checklistOf(lines: readonly { professionCode: string; level: number }[]): string[] {
  return ['application', 'registration', 'premises', 'staff', ...lines.flatMap((line) => ['programme', 'staff', 'equipment'].map((part) => `${part}/${line.professionCode}/${line.level}`))]
}

export interface ExpertFacts {
  /** Holds any role at the applicant. */
  ofApplicant: boolean
  /** Wrote a programme that is under review. */
  wroteProgramme: boolean
  /** Said himself that he has an interest in this case. */
  declared: boolean
}

/** Nobody reviews what is his own: conflict of interest [D]. */
export function conflictOf(expert: ExpertFacts): Blocker[] {
  const blockers: Blocker[] = []
  if (expert.ofApplicant) blockers.push({ code: 'accreditation.expert-of-applicant' })
  if (expert.wroteProgramme) blockers.push({ code: 'accreditation.expert-wrote-programme' })
  if (expert.declared) blockers.push({ code: 'accreditation.expert-declared' })
  return blockers
}

/** What does not wholly conform says why. */
export function markBlockers(checklist: readonly string[], marks: readonly ExpertMark[]): Blocker[] {
  if (marks.length === 0 || marks.some((mark) => !checklist.includes(mark.item))) return [{ code: 'accreditation.mark-missing' }]
  return marks.some((mark) => mark.verdict !== 'conforms' && mark.note === '') ? [{ code: 'accreditation.mark-note-missing' }] : []
}

/** An opinion stands on the whole checklist and says its grounds. */
export function opinionBlockers(checklist: readonly string[], marks: readonly ExpertMark[], opinion: Opinion | undefined, grounds: string): Blocker[] {
  const open = checklist.filter((item) => !marks.some((mark) => mark.item === item)).length
  const blockers: Blocker[] = open > 0 ? [{ code: 'accreditation.marks-open', data: { n: open } }] : []
  if (!opinion) blockers.push({ code: 'accreditation.opinion-missing' })
  if (grounds === '') blockers.push({ code: 'accreditation.grounds-missing' })
  return blockers
}

/** The review is finished when as many experts as the norm says have given their opinion, and nobody assigned is still at it. */
export function finishBlockers(experts: readonly { given: boolean }[], needed: number): Blocker[] {
  const blockers: Blocker[] = experts.length < needed ? [{ code: 'accreditation.too-few-experts', data: { needed } }] : []
  const waiting = experts.filter((expert) => !expert.given).length
  if (waiting > 0) blockers.push({ code: 'accreditation.opinions-waiting', data: { n: waiting } })
  return blockers
}
