import type { Language } from '#kernel/localized.ts'
import type { NormEdition } from '#kernel/norms.ts'
import { retakePriceRule } from '#modules/applications/index.ts'
import { messages } from '#modules/applications/messages/index.ts'

/** How the price of a retake comes from the published list, beside such a list; undefined where the list alone says it. */
export function retakeRuleText(norms: NormEdition, lang: Language): string | undefined {
  const rule = retakePriceRule(norms)
  return rule === 'published-list' ? undefined : messages[lang].retakeRules[rule]
}
