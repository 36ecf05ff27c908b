import type { Bilingual } from '#platform/pdf/papers.ts'
import { messages } from './messages/index.ts'

/** A sentence of the catalogue in both languages of a paper. */
export function both(pick: (words: (typeof messages)['kk']['paper']) => string): Bilingual {
  return { kk: pick(messages.kk.paper), ru: pick(messages.ru.paper) }
}
