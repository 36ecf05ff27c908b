import type { Blocker } from '#kernel/denial.ts'
import type { Language } from '#kernel/localized.ts'
import type { Role } from '#platform/acts/actor.ts'
import { blockerText } from '../../denials.ts'
import { fieldName } from '../../public/standards/change-list.tsx'

/** At which desk a page is drawn: the body writes, the authorised body decides; both see the same. */
export interface StandardsDesk {
  desk: 'sector' | 'ministry'
  access: readonly Role[]
  /** Path of the list without the language. */
  base: string
}
export const SECTOR: StandardsDesk = { desk: 'sector', access: ['sector-officer'], base: '/sector/standards' }
export const MINISTRY: StandardsDesk = { desk: 'ministry', access: ['ministry', 'national-body'], base: '/ministry/standards' }

/** A reason with its place in the reader's words: "1, aim" is the aim of card 1. */
export function reasonText(lang: Language, blocker: Blocker): string {
  const at = blocker.data?.['at']
  if (typeof at !== 'string') return blockerText(lang, blocker)
  return blockerText(lang, { ...blocker, data: { ...blocker.data, at: at.split(', ').map((part) => (/^[a-zA-Z]+$/.test(part) ? fieldName(part as never, lang) : part)).join(', ') } })
}
