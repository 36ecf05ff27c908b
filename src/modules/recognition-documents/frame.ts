import type { Day } from '#kernel/day.ts'
import { Denial } from '#kernel/denial.ts'
import { deadlineRule, type NormEdition } from '#kernel/norms.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Uuid } from '#kernel/id.ts'
import type { Language } from '#kernel/localized.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { formatDay, personName } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import { bothOf } from '#platform/pdf/bilingual.ts'
import type { PaperCentre } from '#platform/pdf/papers.ts'
import * as applications from '#modules/applications/index.ts'
import * as casework from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import { messages } from './messages/index.ts'
import { insertDelivery } from './store/document-store.ts'

export const both = bothOf(messages.kk.paper, messages.ru.paper)

/** Centre, candidate and qualification as the result's papers begin with them. */
export async function paperFrame(t: Tx, kase: casework.CaseFile, certificate: { number: string; validUntil: Day } | undefined) {
  const centre = await centres.getCentre(t.sql, kase.centreId)
  const profession = await professions.getProfessionVersion(t.sql, kase.professionVersionId!)
  const person = await people.getPerson(t, kase.personId)
  const application = await applications.getApplication(t, kase.id)
  const paperCentre: PaperCentre = certificate ? centres.paperCentre(centre, certificate) : { name: { kk: centre.name.kk, ru: centre.name.ru }, bin: centre.bin ?? '—', certificate: { kk: '—', ru: '—' } }
  return {
    profession, application, centre: paperCentre, centreName: centre.name, candidate: { name: personName(application, 'kk', 'full'), iin: `••••••••${person.iinLastFour}` },
    qualification: professions.paperQualification(profession, kase.level!), complaint: { who: { kk: centre.name.kk, ru: centre.name.ru }, lines: [centre.phone, centre.email].join(', ') },
  }
}

/** A result placed into the account is delivered at that moment, and the term of appeal runs from it; without an account it waits for the signature. */
export async function deliverByAccount(t: Tx, kase: casework.CaseFile, of: { kind: 'document' | 'fail-notice'; id: Uuid }): Promise<casework.CaseFile> {
  if (!kase.accountId) return kase
  await insertDelivery(t.sql, { id: t.newId(), caseId: kase.id, ofKind: of.kind, ofId: of.id, channel: 'account', at: t.now, attachmentId: null, recordedBy: null, witnessedBy: null })
  return startAppealTerm(t, kase, t.today)
}
export async function startAppealTerm(t: Tx, kase: casework.CaseFile, deliveredOn: Day): Promise<casework.CaseFile> {
  const dueOn = await casework.startClock(t, kase, 'T6', deliveredOn)
  await casework.record(t, kase.id, 'result-delivered', { deliveredOn, dueOn })
  return casework.touchCase(t, kase, { nextDueOn: dueOn })
}

export function daysOf(norms: NormEdition, rule: 'T3' | 'T6'): number {
  return Number(deadlineRule(norms, rule).length ?? 0)
}
export function actorId(t: Tx): Uuid {
  const id = accountOf(t.actor)
  if (!id) throw new Denial('sign-in.required')
  return id
}

type LetterKind = keyof (typeof messages)['kk']['letters']
const AFTERWARDS: readonly LetterKind[] = ['document-annulled', 'expiry-ahead']

export interface LetterFacts {
  document?: string
  ground?: keyof (typeof messages)['kk']['annulmentGrounds']
  until?: Day
}

export async function writeToCandidate(t: Tx, kase: casework.CaseFile, kind: LetterKind, facts: LetterFacts): Promise<void> {
  // Results wait in the account or are handed over; what befalls a document later is also told by e-mail to whoever has no account.
  const away = kase.accountId === null && AFTERWARDS.includes(kind) ? await applications.contactOf(t, kase.id) : {}
  await people.sendLetter(t, { accountId: kase.accountId, ...away }, {
    kind, caseId: kase.id,
    write: (lang: Language) => {
      const words = messages[lang].letters[kind]
      const all = {
        number: kase.number, due: kase.nextDueOn ? formatDay(kase.nextDueOn, lang) : '—', link: `${t.publicUrl}/${lang}/cases/${kase.number}`,
        apply: `${t.publicUrl}/${lang}/apply/${kase.professionCode}`, ground: facts.ground ? messages[lang].annulmentGrounds[facts.ground] : '',
        until: facts.until ? formatDay(facts.until, lang) : '', document: facts.document ?? '',
      }
      return { subject: fill(words.subject, all), body: fill(words.body, all) }
    },
  })
}
