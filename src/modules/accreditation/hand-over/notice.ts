import type { Uuid } from '#kernel/id.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { bothDay } from '#platform/pdf/bilingual.ts'
import { createPaper } from '#platform/pdf/paper-outbox.ts'
import type { Bilingual } from '#platform/pdf/papers.ts'
import * as people from '#modules/people/index.ts'
import { isRepresented } from '../case-facts.ts'
import type { AccreditationCase } from '../cases.ts'
import type { ItemCheck } from '../filing/domain/receipt.ts'
import { both, lineBoth, namesOfLines, signatureOf } from '../paper-words.ts'

export type NoticeKind = 'given-back' | 'returned' | 'decision'

/**
 * The notice that goes on paper to an applicant nobody represents on the platform, with a line for the recipient's signature; answers its id, or
 * undefined where somebody reads it there.
 */
export async function makeNotice(t: Tx, kase: AccreditationCase, kind: NoticeKind, lines: readonly Bilingual[]): Promise<Uuid | undefined> {
  if (kase.channel !== 'paper' || (await isRepresented(t, kase))) return undefined
  const applicant = (await people.findOrganisation(t.sql, kase.organisationId))!
  return createPaper(t, 'accreditation-notice', {
    demo: t.demo, number: kase.number!, title: both((words) => words.notices[kind].title), madeOn: bothDay(t.today), applicant: { name: { kk: applicant.nameKk, ru: applicant.nameRu }, bin: applicant.bin ?? '—' },
    lead: both((words) => words.notices[kind].lead), lines: [...lines],
    signatures: [
      await signatureOf(t, accountOf(t.actor)!, both((words) => (kind === 'decision' ? words.chair : words.chamber)), t.now),
      { role: both((words) => words.recipient), name: '', signedAt: null },
    ],
  }, { caseId: kase.id, centreId: kase.organisationId })
}

/** What the chamber found wrong, an item a line. */
export async function wrongItems(t: Tx, checks: readonly ItemCheck[]): Promise<Bilingual[]> {
  const found: Bilingual[] = []
  for (const { item, reason } of checks.filter((check) => check.verdict === 'wrong')) {
    const [kind, professionCode, level] = item.split('/')
    const name = both((words) => words.items[kind as keyof typeof words.items])
    const [line] = professionCode ? (await namesOfLines(t, [{ professionCode, level: Number(level) }])).map(lineBoth) : []
    const said = (lang: 'kk' | 'ru') => `${name[lang]}${line ? `, ${line[lang]}` : ''}: ${reason}`
    found.push({ kk: said('kk'), ru: said('ru') })
  }
  return found
}

/** The decision, a profession a line, with the reasons of a refusal. */
export async function decidedLines(t: Tx, decided: readonly { professionCode: string; level: number; outcome: 'granted' | 'refused'; reasons: string }[]): Promise<Bilingual[]> {
  return (await namesOfLines(t, decided)).map((line) => {
    const [name, outcome] = [lineBoth(line), both((words) => words.outcomes[line.outcome])]
    const said = (lang: 'kk' | 'ru') => `${name[lang]}: ${outcome[lang]}${line.reasons ? `. ${line.reasons}` : ''}`
    return { kk: said('kk'), ru: said('ru') }
  })
}
