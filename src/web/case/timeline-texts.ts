import type { Language } from '#kernel/localized.ts'
import { messages as accreditation } from '#modules/accreditation/messages/index.ts'
import { messages as appeals } from '#modules/appeals/messages/index.ts'
import { messages as applications } from '#modules/applications/messages/index.ts'
import { messages as billing } from '#modules/billing/messages/index.ts'
import { messages as casework } from '#modules/casework/messages/index.ts'
import { messages as continuations } from '#modules/continuations/messages/index.ts'
import { messages as decisions } from '#modules/decisions/messages/index.ts'
import { messages as exams } from '#modules/exams/messages/index.ts'
import { messages as proctoring } from '#modules/proctoring/messages/index.ts'
import { messages as monitoring } from '#modules/monitoring/messages/index.ts'
import { messages as documents } from '#modules/recognition-documents/messages/index.ts'
import { en as proposalsEn } from '../sector/proposals/messages/en.ts'
import { kk as proposalsKk } from '../sector/proposals/messages/kk.ts'
import { ru as proposalsRu } from '../sector/proposals/messages/ru.ts'

type TimelineTexts = Readonly<Record<Language, Readonly<Record<string, string>>>>

/** Every module's journal entries in words. */
export const TIMELINE_TEXTS: readonly TimelineTexts[] = [
  { kk: casework.kk.timeline, ru: casework.ru.timeline, en: casework.en.timeline },
  { kk: applications.kk.timeline, ru: applications.ru.timeline, en: applications.en.timeline },
  { kk: billing.kk.timeline, ru: billing.ru.timeline, en: billing.en.timeline },
  { kk: proctoring.kk.timeline, ru: proctoring.ru.timeline, en: proctoring.en.timeline },
  { kk: exams.kk.timeline, ru: exams.ru.timeline, en: exams.en.timeline },
  { kk: decisions.kk.timeline, ru: decisions.ru.timeline, en: decisions.en.timeline },
  { kk: documents.kk.timeline, ru: documents.ru.timeline, en: documents.en.timeline },
  { kk: accreditation.kk.timeline, ru: accreditation.ru.timeline, en: accreditation.en.timeline },
  { kk: accreditation.kk.potential.events, ru: accreditation.ru.potential.events, en: accreditation.en.potential.events },
  { kk: monitoring.kk.events, ru: monitoring.ru.events, en: monitoring.en.events },
  { kk: proposalsKk.history, ru: proposalsRu.history, en: proposalsEn.history },
  { kk: continuations.kk.timeline, ru: continuations.ru.timeline, en: continuations.en.timeline },
  { kk: appeals.kk.timeline, ru: appeals.ru.timeline, en: appeals.en.timeline },
]
