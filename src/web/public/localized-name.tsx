import type { Language, Localized } from '#kernel/localized.ts'
import { nameIn } from './words.ts'

/** A name in the reader's language, or in the one that has it, marked as that one. */
export function LocalizedName({ name, lang }: { readonly name: Partial<Localized>; readonly lang: Language }) {
  const shown = nameIn(name, lang)
  return shown.lang ? <span lang={shown.lang}>{shown.text}</span> : <>{shown.text}</>
}
