import type { Day } from '#kernel/day.ts'
import type { Language } from '#kernel/localized.ts'
import type { Role } from '#platform/acts/actor.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import * as people from '#modules/people/index.ts'
import { ACTING, peopleOfApplicant } from './case-facts.ts'
import type { AccreditationCase } from './cases.ts'
import { decisionMessages } from './messages/decision/index.ts'

/** A letter about a case: its words in the reader's language, the page it leads to, and what stands in it beside the number. */
export interface CaseLetter {
  kind: string
  /** Without the language. */
  path: string
  words(lang: Language): { subject: string; body: string }
  values?(lang: Language): Readonly<Record<string, string>>
}

/** To those who act for the applicant; others of its staff are not written to. */
export async function writeToActing(t: Tx, kase: AccreditationCase, letter: CaseLetter): Promise<void> {
  const acting = (await peopleOfApplicant(t, kase)).filter((holder) => holder.roles.some((role) => ACTING.includes(role)))
  await writeToAccounts(t, kase, acting.map((holder) => holder.accountId), letter)
}

export async function writeToAccounts(t: Tx, kase: AccreditationCase, accountIds: readonly string[], { kind, path, words, values }: CaseLetter): Promise<void> {
  for (const accountId of accountIds) {
    await people.sendLetter(t, { accountId }, {
      kind: `accreditation-${kind}`,
      write(lang) {
        const all = { number: kase.number ?? '', link: `${t.publicUrl}/${lang}${path}`, ...values?.(lang) }
        const { subject, body } = words(lang)
        return { subject: fill(subject, all), body: fill(body, all) }
      },
    })
  }
}

export type DecisionLetter = keyof (typeof decisionMessages)['kk']['letters']

/** A letter of stages 4 to 6; `refusals` is written in each language. */
export function decisionLetter(kind: DecisionLetter, path: string, facts: { refusals?: Readonly<Record<Language, string>>; certificate?: string; previous?: string; from?: Day } = {}): CaseLetter {
  return { kind, path, words: (lang) => decisionMessages[lang].letters[kind], values: (lang) => ({ refusals: facts.refusals?.[lang] ?? '', certificate: facts.certificate ?? '', previous: facts.previous ?? '', from: facts.from ? formatDay(facts.from, lang) : '' }) }
}

/** To everybody who holds the role and does not belong to the applicant. */
async function writeToRole(t: Tx, kase: AccreditationCase, role: Role, letter: CaseLetter): Promise<void> {
  const own = new Set((await peopleOfApplicant(t, kase)).map((holder) => holder.accountId))
  await writeToAccounts(t, kase, (await people.listHoldersOfRole(t.sql, role, t.today)).map((holder) => holder.accountId).filter((id) => !own.has(id)), letter)
}

/** To the authorised body: a case waits for its agreement. */
export async function writeToMinistry(t: Tx, kase: AccreditationCase): Promise<void> {
  await writeToRole(t, kase, 'ministry', decisionLetter('agreement-asked', `/ministry/agreements/${kase.id}`))
}

/** To the accrediting body: what another has done is done, and what is to be done now. */
export async function writeToAccreditor(t: Tx, kase: AccreditationCase, move: keyof (typeof decisionMessages)['kk']['moves'], path: string): Promise<void> {
  await writeToRole(t, kase, 'accreditor', { ...decisionLetter('accreditor-move', path), values: (lang) => ({ what: decisionMessages[lang].moves[move] }) })
}
