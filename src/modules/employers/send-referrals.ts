import type { Uuid } from '#kernel/id.ts'
import { makeDocumentNumber } from '#kernel/document-number.ts'
import { lastCalendarDay, normNumber } from '#kernel/norms.ts'
import type { Language } from '#kernel/localized.ts'
import { accountOf } from '#platform/acts/actor.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { fill } from '#platform/i18n/message.ts'
import * as centres from '#modules/centres/index.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import { ownPeopleRule, type OwnPeopleRule } from './domain/own-people.ts'
import { validUntilOf, type ReferralFacts, type ReferralMeasure } from './domain/referral.ts'
import { messages } from './messages/index.ts'
import type { Employer } from './office.ts'
import { insertReferral } from './store/referral-store.ts'

export const IIN_PLACE = 'referral.iin'
const LANGS = ['kk', 'ru', 'en'] as const
export const CODE_PLACE = 'referral.code'

/** What the norm says of a centre that would examine its own employer's people. */
export async function ownPeopleNorm(t: Tx): Promise<OwnPeopleRule> {
  return ownPeopleRule(await t.law.normsInForce(t.sql, t.today))
}

/** What referrals of an employer are measured by today. */
export async function measureOf(t: Tx, employer: Employer): Promise<ReferralMeasure> {
  const [offers, entries, all] = [await centres.listAllOffers(t.sql, t.today), await professions.listCurrentProfessions(t.sql, t.today), await centres.listAllCentres(t.sql)]
  const serialOf = new Map(all.map((centre) => [centre.id as string, centre.serial]))
  const scopes = new Map<string, Set<string>>()
  for (const offer of offers) {
    const serial = serialOf.get(offer.centreId)
    if (serial) scopes.set(serial, (scopes.get(serial) ?? new Set()).add(`${offer.professionCode} ${offer.level}`))
  }
  return {
    today: t.today, demo: t.demo, scopes, words: { yes: LANGS.map((lang) => messages[lang].yes), no: LANGS.map((lang) => messages[lang].no) },
    professions: new Map(entries.map((entry) => [entry.code, { track: entry.track, levels: entry.levels, struck: professions.struckOn(entry, t.today) !== null }])),
    ownCentre: (await ownPeopleNorm(t)) === 'refuse' ? serialOf.get(employer.organisationId) : undefined,
  }
}

/** Enters referrals that were examined and writes to those whose e-mail is known; the caller has asked its policy and writes the journal. Answers their ids in order. */
export async function enterReferrals(t: Tx, employer: Employer, referrals: readonly ReferralFacts[], channel: 'desk' | 'file'): Promise<Uuid[]> {
  const norms = await t.law.normsInForce(t.sql, t.today)
  const validUntil = lastCalendarDay(norms, validUntilOf(t.today, normNumber(norms, 'referral.validDays')), t.calendar)
  const ids: Uuid[] = []
  for (const referral of referrals) {
    const id = t.newId()
    const code = makeDocumentNumber(t.random(8))
    const centre = referral.centreSerial === null ? undefined : await centres.findCentreBySerial(t.sql, referral.centreSerial)
    await insertReferral(t.sql, {
      id, organisationId: employer.organisationId, number: referral.number, referredOn: referral.referredOn, iinCipher: t.cipher.seal(referral.iin.reveal(), IIN_PLACE), iinIndex: t.cipher.index(referral.iin.reveal()),
      iinLastFour: referral.iin.reveal().slice(-4), surname: referral.surname, givenName: referral.givenName, patronymic: referral.patronymic, email: referral.email, professionCode: referral.professionCode,
      level: referral.level, centreId: centre?.id ?? null, pays: referral.pays, payLimit: referral.payLimit, codeCipher: t.cipher.seal(code, CODE_PLACE), codeIndex: t.cipher.index(code), channel,
      sentBy: accountOf(t.actor)!, sentAt: t.now, validUntil,
    })
    if (referral.email) await writeToReferred(t, employer, referral, code)
    ids.push(id)
  }
  return ids
}

/** The letter carries the code, and nothing by which a stranger who reads it learns more than that a paper waits. */
async function writeToReferred(t: Tx, employer: Employer, referral: ReferralFacts, code: string): Promise<void> {
  const profession = await professions.getProfession(t.sql, referral.professionCode, t.today)
  await people.sendLetter(t, { accountId: null, email: referral.email, lang: t.lang === 'ru' ? 'ru' : 'kk' }, {
    kind: 'referral-sent',
    write(lang: Language) {
      const words = messages[lang].letters.sent
      const name = (names: Readonly<Partial<Record<Language, string>>>) => names[lang] ?? names.ru ?? names.kk ?? ''
      return {
        subject: fill(words.subject, { employer: name(employer.name) }),
        body: fill(words.body, { employer: name(employer.name), profession: name(profession.name), level: referral.level, code, link: `${t.publicUrl}/${lang}/account/referrals` }),
      }
    },
  })
}
