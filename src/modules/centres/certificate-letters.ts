import type { Day } from '#kernel/day.ts'
import { inLanguage, type Language } from '#kernel/localized.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { fill } from '#platform/i18n/message.ts'
import * as people from '#modules/people/index.ts'
import type { CertificateEventKind } from './domain/certificate.ts'
import { messages } from './messages/index.ts'
import { namesOfProfessions, nameWithCode } from './profession-names.ts'
import { selectCentre, type Centre } from './store/centre-store.ts'
import type { Certificate } from './store/scope-store.ts'

interface EventTold {
  kind: CertificateEventKind
  inForceFrom: Day
  professions: readonly string[] | null
  note: string
}

/** To the address of the centre, and to everybody who heads it on the platform: a mailbox may be nobody's. */
async function writeToCentre(t: Tx, centre: Centre, letter: people.Letter): Promise<void> {
  await people.sendLetter(t, { accountId: null, email: centre.email, lang: 'kk' }, letter)
  for (const head of await people.listHolders(t.sql, centre.id, t.today, 'centre-head')) await people.sendLetter(t, { accountId: head.accountId }, letter)
}

/** What befell the certificate, or single professions of it. */
export async function tellOfEvent(t: Tx, certificate: Certificate, event: EventTold): Promise<void> {
  const centre = await selectCentre(t.sql, certificate.centreId)
  if (!centre) return
  const values = await eventValues(t, certificate, centre, event)
  await writeToCentre(t, centre, { kind: `certificate-${event.kind}`, write: (lang) => written(messages[lang].certificates.letter, values(lang)) })
}

/** The certificate will expire. */
export async function tellOfExpiry(t: Tx, certificate: Certificate, centre: Centre): Promise<void> {
  await writeToCentre(t, centre, {
    kind: 'certificate-expiry-ahead',
    write: (lang) => written(messages[lang].certificates.expiryLetter, { number: certificate.number, centre: inLanguage(centre.name, lang), until: formatDay(certificate.validUntil, lang) }),
  })
}

/** To those who may decide about a proposal: the other accreditors, of whom none belongs to the centre. */
export async function askSecondPerson(t: Tx, certificate: Certificate, event: EventTold): Promise<void> {
  const centre = await selectCentre(t.sql, certificate.centreId)
  if (!centre) return
  const values = await eventValues(t, certificate, centre, event)
  const own = new Set((await people.listHolders(t.sql, centre.id, t.today, undefined)).map((each) => each.accountId))
  for (const { accountId } of await people.listHoldersOfRole(t.sql, 'accreditor', t.today)) {
    if (own.has(accountId) || accountId === accountOf(t.actor)) continue
    await people.sendLetter(t, { accountId }, {
      kind: 'certificate-event-proposed',
      write: (lang) => written(messages[lang].certificates.proposalLetter, { ...values(lang), link: `${t.publicUrl}/${lang}/accreditor/certificates/${certificate.id}` }),
    })
  }
}

async function eventValues(t: Tx, certificate: Certificate, centre: Centre, event: EventTold): Promise<(lang: Language) => Record<string, string>> {
  const names = await namesOfProfessions(t.sql, event.professions ?? [], t.today)
  return (lang) => {
    const words = messages[lang].certificates
    return {
      number: certificate.number, centre: inLanguage(centre.name, lang), event: words.kinds[event.kind], from: formatDay(event.inForceFrom, lang), ground: event.note,
      about: event.professions === null ? words.whole : event.professions.map((code) => nameWithCode(names, code, lang)).join(', '),
    }
  }
}

const written = (words: { subject: string; body: string }, values: Record<string, string>) => ({ subject: fill(words.subject, values), body: fill(words.body, values) })
