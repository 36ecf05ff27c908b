import type { Language } from '#kernel/localized.ts'
import { messages as accreditation } from '#modules/accreditation/messages/index.ts'
import { messages as appeals } from '#modules/appeals/messages/index.ts'
import { messages as applications } from '#modules/applications/messages/index.ts'
import { messages as billing } from '#modules/billing/messages/index.ts'
import { messages as continuations } from '#modules/continuations/messages/index.ts'
import { messages as centres } from '#modules/centres/messages/index.ts'
import { messages as monitoring } from '#modules/monitoring/messages/index.ts'
import { messages as employers } from '#modules/employers/messages/index.ts'
import { messages as vouchers } from '#modules/vouchers/messages/index.ts'
import { messages as proctoring } from '#modules/proctoring/messages/index.ts'
import { messages as exams } from '#modules/exams/messages/index.ts'
import { messages as decisions } from '#modules/decisions/messages/index.ts'
import { messages as documents } from '#modules/recognition-documents/messages/index.ts'
import { messages as mandatoryOutcomes } from '#modules/mandatory-outcomes/messages/index.ts'
import { messages as norms } from '#modules/norms/messages/index.ts'
import { messages as people } from '#modules/people/messages/index.ts'
import { messages as professions } from '#modules/professions/messages/index.ts'
import { messages as statistics } from '#modules/statistics/messages/index.ts'
import { messages as programmes } from '#modules/programmes/messages/index.ts'
import { messages as uploads } from '#modules/uploads/messages/index.ts'
import { messages as scheduling } from '#modules/scheduling/messages/index.ts'
import { messages as standards } from '#modules/standards/messages/index.ts'
import { messages as register } from '#modules/register/messages/index.ts'
import { proposalMessages } from '#modules/register/messages/proposals/index.ts'

type DenialTexts = Readonly<Record<Language, Readonly<Record<string, string>>>>

/** Every module's refusals in words. A code without its three sentences fails the messages test. */
export const DENIAL_TEXTS: readonly DenialTexts[] = [
  { kk: accreditation.kk.denials, ru: accreditation.ru.denials, en: accreditation.en.denials },
  { kk: proctoring.kk.denials, ru: proctoring.ru.denials, en: proctoring.en.denials },
  { kk: billing.kk.denials, ru: billing.ru.denials, en: billing.en.denials },
  { kk: monitoring.kk.denials, ru: monitoring.ru.denials, en: monitoring.en.denials },
  { kk: employers.kk.denials, ru: employers.ru.denials, en: employers.en.denials },
  { kk: vouchers.kk.denials, ru: vouchers.ru.denials, en: vouchers.en.denials },
  { kk: exams.kk.denials, ru: exams.ru.denials, en: exams.en.denials },
  { kk: mandatoryOutcomes.kk.denials, ru: mandatoryOutcomes.ru.denials, en: mandatoryOutcomes.en.denials },
  { kk: norms.kk.denials, ru: norms.ru.denials, en: norms.en.denials },
  { kk: people.kk.denials, ru: people.ru.denials, en: people.en.denials },
  { kk: statistics.kk.denials, ru: statistics.ru.denials, en: statistics.en.denials },
  { kk: professions.kk.denials, ru: professions.ru.denials, en: professions.en.denials },
  { kk: centres.kk.denials, ru: centres.ru.denials, en: centres.en.denials },
  { kk: programmes.kk.denials, ru: programmes.ru.denials, en: programmes.en.denials },
  { kk: applications.kk.denials, ru: applications.ru.denials, en: applications.en.denials },
  { kk: uploads.kk.denials, ru: uploads.ru.denials, en: uploads.en.denials },
  { kk: scheduling.kk.denials, ru: scheduling.ru.denials, en: scheduling.en.denials },
  { kk: register.kk.denials, ru: register.ru.denials, en: register.en.denials },
  { kk: standards.kk.denials, ru: standards.ru.denials, en: standards.en.denials },
  { kk: proposalMessages.kk.denials, ru: proposalMessages.ru.denials, en: proposalMessages.en.denials },
  { kk: decisions.kk.denials, ru: decisions.ru.denials, en: decisions.en.denials },
  { kk: documents.kk.denials, ru: documents.ru.denials, en: documents.en.denials },
  { kk: continuations.kk.denials, ru: continuations.ru.denials, en: continuations.en.denials },
  { kk: appeals.kk.denials, ru: appeals.ru.denials, en: appeals.en.denials },
]
