import type { Language } from '#kernel/localized.ts'
import { Icon } from '../ui/icon.tsx'
import { installedText } from './installed-text.ts'

/** How the exam room becomes an application of the computer: by a press where the browser offers it, else in its own menu. */
export function InstallApp({ lang }: { lang: Language }) {
  const words = installedText(lang)
  return (
    <div class="t-stack">
      <p>{words.how}</p>
      <button class="govuk-button govuk-button--secondary" type="button" data-install hidden><Icon name="download" />{words.install}</button>
    </div>
  )
}
