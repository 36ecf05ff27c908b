import { bothOf } from '#platform/pdf/bilingual.ts'
import { messages } from './messages/index.ts'

/** A sentence of the catalogue in both languages of a paper. */
export const both = bothOf(messages.kk.paper, messages.ru.paper)
