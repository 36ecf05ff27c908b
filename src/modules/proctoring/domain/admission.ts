/** Why somebody is not let in as he is [D]: it is no violation and ends nothing. `not-shown` is a covered face that he showed to nobody. */
export const REFUSAL_GROUNDS = ['face-differs', 'document', 'room', 'not-shown'] as const
export type RefusalGround = (typeof REFUSAL_GROUNDS)[number]

const NOTE_LEAST = 10
export const REFUSAL_NOTE_MOST = 500

/** What is wrong with these words: he is owed a reason that he can do something about, and the journal is owed no number of his paper. */
export function refusalNoteFault(note: string): { code: string; most?: number } | undefined {
  if (note.length < NOTE_LEAST) return { code: 'proctoring.refusal-note-missing' }
  if (note.length > REFUSAL_NOTE_MOST) return { code: 'proctoring.refusal-note-too-long', most: REFUSAL_NOTE_MOST }
  return holdsNumber(note) ? { code: 'proctoring.compared-number' } : undefined
}

/** The number of a paper, also in groups. */
export function holdsNumber(text: string): boolean {
  return /(?:\d[\s-]?){6}/.test(text)
}
