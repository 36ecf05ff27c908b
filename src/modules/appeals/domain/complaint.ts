import type { Day } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'

export const COMPLAINT_STEPS = ['lodged', 'answered'] as const
export type ComplaintStep = (typeof COMPLAINT_STEPS)[number]

export const COMPLAINT_SUBJECTS = ['refusal', 'conduct', 'price', 'accessibility', 'personal-data', 'term', 'other'] as const
export type ComplaintSubject = (typeof COMPLAINT_SUBJECTS)[number]

export const FINDINGS = ['justified', 'partly', 'unjustified'] as const
export type Finding = (typeof FINDINGS)[number]

export const LONGEST_COMPLAINT = 8000

export function isSubject(text: string): text is ComplaintSubject {
  return (COMPLAINT_SUBJECTS as readonly string[]).includes(text)
}
export function isFinding(text: string): text is Finding {
  return (FINDINGS as readonly string[]).includes(text)
}

/** A complaint may be lodged at any time and on anything [S][D]; it only has to say something, about a person who dealt with the case if about one. */
export function complaintBlockers(complaint: { subject: string; body: string; about: string | null; people: readonly string[] }): Blocker[] {
  const blockers: Blocker[] = []
  if (!isSubject(complaint.subject)) blockers.push({ code: 'complaint.subject-missing' })
  if (complaint.body.trim() === '') blockers.push({ code: 'complaint.body-missing' })
  else if (complaint.body.length > LONGEST_COMPLAINT) blockers.push({ code: 'complaint.body-too-long', data: { most: LONGEST_COMPLAINT } })
  if (complaint.about !== null && !complaint.people.includes(complaint.about)) blockers.push({ code: 'complaint.about-stranger' })
  return blockers
}

/** Why a complaint that came on paper cannot be entered: it needs the day on which it came and its scan. */
export function paperComplaintBlockers(paper: { receivedOn: Day | undefined; hasScan: boolean }, today: Day): Blocker[] {
  const blockers: Blocker[] = []
  if (paper.receivedOn === undefined) blockers.push({ code: 'complaint.received-wrong' })
  else if (paper.receivedOn > today) blockers.push({ code: 'complaint.received-in-future' })
  if (!paper.hasScan) blockers.push({ code: 'complaint.scan-missing' })
  return blockers
}

export interface AnswerFacts {
  answered: boolean
  answer: string
  finding: string
  /** The person complained about, when the complaint names one. */
  about: string | null
  answeredBy: string
  complainant: string | null
}

/** Why this answer cannot be given: nobody answers for himself [D], and there is one answer. */
export function answerBlockers(facts: AnswerFacts): Blocker[] {
  if (facts.answered) return [{ code: 'complaint.answered-already' }]
  const blockers: Blocker[] = []
  if (facts.about === facts.answeredBy || facts.complainant === facts.answeredBy) blockers.push({ code: 'complaint.own-matter' })
  if (!isFinding(facts.finding)) blockers.push({ code: 'complaint.finding-missing' })
  if (facts.answer.trim() === '') blockers.push({ code: 'complaint.answer-missing' })
  return blockers
}
