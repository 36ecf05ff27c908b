/** The road of a proposal to the register: association → sector body → sectoral council → National Council → ministry [N]; the steps between them are ours [D]. */
export const STEPS = ['draft', 'filed', 'agreed', 'recommended', 'proposed', 'entered', 'not-agreed', 'not-recommended', 'withdrawn'] as const
export type Step = (typeof STEPS)[number]

/** What a proposal asks for: one entry each [D]. */
export const KINDS = ['add', 'change', 'move', 'strike'] as const
export type Kind = (typeof KINDS)[number]

export const MOVERS = ['sector-officer', 'ministry', 'nobody'] as const
export type Mover = (typeof MOVERS)[number]

export const ROAD_ACTS = ['file', 'agree', 'refuse-agreement', 'recommend', 'refuse-recommendation', 'prepare', 'send-back', 'enter', 'withdraw'] as const
export type RoadAct = (typeof ROAD_ACTS)[number]

type Moves = Partial<Record<RoadAct, Step>>

/** Step → act → next step; what is missing here is refused. After the recommendation of the National Council the body withdraws no more: the ministry then owes the update [I]. */
export const ROAD: Readonly<Record<Step, Moves>> = {
  draft: { file: 'filed', withdraw: 'withdrawn' },
  filed: { agree: 'agreed', 'refuse-agreement': 'not-agreed', withdraw: 'withdrawn' },
  agreed: { recommend: 'recommended', 'refuse-recommendation': 'not-recommended', withdraw: 'withdrawn' },
  recommended: { prepare: 'proposed' },
  proposed: { prepare: 'proposed', 'send-back': 'recommended', enter: 'entered' },
  entered: {},
  'not-agreed': {},
  'not-recommended': {},
  withdrawn: {},
}

/** Whose move it is. The recommendation is recorded by the ministry or the National body [I]. */
export const WHOSE_MOVE: Readonly<Record<Step, Mover>> = {
  draft: 'sector-officer', filed: 'sector-officer', agreed: 'ministry', recommended: 'ministry', proposed: 'ministry', entered: 'nobody', 'not-agreed': 'nobody', 'not-recommended': 'nobody', withdrawn: 'nobody',
}

export const ENDED_STEPS: readonly Step[] = ['entered', 'not-agreed', 'not-recommended', 'withdrawn']

/** The steps of the road in their order, for those who read how far a proposal came. */
export const STEPS_IN_ORDER: readonly Step[] = ['draft', 'filed', 'agreed', 'recommended', 'proposed', 'entered']

/** The next step, or undefined when this act has no place at this step. */
export function nextStep(step: Step, act: RoadAct): Step | undefined {
  return ROAD[step][act]
}

/** Whether the ten working days of the ministry run: from the recommendation until the register is updated (T10) [N]. */
export function updateTermRuns(step: Step): boolean {
  return step === 'recommended' || step === 'proposed'
}
