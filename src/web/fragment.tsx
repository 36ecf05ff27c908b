import type { ComponentChildren } from 'preact'
import { render } from 'preact-render-to-string'
import type { Language } from '#kernel/localized.ts'
import { LanguageContext } from './ui/ui-text.ts'

/** A piece of a page by itself, drawn as the page would: what a stream brings into a page that is open. */
export function drawFragment(lang: Language, children: ComponentChildren): string {
  return render(<LanguageContext.Provider value={lang}>{children}</LanguageContext.Provider>)
}
