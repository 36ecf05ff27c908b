import { msBetween, type Moment } from '#kernel/day.ts'

/** Three signs of ten seconds, where the edition of the norms does not say [D]. */
export const LINE_LOST_SECONDS = 30

export interface LineFacts {
  writing: boolean
  /** When the sitting was stopped, while it stands. */
  haltedAt: Moment | null
  /** The last sign of a browser that gives signs; null where it never gave one. */
  signAt: Moment | null
  lastAnswerAt: Moment | null
  /** When the sitting last went on after a stop: while it stood the page gave no signs. */
  resumedAt: Moment | null
  /** A warning stands before the questions until it is read; the page gives no sign meanwhile. */
  warningUnread: boolean
}

/**
 * Since when the exam page of a candidate has given no sign of life; null while nothing can be said or all is well. A lost line is
 * nobody's fault and gives nothing by itself (ruling 12).
 */
export function lineLostSince(facts: LineFacts, now: Moment, lostAfterSeconds: number): Moment | null {
  if (!facts.writing || facts.haltedAt !== null || facts.signAt === null || facts.warningUnread) return null
  const last = [facts.signAt, facts.lastAnswerAt, facts.resumedAt].filter((at) => at !== null).sort().at(-1)!
  return msBetween(last, now) > lostAfterSeconds * 1000 ? last : null
}
