import type { Language } from '#kernel/localized.ts'
import { Icon } from '../ui/icon.tsx'
import { installedText } from './installed-text.ts'

/** How the exam room becomes an application of the computer: by a press where the browser offers it, else in its own menu. */
export function InstallApp({ lang }: { lang: Language }) {
  const words = installedText(lang)
  return (
    <div class="t-stack">
      <p>{words.how}</p>
      {/* The box is hidden and not the button, which the sheet of buttons would show all the same. */}
      <p data-install hidden><button class="govuk-button govuk-button--secondary" type="button"><Icon name="download" />{words.install}</button></p>
    </div>
  )
}
