import type { Language } from '#kernel/localized.ts'
import { en } from './messages/en.ts'
import { kk, type CertificateText } from './messages/kk.ts'
import { ru } from './messages/ru.ts'

const TEXTS: Readonly<Record<Language, CertificateText>> = { kk, ru, en }

/** The words of extension, renewal and re-issue at the desks of the centre and of the accreditor. */
export function certificateText(lang: Language): CertificateText {
  return TEXTS[lang]
}
