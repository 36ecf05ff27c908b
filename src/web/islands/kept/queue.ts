/** Something written on this device that the server has not acknowledged. A photo or a video waits with its bytes. */
export interface Kept<Kind extends string = string> {
  seq: number
  kind: Kind
  body: Record<string, unknown>
  writtenAt: string
  file?: Blob
}

export interface Answer {
  lastSeq: number
  outcomes: readonly { seq: number; outcome: string; code?: string }[]
}

/** Most entries in one request. */
const MOST_AT_ONCE = 100

/** Whether it goes with bytes of its own. */
export function isFile({ kind }: Kept): boolean {
  return kind === 'photo' || kind === 'video'
}

/** What goes next: entries in the order of their numbers; a photo or a video goes alone, because its bytes do. */
export function nextToSend(kept: readonly Kept[]): Kept[] {
  const inOrder = [...kept].sort((a, b) => a.seq - b.seq)
  if (inOrder[0] && isFile(inOrder[0])) return [inOrder[0]]
  const photo = inOrder.findIndex(isFile)
  return inOrder.slice(0, Math.min(photo === -1 ? inOrder.length : photo, MOST_AT_ONCE))
}

export interface Settled {
  /** Numbers the server has: they leave the device. */
  gone: number[]
  /** Of these, what the law did not take, with its reason. */
  refused: { seq: number; code: string }[]
  /** The numbers of this device mean something else on the server: it takes a new name and numbers its entries anew. */
  rename: boolean
}

/** What the server's word means for the device. Nothing leaves that was not acknowledged. */
export function settle(answer: Answer): Settled {
  const has = answer.outcomes.filter(({ outcome }) => outcome === 'saved' || outcome === 'repeated' || outcome === 'refused')
  return {
    gone: has.map(({ seq }) => seq), refused: has.flatMap(({ seq, code }) => (code ? [{ seq, code }] : [])),
    rename: answer.outcomes.some(({ outcome }) => outcome === 'taken' || outcome === 'gap'),
  }
}

/** Entries numbered from one, in their order, for a device with a new name. */
export function renumber(kept: readonly Kept[]): Kept[] {
  return [...kept].sort((a, b) => a.seq - b.seq).map((each, place) => ({ ...each, seq: place + 1 }))
}

/** Milliseconds until the next try after so many failures: 1, 2, 4, 8, then 15 seconds. */
export function waitAfter(failures: number): number {
  return Math.min(15_000, 1000 * 2 ** Math.max(0, failures - 1))
}
