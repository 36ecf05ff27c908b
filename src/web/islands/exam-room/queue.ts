/** A change of an answer that has not been acknowledged by the server. */
export interface Change {
  seq: number
  itemNo: number
  chosen: string[]
}

/** What the browser keeps of one run; written to the device after every change. */
export interface Queue {
  /** The last number given out. */
  seq: number
  pending: Change[]
}

export interface Delivered {
  lastSeq: number
  outcomes: readonly { seq: number; outcome: string }[]
}

/** The queue after a choice: the newest answer of a question stands last, under the next number. */
export function push(queue: Queue, itemNo: number, chosen: readonly string[]): Queue {
  const seq = queue.seq + 1
  return { seq, pending: [...queue.pending, { seq, itemNo, chosen: [...chosen] }] }
}

/**
 * The queue after the server's word: what is saved, known or impossible leaves it; what another window has taken the number of, or
 * what came before its forerunner, is numbered anew behind the end of the server's log. Nothing that is not acknowledged is lost.
 */
export function settle(queue: Queue, delivered: Delivered): Queue {
  const gone = new Set(delivered.outcomes.filter((each) => each.outcome === 'saved' || each.outcome === 'repeated' || each.outcome === 'wrong').map((each) => each.seq))
  const left = queue.pending.filter((change) => !gone.has(change.seq))
  const renumber = left.length > 0 && left[0]!.seq !== delivered.lastSeq + 1
  const pending = renumber ? left.map((change, place) => ({ ...change, seq: delivered.lastSeq + 1 + place })) : left
  return { pending, seq: Math.max(delivered.lastSeq, pending.at(-1)?.seq ?? 0) }
}

/** What was kept on the device together with where the server's log stands now, when the page is drawn again. */
export function resume(kept: Queue | undefined, lastSeq: number): Queue {
  if (!kept || kept.pending.length === 0) return { seq: lastSeq, pending: [] }
  return { pending: kept.pending.map((change, place) => (kept.pending[0]!.seq === lastSeq + 1 ? change : { ...change, seq: lastSeq + 1 + place })), seq: Math.max(lastSeq, lastSeq + kept.pending.length) }
}

/** Reads what the device kept; anything else than a queue is nothing. */
export function parseQueue(text: string | null): Queue | undefined {
  try {
    const value = JSON.parse(text ?? '') as Queue
    const whole = Number.isSafeInteger(value.seq) && Array.isArray(value.pending) && value.pending.every((change) => Number.isSafeInteger(change.seq) && Number.isSafeInteger(change.itemNo) && Array.isArray(change.chosen))
    return whole ? value : undefined
  } catch {
    return undefined
  }
}

/** Milliseconds until the next try after so many failures: 1, 2, 4, 8, then 15 seconds. */
export function waitAfter(failures: number): number {
  return Math.min(15_000, 1000 * 2 ** Math.max(0, failures - 1))
}
