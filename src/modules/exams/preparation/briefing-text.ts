import { createHash } from 'node:crypto'
import { termDays } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { messages } from '../messages/index.ts'
import type { ProgrammeContent } from '../neighbours.ts'
import type { AcknowledgementKind } from './domain/acknowledgement.ts'

/** One text that was shown, in the languages of the procedure; kept as it was shown. */
export interface ShownPart {
  title: { kk: string; ru: string }
  text: { kk: string; ru: string }
}

/** The texts of an acknowledgement: methodology, tools, complaint and appeal; or equipment with safety, and what is forbidden. */
export function shownText(kind: AcknowledgementKind, content: ProgrammeContent, { appealDays }: { appealDays: number }): ShownPart[] {
  const [kk, ru] = [messages.kk.briefing, messages.ru.briefing]
  const of = (text: { kk?: string; ru?: string }) => ({ kk: text.kk ?? text.ru ?? '', ru: text.ru ?? text.kk ?? '' })
  if (kind === 'briefing') {
    return [
      { title: { kk: kk.safetyTitle, ru: ru.safetyTitle }, text: of(content.briefing) },
      { title: { kk: kk.forbiddenTitle, ru: ru.forbiddenTitle }, text: { kk: messages.kk.forbidden.join('; '), ru: messages.ru.forbidden.join('; ') } },
    ]
  }
  const tools = [...new Map(content.map.steps.map((step) => [step.tools?.kk ?? '', of(step.tools ?? {})])).values()].filter((each) => each.kk !== '')
  return [
    { title: { kk: kk.methodTitle, ru: ru.methodTitle }, text: of(content.methodology) },
    { title: { kk: kk.toolsTitle, ru: ru.toolsTitle }, text: { kk: [of(content.map.task).kk, ...tools.map((each) => each.kk)].join('\n'), ru: [of(content.map.task).ru, ...tools.map((each) => each.ru)].join('\n') } },
    { title: { kk: kk.complaintTitle, ru: ru.complaintTitle }, text: { kk: kk.complaintText, ru: ru.complaintText } },
    { title: { kk: kk.appealTitle, ru: ru.appealTitle }, text: { kk: fill(kk.appealText, { days: termDays(appealDays, 'kk') }), ru: fill(ru.appealText, { days: termDays(appealDays, 'ru') }) } },
  ]
}

/** The digest of a shown text, so that nobody confirms another one than was kept. */
export function textHash(parts: readonly ShownPart[]): Uint8Array {
  return createHash('sha256').update(JSON.stringify(parts.map((part) => [part.title.kk, part.title.ru, part.text.kk, part.text.ru]))).digest()
}

/** What may not be brought into the room: the whole list of the slides of the National body, March 2026. */
export function listForbiddenItems(lang: 'kk' | 'ru' | 'en'): readonly string[] {
  return messages[lang].forbidden
}
