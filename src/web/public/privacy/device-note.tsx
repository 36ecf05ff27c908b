import type { Language } from '#kernel/localized.ts'
import { privacyText } from './privacy-text.ts'

/** Beside the button of an act that is noted with its device: that it may be, and where to read why. */
export function DeviceNote({ lang }: { readonly lang: Language }) {
  const t = privacyText(lang)
  return <p class="t-quiet t-small">{t.noted} <a href={`/${lang}/privacy#device`}>{t.device}</a></p>
}
