/** How a face that is covered for religious reasons is compared [D]: shown once to one person and kept nowhere, or by pictures as everybody's. */
export const COVERED_FACE_WAYS = ['closed-moment', 'as-everybody'] as const
export type CoveredFaceWay = (typeof COVERED_FACE_WAYS)[number]

/** The condition that leads to it. */
export const COVERED_FACE = 'covered-face'

/** Reads the norm; a value nobody knows is the one that keeps least. */
export function coveredFaceWayOf(value: string): CoveredFaceWay {
  return value === 'as-everybody' ? 'as-everybody' : 'closed-moment'
}

/** Whether the face of somebody with these conditions is compared in a closed moment. */
export function isComparedClosed(granted: readonly string[], way: CoveredFaceWay): boolean {
  return way === 'closed-moment' && granted.includes(COVERED_FACE)
}
