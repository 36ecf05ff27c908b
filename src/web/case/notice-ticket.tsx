import type { Language } from '#kernel/localized.ts'
import type { CaseView } from './load-case.ts'

/** The notice of the exam as a ticket: when, where, what to bring, what to leave at home. */
export function NoticeTicket(_props: { view: CaseView; lang: Language }) {
  return null
}
