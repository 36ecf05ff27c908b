import type { Language } from '#kernel/localized.ts'
import { en } from './messages/en.ts'
import { kk, type ProposalPagesText } from './messages/kk.ts'
import { ru } from './messages/ru.ts'

const TEXTS: Readonly<Record<Language, ProposalPagesText>> = { kk, ru, en }

/** The words of proposals to the register, at the desks of the sector body and of the ministry. */
export function proposalText(lang: Language): ProposalPagesText {
  return TEXTS[lang]
}
