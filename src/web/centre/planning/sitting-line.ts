import type { Language } from '#kernel/localized.ts'
import { formatDay, formatTime } from '#platform/i18n/format.ts'
import type { Sitting } from '#modules/scheduling/index.ts'
import { sittingsText } from '../sittings/sittings-text.ts'

/** Which sitting a page speaks of: stage, day, hours and place. */
export function sittingLine(sitting: Pick<Sitting, 'stage' | 'onDay' | 'startsAt' | 'endsAt' | 'roomKk' | 'roomRu'>, lang: Language): string {
  return [
    sittingsText(lang).stages[sitting.stage], formatDay(sitting.onDay, lang, 'full'), `${formatTime(sitting.startsAt)}–${formatTime(sitting.endsAt)}`, lang === 'kk' ? sitting.roomKk : sitting.roomRu,
  ].join(', ')
}
