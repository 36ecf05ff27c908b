import type { Language } from '#kernel/localized.ts'
import { messages } from './messages/index.ts'

/** What an incident or a signal of the watch is called, for papers of other modules. */
export function incidentWords(lang: Language): Readonly<Record<string, string>> {
  return messages[lang].incidents
}
