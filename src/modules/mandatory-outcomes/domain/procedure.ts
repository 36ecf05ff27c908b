import type { Day } from '#kernel/day.ts'
import type { Blocker } from '#kernel/denial.ts'

export const PROCEDURE_FORMS = ['licensing', 'attestation', 'certification', 'testing', 'qualification-exam'] as const
export type ProcedureForm = (typeof PROCEDURE_FORMS)[number]

/** How a mandatory profession is recognised, as its body says it; texts in Kazakh and in Russian, as acts are. */
export interface ProcedureTyped {
  actKk: string
  actRu: string
  form: string
  placeKk: string
  placeRu: string
  link: string
  termsKk: string
  termsRu: string
  contact: string
  validFrom: Day | undefined
}
export const PROCEDURE_TEXTS = ['actKk', 'actRu', 'placeKk', 'placeRu', 'termsKk', 'termsRu', 'contact'] as const

export interface ProcedureFault extends Blocker {
  field: keyof ProcedureTyped
}

const LONGEST = 2_000
// A line break is wanted in an address; other control characters are not.
const CONTROL = /[^\P{Cc}\n\r\t]/u
const LINK = /^https:\/\/[\p{L}\p{N}.-]+(?::\d{1,5})?(?:[/?#][^\s<>"]*)?$/u

/** Why an edition of a procedure cannot be published; it holds from today or later, and never from before the edition that stands last. */
export function procedureBlockers(typed: ProcedureTyped, { today, lastFrom }: { today: Day; lastFrom: Day | undefined }): ProcedureFault[] {
  const found: ProcedureFault[] = []
  for (const field of PROCEDURE_TEXTS) {
    const text = typed[field].trim()
    if (text === '') found.push({ field, code: 'procedure.text-missing' })
    else if (text.length > LONGEST || CONTROL.test(text)) found.push({ field, code: 'procedure.text-wrong' })
  }
  if (!PROCEDURE_FORMS.some((form) => form === typed.form)) found.push({ field: 'form', code: 'procedure.form-missing' })
  if (typed.link !== '' && (typed.link.length > 500 || !LINK.test(typed.link))) found.push({ field: 'link', code: 'procedure.link-wrong' })
  if (typed.validFrom === undefined) found.push({ field: 'validFrom', code: 'procedure.day-wrong' })
  else if (typed.validFrom < today) found.push({ field: 'validFrom', code: 'procedure.day-past' })
  else if (lastFrom !== undefined && typed.validFrom < lastFrom) found.push({ field: 'validFrom', code: 'procedure.day-before-last' })
  return found
}

/** The edition in force on a day: of those that have begun, the one published last. */
export function editionOn<E extends { editionNo: number; validFrom: Day }>(editions: readonly E[], on: Day): E | undefined {
  return editions.filter((each) => each.validFrom <= on).sort((a, b) => b.editionNo - a.editionNo)[0]
}
