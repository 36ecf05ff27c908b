import type { NotLetInGround } from '#kernel/admission.ts'
import type { Language } from '#kernel/localized.ts'
import { messages } from './messages/index.ts'

/** What an incident or a signal of the watch is called, for papers of other modules. */
export function incidentWords(lang: Language): Readonly<Record<string, string>> {
  return messages[lang].incidents
}

/** Why somebody was not let in, for papers and letters: the ground, and the words that were said to him as they were written. */
export function whyNotLetIn(lang: Language, { ground, note }: { ground: NotLetInGround; note: string }): string {
  return `${messages[lang].notLetIn[ground]}. ${note}`
}
