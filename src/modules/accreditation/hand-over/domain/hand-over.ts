import type { Day } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'

/** What an applicant without an account gets on paper under signature. */
export const HANDED_KINDS = ['given-back', 'returned', 'survey-act', 'decision', 'certificate', 'contract'] as const
export type HandedKind = (typeof HANDED_KINDS)[number]

/** The entry of the case's chain by which each comes into being. */
const BORN_OF: Readonly<Record<string, HandedKind>> = {
  'accreditation-given-back': 'given-back', 'accreditation-returned': 'returned', 'accreditation-decided': 'decision', 'accreditation-certificate-issued': 'certificate', 'accreditation-contract-sent': 'contract',
}

export interface Handable {
  kind: HandedKind
  /** Which of its kind: the second giving back is another paper than the first. */
  no: number
  madeOn: Day
  /** The paper to be printed and signed, where the platform makes it. */
  paperId: string | undefined
}
interface Entry {
  kind: string
  on: Day
  paperId?: string | undefined
  /** Of an answer to the act: it was signed on paper. */
  onPaper?: boolean
}
/**
 * What there is to hand over, in the order in which it came into being. An act of the survey is there to be signed once the last surveyor has signed
 * it, until it is taken back, or answered otherwise than on paper.
 */
export function handables(entries: readonly Entry[]): Handable[] {
  let found: Handable[] = []
  for (const entry of entries) {
    if (entry.kind === 'accreditation-survey-reopened' || (entry.kind === 'accreditation-survey-answered' && !entry.onPaper)) found = found.filter((each) => each.kind !== 'survey-act')
    const kind = entry.kind === 'accreditation-survey-signed' && entry.paperId ? 'survey-act' : BORN_OF[entry.kind]
    if (kind) found.push({ kind, no: found.filter((each) => each.kind === kind).length + 1, madeOn: entry.on, paperId: entry.paperId })
  }
  return found
}

export interface HandOverFacts {
  paper: Handable | undefined
  alreadyOn: Day | undefined
  /** Somebody acts for the applicant on the platform: he reads it there. */
  represented: boolean
  deliveredOn: Day | undefined
  recipient: string
  capacity: string
  hasScan: boolean
}
/** The words differ: an act is signed by the applicant, the other papers are received by it. */
const wordsOf = (kind: HandedKind) => (kind === 'survey-act' ? 'survey-on-paper' : 'accreditation-delivery')

/** Why a handing over cannot be recorded: it needs its day, who took the paper and in what capacity, and the scan of the signed sheet. */
export function handOverBlockers(facts: HandOverFacts, today: Day): Blocker[] {
  if (!facts.paper) return [{ code: 'accreditation-delivery.nothing' }]
  if (facts.represented) return [{ code: 'accreditation-delivery.represented' }]
  if (facts.alreadyOn) return [{ code: 'accreditation-delivery.already', data: { on: facts.alreadyOn } }]
  const day = facts.deliveredOn === undefined ? 'day-wrong' : facts.deliveredOn > today ? 'in-future' : facts.deliveredOn < facts.paper.madeOn ? 'before-made' : undefined
  const words = wordsOf(facts.paper.kind)
  return [
    ...(day ? [{ code: `${words}.${day}`, data: { field: 'deliveredOn' } }] : []),
    ...(facts.recipient.trim() === '' ? [{ code: `${words}.recipient-missing`, data: { field: 'recipient' } }] : []),
    ...(facts.capacity.trim() === '' ? [{ code: `${words}.capacity-missing`, data: { field: 'capacity' } }] : []),
    ...(facts.hasScan ? [] : [{ code: `${words}.scan-missing`, data: { field: 'scan' } }]),
  ]
}
