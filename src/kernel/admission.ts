import { findNorm, normList, type NormEdition } from './norms.ts'

/** Why somebody who came is not let in as he is [D], in the centre and on line. It is no violation and ends nothing. `not-shown` is a covered face that he showed to nobody. */
export const NOT_LET_IN_GROUNDS = ['no-document', 'document', 'face-differs', 'not-shown', 'room', 'other'] as const
export type NotLetInGround = (typeof NOT_LET_IN_GROUNDS)[number]

export interface WhoIsNotLetIn {
  /** His room is seen through his camera; in the centre the room is the centre's own. */
  online: boolean
  /** His face is covered for religious reasons, and he shows it apart. */
  coveredFace: boolean
}

/** The grounds that are offered and taken at this door, as the edition of the case has them: norm `admission.notLetInGrounds` [D]; an edition older than the norm has all of them. */
export function notLetInGrounds(norms: NormEdition, { online, coveredFace }: WhoIsNotLetIn): NotLetInGround[] {
  const listed = findNorm(norms, 'admission.notLetInGrounds') ? normList(norms, 'admission.notLetInGrounds') : [...NOT_LET_IN_GROUNDS]
  // On line nobody is looked at before he has shown a document to the camera: what is wrong with it is its own ground.
  const fits: Partial<Record<NotLetInGround, boolean>> = { 'no-document': !online, room: online, 'not-shown': coveredFace }
  return NOT_LET_IN_GROUNDS.filter((ground) => listed.includes(ground) && fits[ground] !== false)
}

const NOTE_LEAST = 10
export const NOT_LET_IN_NOTE_MOST = 500

/** What is wrong with these words: he is owed a reason that he can do something about, and the journal is owed no number of his paper. */
export function notLetInNoteFault(note: string): { code: string; most?: number } | undefined {
  if (note.length < NOTE_LEAST) return { code: 'admission.note-missing' }
  if (note.length > NOT_LET_IN_NOTE_MOST) return { code: 'admission.note-too-long', most: NOT_LET_IN_NOTE_MOST }
  return holdsNumber(note) ? { code: 'admission.note-number' } : undefined
}

/** The number of a paper, also in groups. */
export function holdsNumber(text: string): boolean {
  return /(?:\d[\s-]?){6}/.test(text)
}
