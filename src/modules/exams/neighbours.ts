import type { Language } from '#kernel/localized.ts'
import type { Tx } from '#platform/acts/ctx.ts'
import { formatDay, personName } from '#platform/i18n/format.ts'
import type { Bilingual, PaperCentre, PaperQualification } from '#platform/pdf/papers.ts'
import type { CaseFile } from '#modules/casework/index.ts'
import * as centres from '#modules/centres/index.ts'
import * as people from '#modules/people/index.ts'
import * as professions from '#modules/professions/index.ts'
import { messages } from './messages/index.ts'

export { contactOf, currentContract, examLanguageOf, examModeOfCase, extraPercentOf, listAccommodations, modeOfStage, payerBlockers, unpaidOf } from '#modules/applications/index.ts'
export { answerKey, drawForm, faultyItems, findApprovedProgramme, getProgrammeVersion, listItems, listItemsById, openTaskFile, practiceModesOf, SEED_BYTES } from '#modules/programmes/index.ts'
export type { MapStep, ProgrammeContent, TaskFile } from '#modules/programmes/index.ts'
export { findSitting, listPlannedByIds, listPlannedFor, listPlannedOfAssessor } from '#modules/scheduling/index.ts'
export type { PlannedSitting } from '#modules/scheduling/index.ts'


export interface PaperFrame {
  centre: PaperCentre
  qualification: PaperQualification
  candidate: { name: string; iin: string }
  contact: { who: Bilingual; lines: string }
}

/** A centre as papers begin with it. */
export async function centreFrame(t: Tx, centreId: string): Promise<PaperCentre> {
  const centre = await centres.getCentre(t.sql, centreId)
  const certificate = await centres.findCertificateOfDay(t.sql, centreId, t.today)
  const untilIn = (lang: 'kk' | 'ru') => (certificate ? `№ ${certificate.number}, ${messages[lang].paper.until.replace('{day}', formatDay(certificate.validUntil, lang))}` : '—')
  return {
    name: { kk: centre.name.kk, ru: centre.name.ru }, bin: centre.bin ?? '—', certificate: { kk: untilIn('kk'), ru: untilIn('ru') }, address: { kk: centre.address.kk, ru: centre.address.ru },
    contact: [centre.phone, centre.email, centre.site].filter(Boolean).join(', '),
  }
}

/** Profession and level of a sitting in both languages. */
export async function qualificationBoth(t: Tx, of: { professionCode: string; level: number }): Promise<Bilingual> {
  const name = (await professions.findProfessionOrStruck(t.sql, of.professionCode, t.today))?.name ?? {}
  const kk = name.kk ?? name.ru ?? of.professionCode
  const line = (text: string, lang: 'kk' | 'ru') => `${text}, ${messages[lang].paper.level.replace('{level}', String(of.level))}`
  return { kk: line(kk, 'kk'), ru: line(name.ru ?? kk, 'ru') }
}

/** Centre, candidate and qualification as every paper of the exam begins with them; the IIN stays masked. */
export async function paperFrame(t: Tx, kase: CaseFile): Promise<PaperFrame> {
  const centre = await centreFrame(t, kase.centreId)
  const qualification = await professions.getProfessionVersion(t.sql, kase.professionVersionId!)
  const person = await people.getPerson(t, kase.personId)
  const words = { kk: messages.kk.paper, ru: messages.ru.paper }
  const profession = qualification.name.kk ?? qualification.name.ru ?? qualification.code
  return {
    centre,
    qualification: {
      profession: { kk: profession, ru: qualification.name.ru ?? profession }, professionCode: qualification.code,
      level: { kk: words.kk.level.replace('{level}', String(kase.level)), ru: words.ru.level.replace('{level}', String(kase.level)) },
      scope: { kk: words.kk.whole, ru: words.ru.whole },
      basis: { kk: qualification.basisTitle.kk ?? qualification.basisTitle.ru ?? '—', ru: qualification.basisTitle.ru ?? qualification.basisTitle.kk ?? '—' },
    },
    candidate: { name: personName(person, 'kk', 'full'), iin: `••••••••${person.iinLastFour}` },
    contact: { who: centre.name, lines: centre.contact ?? '' },
  }
}

/** The name of the profession in one language, with an honest fallback. */
export async function professionName(t: Tx, kase: CaseFile, lang: Language): Promise<string> {
  const { code, name } = await professions.getProfessionVersion(t.sql, kase.professionVersionId!)
  return { kk: name.kk ?? name.ru, ru: name.ru ?? name.kk, en: name.en ?? name.ru ?? name.kk }[lang] ?? code
}
export async function centreName(t: Tx, centreId: string, lang: Language): Promise<string> {
  return (await centres.getCentre(t.sql, centreId)).name[lang]
}
export async function accountName(t: Tx, accountId: string): Promise<string> {
  return (await people.fullNameOf(t, accountId)) ?? '—'
}
