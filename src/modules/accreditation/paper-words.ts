import type { Moment } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import { inTurn } from '#platform/acts/in-turn.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { fill } from '#platform/i18n/message.ts'
import { bothOf, stamp } from '#platform/pdf/bilingual.ts'
import type { Bilingual, PaperSignature } from '#platform/pdf/papers.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import { decisionMessages } from './messages/decision/index.ts'

export const both = bothOf(decisionMessages.kk.paper, decisionMessages.ru.paper)

export interface LineNamed {
  professionCode: string
  level: number
  name: { kk: string; ru: string; en: string }
}
/** The professions of a case by name; what left the register keeps its last name. */
export async function namesOfLines<L extends { professionCode: string; level: number }>(t: Pick<Tx, 'sql' | 'today'>, lines: readonly L[]): Promise<(L & LineNamed)[]> {
  return inTurn(lines, async (line) => {
    const entry = await professions.findProfessionOrStruck(t.sql, line.professionCode, t.today)
    const name = entry?.name ?? {}
    const ru = name.ru ?? line.professionCode
    return { ...line, name: { kk: name.kk ?? ru, ru, en: name.en ?? ru } }
  })
}
export function lineText(line: LineNamed, lang: Language): string {
  return fill(decisionMessages[lang].paper.line, { name: line.name[lang], code: line.professionCode, level: line.level })
}
export const lineBoth = (line: LineNamed): Bilingual => ({ kk: lineText(line, 'kk'), ru: lineText(line, 'ru') })

/** The refused professions with their reasons, a line each, for the letter of a reasoned refusal. */
export async function refusalText(t: Tx, decided: readonly { professionCode: string; level: number; outcome: string; reasons: string }[]): Promise<Record<Language, string>> {
  const refused = await namesOfLines(t, decided.filter((line) => line.outcome === 'refused'))
  const text = (lang: Language) => refused.map((line) => `${lineText(line, lang)}: ${line.reasons}`).join('\n')
  return { kk: text('kk'), ru: text('ru'), en: text('en') }
}

/** A signature that the platform recorded: who, as what, when. */
export async function signatureOf(t: Tx, accountId: string, role: Bilingual, at: Moment | null): Promise<PaperSignature> {
  return { role, name: (await people.fullNameOf(t, accountId)) ?? '—', signedAt: at && stamp(at), how: both((words) => words.signedHere) }
}
