import type { Language } from '#kernel/localized.ts'
import { en } from './messages/en.ts'
import { kk, type MonitoringPagesText } from './messages/kk.ts'
import { ru } from './messages/ru.ts'

const TEXTS: Readonly<Record<Language, MonitoringPagesText>> = { kk, ru, en }

/** The words of the monitoring pages, of the accrediting body, the overseers and the centre. */
export function monitoringText(lang: Language): MonitoringPagesText {
  return TEXTS[lang]
}
