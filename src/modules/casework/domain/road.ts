/** The road of a recognition case: where it stands, and whose move that is. */
export const STEPS = [
  'registered', 'waiting', 'contract-sent', 'contract-signed', 'notified', 'briefed', 'theory-running', 'theory-passed',
  'practice-running', 'held', 'decided-pass', 'decided-fail', 'document-issued', 'fail-notice-sent', 'refused', 'withdrawn', 'closed',
] as const
export type Step = (typeof STEPS)[number]

export const MOVERS = ['candidate', 'centre', 'assessor', 'panel', 'ministry', 'outside', 'nobody'] as const
export type Mover = (typeof MOVERS)[number]

/** Acts that move a case from one step to the next. */
export const ROAD_ACTS = [
  'contract.send', 'contract.refuse', 'contract.accept', 'contract.close', 'contract.lapse', 'application.withdraw', 'notification.send', 'briefing.complete',
  'theory.start', 'theory.pass', 'theory.fail', 'attempt.end', 'practice.start', 'practice.end', 'decision.pass', 'decision.fail',
  'document.issue', 'fail-notice.send', 'retake.request', 'case.close', 'case.wait', 'retake.elsewhere', 'case.resume', 'case.move', 'decision.supersede-pass', 'stage.again', 'stage.offer-again', 'theory.credit', 'panel.again', 'ending.annul',
  'exam.postpone', 'no-show.excuse', 'exam.break-down',
] as const
export type RoadAct = (typeof ROAD_ACTS)[number]

type Moves = Partial<Record<RoadAct, Step>>

/**
 * Status → act → next status. A step that is missing does not compile; an act that is missing here is refused.
 * Guards of recognition.md §8: no notification before the contract is signed, no theory before both acknowledgements,
 * no decision without a held stage or a side exit, no document without a decision of passing.
 * A stage that an appeal panel has held again begins at once, or by its norm with a contract that is still to be accepted: `stage.offer-again`.
 * A retake asked for at a centre that lost its scope waits for the ministry: `retake.elsewhere`.
 */
export const ROAD: Readonly<Record<Step, Moves>> = {
  registered: { 'contract.send': 'contract-sent', 'contract.refuse': 'refused', 'application.withdraw': 'withdrawn', 'case.wait': 'waiting' },
  // Resumed or finished it goes back to where it stood, moved to where the new centre begins: `hold.ts`.
  waiting: { 'case.close': 'closed', 'application.withdraw': 'withdrawn' },
  'contract-sent': { 'contract.accept': 'contract-signed', 'contract.close': 'closed', 'contract.lapse': 'closed', 'application.withdraw': 'withdrawn', 'case.wait': 'waiting' },
  'contract-signed': { 'notification.send': 'notified', 'contract.lapse': 'closed', 'application.withdraw': 'withdrawn', 'case.wait': 'waiting' },
  notified: { 'notification.send': 'notified', 'briefing.complete': 'briefed', 'attempt.end': 'held', 'contract.lapse': 'closed', 'application.withdraw': 'withdrawn', 'case.wait': 'waiting', 'exam.postpone': 'contract-signed' },
  briefed: {
    'notification.send': 'notified', 'theory.start': 'theory-running', 'practice.start': 'practice-running', 'attempt.end': 'held', 'contract.lapse': 'closed', 'application.withdraw': 'withdrawn', 'case.wait': 'waiting',
    'exam.postpone': 'contract-signed',
  },
  'theory-running': { 'theory.pass': 'theory-passed', 'theory.fail': 'held', 'attempt.end': 'held', 'exam.break-down': 'contract-signed' },
  'theory-passed': { 'practice.start': 'practice-running', 'notification.send': 'theory-passed', 'attempt.end': 'held', 'case.wait': 'waiting', 'exam.postpone': 'contract-signed' },
  'practice-running': { 'practice.end': 'held', 'attempt.end': 'held', 'exam.break-down': 'contract-signed' },
  held: { 'decision.pass': 'decided-pass', 'decision.fail': 'decided-fail', 'theory.credit': 'contract-signed', 'ending.annul': 'contract-signed', 'no-show.excuse': 'contract-signed', 'case.wait': 'waiting' },
  'decided-pass': { 'document.issue': 'document-issued', 'case.wait': 'waiting' },
  'decided-fail': { 'fail-notice.send': 'fail-notice-sent', 'theory.credit': 'contract-signed', 'panel.again': 'held', 'case.wait': 'waiting' },
  'document-issued': { 'case.close': 'closed', 'decision.supersede-pass': 'decided-pass', 'stage.again': 'contract-signed', 'stage.offer-again': 'contract-sent' },
  'fail-notice-sent': {
    'retake.request': 'contract-signed', 'retake.elsewhere': 'waiting', 'case.close': 'closed', 'decision.supersede-pass': 'decided-pass', 'stage.again': 'contract-signed', 'stage.offer-again': 'contract-sent',
    'theory.credit': 'contract-signed', 'panel.again': 'held',
  },
  refused: {},
  withdrawn: {},
  // A retake asked for on paper in its term, entered after it: `request-retake.ts` says when.
  closed: { 'retake.request': 'contract-signed', 'decision.supersede-pass': 'decided-pass', 'stage.again': 'contract-signed', 'stage.offer-again': 'contract-sent', 'theory.credit': 'contract-signed', 'panel.again': 'held' },
}

/** Steps at which a case waits when its centre loses the scope: an exam under way is not stopped, and after the result only the candidate's rights run. */
export const HOLDABLE: readonly Step[] = STEPS.filter((step) => ROAD[step]['case.wait'] !== undefined)

/** Steps at which a contract ends because its voucher lapsed and nobody said that he pays. */
export const LAPSABLE: readonly Step[] = STEPS.filter((step) => ROAD[step]['contract.lapse'] !== undefined)

/** Whose move it is at a step; the inbox of every desk is built on it. */
export const WHOSE_MOVE: Readonly<Record<Step, Mover>> = {
  registered: 'centre', waiting: 'ministry', 'contract-sent': 'candidate', 'contract-signed': 'centre', notified: 'candidate', briefed: 'centre',
  'theory-running': 'candidate', 'theory-passed': 'centre', 'practice-running': 'assessor', held: 'panel', 'decided-pass': 'centre', 'decided-fail': 'centre',
  'document-issued': 'nobody', 'fail-notice-sent': 'candidate', refused: 'nobody', withdrawn: 'nobody', closed: 'nobody',
}

/** Steps after which the case is no longer open (a document issued keeps the case until the appeal term has passed). */
export const ENDED_STEPS: readonly Step[] = ['refused', 'withdrawn', 'closed']

/** The next step, or undefined when this act has no place at this step; appeals and complaints have steps that are not of this road. */
export function nextStep(step: string, act: RoadAct): Step | undefined {
  return isStep(step) ? ROAD[step][act] : undefined
}

export function isStep(text: string): text is Step {
  return (STEPS as readonly string[]).includes(text)
}

/** The clock that runs while a case stands at a step; its rule is a key of the norms. */
export const CLOCK_OF_STEP: Readonly<Partial<Record<Step, 'T1' | 'T2' | 'T4' | 'T5' | 'T6' | 'T15'>>> = {
  registered: 'T1', 'contract-sent': 'T15', 'contract-signed': 'T2', held: 'T4', 'decided-pass': 'T5', 'decided-fail': 'T5',
}
