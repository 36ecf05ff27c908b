import { holdsNumber } from '#kernel/admission.ts'

/** A word such as `ID card` is enough, a story is not asked for. */
export const COMPARED_LEAST = 3
export const COMPARED_MOST = 200

/**
 * A candidate of whom there is a photograph is compared with it, and nothing is written. Of whom there is none, the proctor says what he compared with; the kind
 * of the paper is enough, its number is personal data that the journal would keep for ever.
 */
export function comparisonFault(text: string, { hasReference }: { hasReference: boolean }): { code: string; most?: number } | undefined {
  // The page was drawn without the photograph: whoever wrote this has not seen it.
  if (hasReference) return text === '' ? undefined : { code: 'proctoring.reference-shown' }
  if (text.length < COMPARED_LEAST) return { code: 'proctoring.compared-missing' }
  if (text.length > COMPARED_MOST) return { code: 'proctoring.compared-too-long', most: COMPARED_MOST }
  if (holdsNumber(text)) return { code: 'proctoring.compared-number' }
  return undefined
}
