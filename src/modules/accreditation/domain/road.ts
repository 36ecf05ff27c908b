/** The road of an accreditation case: Law Art. 23(2) names the six stages [L]; the steps between them are ours [D]. */
export const STEPS = [
  'draft', 'submitted', 'correcting', 'expertise', 'survey', 'awaiting-agreement', 'deciding', 'accredited', 'certificate-issued', 'contract-sent', 'completed', 'returned', 'refused', 'withdrawn',
] as const
export type Step = (typeof STEPS)[number]

export const KINDS = ['initial', 'extension', 'renewal', 'reissue'] as const
export type Kind = (typeof KINDS)[number]

export const MOVERS = ['applicant', 'chamber', 'accreditor', 'expert', 'surveyor', 'ministry', 'commission', 'nobody'] as const
export type Mover = (typeof MOVERS)[number]

export const ROAD_ACTS = [
  'submit', 'ask-correction', 'resubmit', 'return', 'accept', 'finish-expertise', 'finish-survey', 'answer-agreement', 'decide-accredit', 'decide-refuse', 'issue-certificate', 'close-unissued', 'send-contract', 'accept-contract', 'withdraw',
] as const
export type RoadAct = (typeof ROAD_ACTS)[number]

type Moves = Partial<Record<RoadAct, Step>>

/** Step → act → next step; what is missing here is refused. A decided case is not withdrawn: the certificate has a life of its own. */
export const ROAD: Readonly<Record<Step, Moves>> = {
  draft: { submit: 'submitted', withdraw: 'withdrawn' },
  submitted: { 'ask-correction': 'correcting', return: 'returned', accept: 'expertise', withdraw: 'withdrawn' },
  correcting: { resubmit: 'submitted', return: 'returned', withdraw: 'withdrawn' },
  expertise: { 'finish-expertise': 'survey', withdraw: 'withdrawn' },
  survey: { 'finish-survey': 'awaiting-agreement', withdraw: 'withdrawn' },
  'awaiting-agreement': { 'answer-agreement': 'deciding', withdraw: 'withdrawn' },
  deciding: { 'decide-accredit': 'accredited', 'decide-refuse': 'refused', withdraw: 'withdrawn' },
  accredited: { 'issue-certificate': 'certificate-issued', 'close-unissued': 'refused' },
  'certificate-issued': { 'send-contract': 'contract-sent' },
  'contract-sent': { 'accept-contract': 'completed' },
  completed: {},
  returned: {},
  refused: {},
  withdrawn: {},
}

/** Whose move it is. Stage 2 and 3 begin with the accreditor, who assigns the people; the acts say so when they pass the move on. */
export const WHOSE_MOVE: Readonly<Record<Step, Mover>> = {
  draft: 'applicant', submitted: 'chamber', correcting: 'applicant', expertise: 'accreditor', survey: 'accreditor', 'awaiting-agreement': 'ministry', deciding: 'commission', accredited: 'accreditor',
  'certificate-issued': 'accreditor', 'contract-sent': 'applicant', completed: 'nobody', returned: 'nobody', refused: 'nobody', withdrawn: 'nobody',
}

export const STAGES = [1, 2, 3, 4, 5, 6] as const
export type Stage = (typeof STAGES)[number]

/** The stage of Art. 23(2) that a step belongs to; a draft and an ended case stand in none. The agreement stands within stage 4 [I]. */
export const STAGE_OF_STEP: Readonly<Record<Step, Stage | undefined>> = {
  draft: undefined, submitted: 1, correcting: 1, expertise: 2, survey: 3, 'awaiting-agreement': 4, deciding: 4, accredited: 5, 'certificate-issued': 6, 'contract-sent': 6,
  completed: undefined, returned: undefined, refused: undefined, withdrawn: undefined,
}

export const ENDED_STEPS: readonly Step[] = ['completed', 'returned', 'refused', 'withdrawn']

/** The next step, or undefined when this act has no place at this step. */
export function nextStep(step: Step, act: RoadAct): Step | undefined {
  return ROAD[step][act]
}

/** Whether the clock of a stage runs: while the applicant corrects its papers, the term of the chamber does not [D]. */
export function clockRuns(step: Step): boolean {
  return STAGE_OF_STEP[step] !== undefined && step !== 'correcting'
}
