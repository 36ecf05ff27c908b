import type { Uuid } from '#kernel/id.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { formatDay, personName } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { createPaper } from '#platform/pdf/paper-outbox.ts'
import type { Bilingual, PaperCentre } from '#platform/pdf/papers.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as people from '#modules/people/index.ts'
import { messages } from '../messages/index.ts'
import { insertPaperLetter, type PaperLetterKind } from '../store/paper-letter-store.ts'

export interface LetterToPrint {
  kind: PaperLetterKind
  /** Number of the invoice or the refund. */
  about: string
  /** Name of the employer it goes to; none: the candidate. */
  employer: string | undefined
  /** What stands in the gaps of its sentence, in each language of a paper. */
  values(lang: 'kk' | 'ru'): Readonly<Record<string, string>>
}

/** Puts a letter on paper, in the act's own transaction: its bytes are made as those of any paper, and it waits in the list of the centre until it is handed over. The case must be locked. */
export async function putOnPaper(t: Tx, kase: casework.CaseFile, letter: LetterToPrint): Promise<void> {
  const both = (pick: (words: (typeof messages)['kk']) => string): Bilingual => ({ kk: fill(pick(messages.kk), letter.values('kk')), ru: fill(pick(messages.ru), letter.values('ru')) })
  const person = await people.getPerson(t, kase.personId)
  const head = await people.findHolder(t.sql, { organisationId: kase.centreId, role: 'centre-head', on: t.today })
  const paperId = await createPaper(t, 'money-letter', {
    demo: t.demo, number: kase.number, writtenOn: { kk: formatDay(t.today, 'kk'), ru: formatDay(t.today, 'ru') }, centre: await centreOf(t, kase),
    addressee: letter.employer ?? personName(person, 'kk', 'full'), subject: both((words) => words.letters[letter.kind].subject), text: both((words) => words.onPaper[letter.kind]),
    signatory: head ? personName(head, 'kk', 'full') : '',
  }, { caseId: kase.id, centreId: kase.centreId })
  const id = t.newId()
  await insertPaperLetter(t.sql, { id, centreId: kase.centreId, caseId: kase.id, kind: letter.kind, about: letter.about, employer: letter.employer ?? null, paperId, madeAt: t.now })
  await casework.record(t, kase.id, 'money-letter-made', { letterId: id as Uuid, about: letter.about })
}

async function centreOf(t: Tx, kase: casework.CaseFile): Promise<PaperCentre> {
  const centre = await centres.getCentre(t.sql, kase.centreId)
  const scope = await centres.scopeSince(t, kase)
  return scope ? centres.paperCentre(centre, scope) : { name: { kk: centre.name.kk, ru: centre.name.ru }, bin: centre.bin ?? '—', certificate: { kk: '—', ru: '—' } }
}
